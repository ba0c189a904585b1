import { get, type IncomingHttpHeaders, request } from 'node:http'
import type { ExecutionContext } from 'ava'
import { filter, firstValueFrom, NEVER, ReplaySubject, Subject, type Subscription } from 'rxjs'
import { buildBlock } from '../../lib/devnet/build-block.ts'
import { buildTransaction } from '../../lib/devnet/build-transaction.ts'
import { deriveKeyPair } from '../../lib/devnet/key-pair.ts'
import type { TransactionEvent } from '../../lib/inventory/track-transactions.ts'
import { createNameBook, type NameBook } from '../../lib/names/name-book.ts'
import { Block } from '../../lib/node/block.ts'
import type { ChainEvent } from '../../lib/node/chain-event.ts'
import type { PeerStatus, Status } from '../../lib/node/events.ts'
import { privateNetwork } from '../../lib/node/networks.ts'
import type { WitnessSlot } from '../../lib/node/witness-slot.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import type { Operation } from '../../lib/protocol/generated/types.ts'
import type { Transaction } from '../../lib/protocol/transaction.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import type { PageFiles } from '../../lib/serve/page-files.ts'
import { type ServeEvent, type ServeOptions, servePage } from '../../lib/serve/serve-page.ts'
import { operationOf } from '../names/chain-model.ts'

export const CHAIN_ID = '5'.repeat(64)
/** Where the chain's clock stands when nothing else is said, in seconds. */
export const CHAIN_SECONDS = 1_700_000_000
const PEER = '127.0.0.1:1776'
const KEY = deriveKeyPair('spec', 'witness')

export interface BlockWish {
  /** Each list is a transaction. */
  readonly transactions?: readonly (readonly Operation[])[]
  readonly witness?: number
  /** Seconds after the block before; 3 unless said otherwise. */
  readonly after?: number
  readonly source?: 'sync' | 'live'
}

/** A valid block on top of another, or the first. */
export function blockOn(previous: Block | undefined, wish: BlockWish = {}): Block {
  const { transactions = [], witness = 1, after = 3, source = 'live' } = wish
  const timestamp = (previous?.timestamp ?? CHAIN_SECONDS - 3) + after
  const { payload } = buildBlock(
    {
      number: (previous?.number ?? 0) + 1,
      previous: previous?.id ?? '0'.repeat(40),
      timestamp,
      witness,
      transactions: transactions.map((operations) => transactionOf(operations).payload),
    },
    KEY.privateKey,
  )
  return new Block(viewBlock(payload, { hasTrailingId: true }), {
    peer: PEER,
    at: timestamp * 1000 + 250,
    source,
  })
}

/** So many blocks, one on top of the other. */
export function chainOf(
  length: number,
  wishFor: (number: number) => BlockWish = () => ({}),
): readonly Block[] {
  const blocks: Block[] = []
  for (let number = 1; number <= length; number += 1) blocks.push(blockOn(blocks.at(-1), wishFor(number)))
  return blocks
}

export function transactionOf(operations: readonly Operation[]): {
  readonly id: string
  readonly payload: Uint8Array
} {
  const value = {
    ref_block_num: 1,
    ref_block_prefix: 2,
    expiration: CHAIN_SECONDS + 600,
    operations,
    extensions: [],
  }
  return buildTransaction(value, [KEY], CHAIN_ID)
}

/** A transaction as a peer announced it. */
export function heard(operations: readonly Operation[], at: number): TransactionEvent<Transaction> {
  const { id, payload } = transactionOf(operations)
  return { status: 'pending', id, transaction: readTransaction(payload), at, peer: PEER }
}

export function transferOf(from: number, to: number, amount = 1): Operation {
  return operationOf('transfer', {
    from: `1.2.${from}`,
    to: `1.2.${to}`,
    amount: { amount, asset_id: '1.3.0' },
  })
}

export function orderOf(seller: number, gives: number, asks: number): Operation {
  return operationOf('limit_order_create', {
    seller: `1.2.${seller}`,
    amount_to_sell: { amount: gives, asset_id: '1.3.0' },
    min_to_receive: { amount: asks, asset_id: '1.3.1' },
    expiration: '2030-01-01T00:00:00',
  })
}

export const STATUS: Status = {
  state: 'live',
  reason: 'at the head',
  head: undefined,
  headTime: 0,
  irreversible: undefined,
  participation: 1,
  reorganizations: 0,
  behindBlocks: 0,
  blocksPerSecond: 0,
  activePeers: 1,
  inboundPeers: 0,
  listening: undefined,
  receivedPerSecond: 0,
  sentPerSecond: 0,
  connectingPeers: 0,
  firewalled: undefined,
  droppedAnnouncements: 0,
  droppedTransactions: 0,
  signatures: 'noble',
}

export const PEER_STATUS: PeerStatus = {
  peer: PEER,
  direction: 'outbound',
  state: 'active',
  sync: 'inSync',
  hello: undefined,
  ageMs: 1000,
  clockOffsetMs: 3,
  roundTripMs: 12,
  bytesReceived: 1000,
  bytesSent: 100,
  blocksReceived: 5,
}

/** A node that says what it is told to say. */
export class ScriptedNode {
  readonly #chain$ = new Subject<ChainEvent>()
  readonly #witness$ = new Subject<WitnessSlot>()
  readonly #trx$ = new Subject<TransactionEvent<Transaction>>()
  readonly #peers$ = new ReplaySubject<readonly PeerStatus[]>(1)
  readonly #status$ = new ReplaySubject<Status>(1)
  readonly chain$ = this.#chain$.asObservable()
  readonly witness$ = this.#witness$.asObservable()
  readonly trx$ = this.#trx$.asObservable()
  readonly peers$ = this.#peers$.asObservable()
  readonly status$ = this.#status$.asObservable()
  #irreversible: Status['irreversible']

  /** Whether anybody listens to anything. */
  get isObserved(): boolean {
    return [this.#chain$, this.#witness$, this.#trx$, this.#peers$, this.#status$].some(
      ({ observed }) => observed,
    )
  }

  apply(...blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.#chain$.next({ type: 'block_applied', block })
      this.#tellHead(block)
    }
  }

  /** The newest first, as a node tells it. */
  undo(...blocks: readonly Block[]): void {
    for (const block of blocks) this.#chain$.next({ type: 'block_undone', block })
  }

  finalize(block: Block, head: Block): void {
    this.#irreversible = block.cursor
    this.#chain$.next({ type: 'block_irreversible', block })
    this.#tellHead(head)
  }

  tellSlots(...slots: readonly WitnessSlot[]): void {
    for (const slot of slots) this.#witness$.next(slot)
  }

  tellTransactions(...events: readonly TransactionEvent<Transaction>[]): void {
    for (const event of events) this.#trx$.next(event)
  }

  tellPeers(...peers: readonly PeerStatus[]): void {
    this.#peers$.next(peers)
  }

  tellStatus(status: Status): void {
    this.#status$.next(status)
  }

  end(): void {
    for (const stream$ of [this.#chain$, this.#witness$, this.#trx$, this.#peers$, this.#status$])
      stream$.complete()
  }

  #tellHead({ cursor: head, timestamp: headTime }: Block): void {
    this.#status$.next({ ...STATUS, head, headTime, irreversible: this.#irreversible })
  }
}

const MAX_KEPT_EVENTS = 100
const encoder = new TextEncoder()
const asFile = (text: string, type: string) => ({
  plain: { status: 200, headers: { 'content-type': type }, body: encoder.encode(text) },
  compressed: { status: 200, headers: { 'content-type': type }, body: encoder.encode(text) },
})

const FILES: PageFiles = {
  version: 'files',
  files: new Map([
    ['/index.html', asFile('<!doctype html>', 'text/html; charset=utf-8')],
    ['/assets/index-1.js', asFile('//', 'text/javascript; charset=utf-8')],
  ]),
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** A page that is served on loopback about a scripted node. */
export interface PageWorld {
  readonly node: ScriptedNode
  readonly names: NameBook
  readonly port: number
  /** What happened, besides listening. */
  readonly events: readonly ServeEvent[]
  ask(
    this: void,
    path: string,
    options?: { readonly method?: string; readonly headers?: Record<string, string> },
  ): Promise<Answered>
  json<T>(this: void, path: string): Promise<T>
  /** Listens to `/events`. */
  listen(this: void, path?: string, headers?: Record<string, string>): Promise<Listener>
  close(this: void): void
}

/** One server-sent event. */
export interface Heard {
  readonly event: string
  readonly id: string | undefined
  readonly data: Record<string, unknown>
}

export interface Listener {
  readonly status: number
  /** What came so far. */
  readonly heard: readonly Heard[]
  /** Resolves with the events once `isEnough` says so. */
  until(isEnough: (heard: readonly Heard[]) => boolean): Promise<readonly Heard[]>
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** Serves a page until the end of the test. */
export async function servedPage(
  t: ExecutionContext,
  options: Partial<ServeOptions> = {},
): Promise<PageWorld> {
  const node = new ScriptedNode()
  const names = options.names ?? createNameBook()
  const happened$ = new ReplaySubject<ServeEvent>(MAX_KEPT_EVENTS)
  const events: ServeEvent[] = []
  const subscription: Subscription = servePage({
    source: node,
    network: { ...privateNetwork(CHAIN_ID), chainSeconds: () => CHAIN_SECONDS },
    names,
    files: FILES,
    version: '1.2.3',
    host: '127.0.0.1',
    port: 0,
    ...options,
  }).subscribe({
    next: (event) => {
      happened$.next(event)
      if (event.type !== 'listening') events.push(event)
    },
    error: (error: unknown) => {
      happened$.error(error instanceof Error ? error : new Error(String(error)))
    },
  })
  t.teardown(() => {
    subscription.unsubscribe()
  })
  const { port } = await firstValueFrom(happened$.pipe(filter((event) => event.type === 'listening')))
  const ask: PageWorld['ask'] = (path, { method = 'GET', headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
        let text = ''
        response
          .setEncoding('utf8')
          .on('data', (part: string) => (text += part))
          .on('end', () => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
          })
          .on('error', reject)
      })
      asked.on('error', reject)
      asked.end()
    })
  return {
    node,
    names,
    port,
    events,
    ask,
    json: async <T>(path: string) => JSON.parse((await ask(path)).text) as T,
    listen: (path = '/events', headers = {}) => listenTo(t, port, path, headers),
    close: () => {
      subscription.unsubscribe()
    },
  }
}

function listenTo(
  t: ExecutionContext,
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const asked = get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const heard: Heard[] = []
      const waiting = new Set<() => void>()
      let unread = ''
      let onEnd: () => void = () => {}
      const ended = new Promise<void>((end) => {
        onEnd = end
      })
      response.on('error', () => {}).on('close', onEnd)
      response.setEncoding('utf8').on('data', (part: string) => {
        unread += part
        const parts = unread.split('\n\n')
        unread = parts.pop() ?? ''
        for (const text of parts) {
          const event = toHeard(text)
          if (event !== undefined) heard.push(event)
        }
        for (const look of waiting) look()
      })
      resolve({
        status: response.statusCode ?? 0,
        heard,
        ended,
        until: (isEnough) =>
          new Promise((enough) => {
            const look = (): void => {
              if (!isEnough(heard)) return
              waiting.delete(look)
              enough(heard)
            }
            waiting.add(look)
            look()
          }),
        close: () => {
          asked.destroy()
        },
      })
    })
    asked.on('error', reject)
    t.teardown(() => asked.destroy())
  })
}

function toHeard(text: string): Heard | undefined {
  const fields = new Map(
    text
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
  )
  const event = fields.get('event')
  if (event === undefined) return undefined
  return {
    event,
    id: fields.get('id'),
    data: JSON.parse(fields.get('data') ?? '') as Record<string, unknown>,
  }
}

/** A source of which nothing ever comes. */
export const SILENT = { chain$: NEVER, witness$: NEVER, trx$: NEVER, peers$: NEVER, status$: NEVER }
