import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { viewBlock, viewBlockMessage } from '../../lib/protocol/block-view.ts'
import type { TypeName } from '../../lib/protocol/decode.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import type { FuzzTarget } from './run-fuzz.ts'

/** Run from the root of the project. */
function payloadsOf(name: string, maxSizeBytes: number): readonly Uint8Array[] {
  const lines = gunzipSync(readFileSync(`spec/vectors/${name}`))
    .toString('utf8')
    .trimEnd()
    .split('\n')
  return lines
    .map((line) => Uint8Array.from(Buffer.from((JSON.parse(line) as { readonly raw: string }).raw, 'hex')))
    .filter(({ length }) => length <= maxSizeBytes)
}

/** Decodes, reads every member, and checks that writing and reading again changes nothing. */
function comesBack(type: TypeName, bytes: Uint8Array): void {
  const value = decode(type, bytes)
  const written = encode(type, value)
  const printed = JSON.stringify(value)
  const again = decode(type, written)
  if (JSON.stringify(again) !== printed)
    throw new Error('decoded, written and decoded again it prints otherwise')
  if (!isEqual(encode(type, again), written)) throw new Error('written again it has other bytes')
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}

const operations = payloadsOf('operations.jsonl.gz', 4000)
const transactions = payloadsOf('transactions.jsonl.gz', 4000)
const blocks = [...payloadsOf('blocks.jsonl.gz', 4000), ...payloadsOf('chain-blocks.jsonl.gz', 4000)]
const blockMessages = blocks.map((block) => Uint8Array.from([...block, ...block.subarray(0, 20)]))

function readsTransaction(bytes: Uint8Array): void {
  const transaction = readTransaction(bytes, { copy: false })
  if (transaction.id.length !== 40) throw new Error('an id of another length')
  JSON.stringify(transaction)
}

function readsBlockMessage(bytes: Uint8Array): void {
  const { block } = viewBlockMessage(bytes, { copy: false })
  if ((block.merkle === 'unchecked') !== (block.opaque !== undefined))
    throw new Error('merkle and opaque differ')
  JSON.stringify(block)
  for (const { id, raw } of block.transactions)
    if (id === '' || raw.length === 0) throw new Error('no transaction')
}

/** Blocks with something of a later protocol in them can be viewed, but not decoded. */
function readsBlock(bytes: Uint8Array): void {
  if (viewBlock(bytes).opaque === undefined) comesBack('signed_block', bytes)
}

/** Everything that reads bytes of peers. */
export const TARGETS: readonly FuzzTarget[] = [
  {
    name: 'operation',
    payloads: operations,
    read: (bytes: Uint8Array): void => comesBack('operation', bytes),
  },
  { name: 'trx_message', payloads: transactions, read: readsTransaction },
  { name: 'block_message', payloads: blockMessages, read: readsBlockMessage },
  { name: 'signed_block', payloads: blocks, read: readsBlock },
]
