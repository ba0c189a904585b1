import { toHex } from '#platform'
import { parseAddress } from '../transport/peer-address.ts'
import { fromHex } from '../wire/hex.ts'
import type { AddressBook } from './address-book.ts'
import { type AddressRow, createRow, keptError, keptUserAgent } from './address-row.ts'
import { isTried, MAX_LEARNT_ADDRESSES } from './address-table.ts'

const FORMAT = 'rx-bitshares peers'
const VERSION = 1
/** Peers that are dialled first after a restart. */
const MAX_ANCHORS = 2
const SECRET_HEX = /^[0-9a-f]{64}$/
const KEY_HEX = /^[0-9a-f]{66}$/

/** A row as it is written. Times are ISO texts; what is unknown or zero is left out. */
interface RowForm {
  readonly endpoint: string
  readonly source: AddressRow['source']
  readonly told_by?: string | undefined
  readonly tried?: true | undefined
  readonly first_seen?: string | undefined
  readonly last_seen?: string | undefined
  readonly last_attempt?: string | undefined
  readonly last_success?: string | undefined
  readonly attempts: number
  readonly successes: number
  readonly failures: number
  readonly last_error?: string | undefined
  readonly node_public_key?: string | undefined
  readonly user_agent?: string | undefined
}

/** What a file brings. */
export interface PeerContent {
  readonly secret: Uint8Array
  /** `host:port`. */
  readonly anchors: readonly string[]
  readonly rows: readonly { readonly row: AddressRow; readonly isTried: boolean }[]
  /** Rows that could not be read. */
  readonly skipped: number
}

/** What came of reading a file. */
export type ReadPeers =
  | { readonly result: 'read'; readonly content: PeerContent }
  /** In a few words. */
  | { readonly result: 'broken'; readonly reason: string }
  | { readonly result: 'otherChain'; readonly chainId: string }

/** A book as the text of a file: one row a line, so that people and their tools can read it. */
export function printPeerFile(book: AddressBook, chainId: string, wallMs: number): string {
  const all = [...book.apart.values(), ...book.table.rows.values()]
  const head = JSON.stringify({
    format: FORMAT,
    version: VERSION,
    chain_id: chainId,
    written: toTime(wallMs),
    secret: toHex(book.table.secret),
    anchors: chooseAnchors(book),
  })
  const rows = all.map((row) => JSON.stringify(toForm(row)))
  return `${head.slice(0, -1)},"peers":[\n${rows.join(',\n')}\n]}\n`
}

/** Reads what {@link printPeerFile} wrote. A row that is not as it should be is left out, the others count. */
export function readPeerFile(text: string, chainId: string): ReadPeers {
  let file: Readonly<Record<string, unknown>>
  try {
    file = toObject(JSON.parse(text))
  } catch {
    return { result: 'broken', reason: 'it is not JSON, or only a part of it' }
  }
  if (file['format'] !== FORMAT) return { result: 'broken', reason: 'it is not a list of peers' }
  if (file['version'] !== VERSION) return { result: 'broken', reason: 'another version wrote it' }
  const { chain_id: chain, secret, peers, anchors } = file
  if (typeof chain !== 'string' || !Array.isArray(peers))
    return { result: 'broken', reason: 'a part is missing' }
  if (chain !== chainId) return { result: 'otherChain', chainId: chain }
  if (typeof secret !== 'string' || !SECRET_HEX.test(secret))
    return { result: 'broken', reason: 'its secret is missing' }
  const read = (peers as readonly unknown[]).slice(0, 2 * MAX_LEARNT_ADDRESSES).map(readRow)
  const rows = read.flatMap((row) => row ?? [])
  return {
    result: 'read',
    content: {
      secret: fromHex(secret),
      anchors: (Array.isArray(anchors) ? (anchors as readonly unknown[]) : [])
        .slice(0, MAX_ANCHORS)
        .flatMap((key) => (typeof key === 'string' ? key : [])),
      rows,
      skipped: peers.length - rows.length,
    },
  }
}

/** Those among the peers that are connected now that have been longest, so that a restart cannot be used to replace all. */
function chooseAnchors(book: AddressBook): readonly string[] {
  return [...book.table.rows.values()]
    .filter((row) => row.isInUse && row.lastSuccessMs > 0 && row.failures === 0)
    .sort((a, b) => a.lastSuccessMs - b.lastSuccessMs)
    .slice(0, MAX_ANCHORS)
    .map(({ key }) => key)
}

function toForm(row: AddressRow): RowForm {
  return {
    endpoint: row.key,
    source: row.source,
    told_by: row.toldBy,
    tried: isTried(row) || undefined,
    first_seen: toTime(row.firstSeenMs),
    last_seen: toTime(row.lastSeenMs),
    last_attempt: toTime(row.lastAttemptMs),
    last_success: toTime(row.lastSuccessMs),
    attempts: row.attempts,
    successes: row.successes,
    failures: row.failures,
    last_error: row.lastError,
    node_public_key: row.publicKey,
    user_agent: row.userAgent,
  }
}

function readRow(json: unknown): PeerContent['rows'][number] | undefined {
  try {
    const form = toObject(json)
    const { endpoint, source, told_by: toldBy, node_public_key: key } = form
    if (typeof endpoint !== 'string' || !isSource(source)) return undefined
    const row = createRow(parseAddress(endpoint), source, optionalText(toldBy), toMs(form['first_seen']))
    row.lastSeenMs = toMs(form['last_seen'])
    row.lastAttemptMs = toMs(form['last_attempt'])
    row.lastSuccessMs = toMs(form['last_success'])
    row.attempts = toCount(form['attempts'])
    row.successes = toCount(form['successes'])
    row.failures = toCount(form['failures'])
    const { last_error: error, user_agent: agent } = form
    row.lastError = typeof error === 'string' ? keptError(error) : undefined
    row.userAgent = typeof agent === 'string' ? keptUserAgent(agent) : undefined
    row.publicKey = typeof key === 'string' && KEY_HEX.test(key) ? key : undefined
    return { row, isTried: form['tried'] === true }
  } catch {
    return undefined
  }
}

function toObject(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new TypeError('not an object')
  return json as Readonly<Record<string, unknown>>
}

function isSource(value: unknown): value is AddressRow['source'] {
  return value === 'user' || value === 'seed' || value === 'peer'
}

const LONGEST_HOST = 253

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, LONGEST_HOST) : undefined
}

function toTime(ms: number): string | undefined {
  return ms > 0 ? new Date(ms).toISOString() : undefined
}

function toMs(value: unknown): number {
  const ms = typeof value === 'string' ? Date.parse(value) : 0
  return Number.isNaN(ms) ? 0 : Math.max(0, ms)
}

function toCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
}
