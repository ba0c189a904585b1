import type { BlockId } from '../chain/cursor.ts'
import { signatures } from '../crypto/signatures.ts'
import { toBlockId, toHeaderDigest, toMerkleLeaf, toMerkleRoot } from '../protocol/identities.ts'
import { ByteWriter } from '../wire/byte-writer.ts'
import type { ServedBlock } from './served-block.ts'

/** A block that nobody has signed yet. */
export interface BlockDraft {
  readonly number: number
  readonly previous: BlockId
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Instance of the witness. */
  readonly witness: number
  /** Packed signed transactions. */
  readonly transactions: readonly Uint8Array[]
}

/** Header, signature, count and id of a block without transactions, rounded up. */
const EMPTY_BLOCK_SIZE_BYTES = 160

/**
 * Signs and packs a block, with empty operation results as producers write them since 6.0.0 (`db_block.cpp`,
 * `_generate_block`).
 */
export function buildBlock(draft: BlockDraft, signingKey: Uint8Array): ServedBlock {
  const { number, previous, timestamp, witness, transactions } = draft
  const processed = transactions.map(withoutResults)
  const header = new ByteWriter(EMPTY_BLOCK_SIZE_BYTES)
    .hex(previous)
    .uint32(timestamp)
    .varint(witness)
    .hex(toMerkleRoot(processed.map(toMerkleLeaf)))
    .varint(0)
    .done()
  const signature = signatures.sign(toHeaderDigest(header), signingKey)
  const signedHeader = new ByteWriter(EMPTY_BLOCK_SIZE_BYTES).raw(header).raw(signature).done()
  const id = toBlockId(number, signedHeader)
  const size = processed.reduce((sum, { length }) => sum + length, EMPTY_BLOCK_SIZE_BYTES)
  const writer = new ByteWriter(size).raw(signedHeader).varint(processed.length)
  for (const each of processed) writer.raw(each)
  const payload = writer.hex(id).done()
  return { number, id, previous, timestamp, witness, payload, transactions: transactions.length }
}

/** A signed transaction as a processed one: no results, which is a count of zero. */
function withoutResults(signed: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(signed.length + 1)
  bytes.set(signed)
  return bytes
}
