import { toHex } from '#platform'
import type { BlockId } from '../chain/cursor.ts'
import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { ChainReader } from '../protocol/chain-reader.ts'
import { blockNumber, toBlockId } from '../protocol/identities.ts'
import { ByteWriter } from '../wire/byte-writer.ts'

/** A block as a server keeps it: ready to be sent. */
export interface ServedBlock {
  readonly number: number
  readonly id: BlockId
  readonly previous: BlockId
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Instance of the witness: 3 is `1.6.3`. */
  readonly witness: number
  /** How many transactions it has. */
  readonly transactions: number
  /** The payload of its `block_message`: the packed signed block, then its id. */
  readonly payload: Uint8Array
}

/** Bytes of the id behind the block in a `block_message`. */
export const BLOCK_ID_SIZE_BYTES: number = 20
const SIGNATURE_SIZE_BYTES = 65

/** The packed signed block, a view of the payload. */
export function rawOf({ payload }: ServedBlock): Uint8Array {
  return payload.subarray(0, payload.length - BLOCK_ID_SIZE_BYTES)
}

/**
 * Reads the header of a packed block; what is in its transactions is not looked at.
 *
 * @param payload the block, and behind it room for its id, which is written there
 */
export function toServedBlock(payload: Uint8Array): ServedBlock {
  const end = payload.length - BLOCK_ID_SIZE_BYTES
  const r = new ChainReader(payload, 0, end, DEFAULT_KEY_PREFIX)
  const previous = toHex(payload, 0, r.take(BLOCK_ID_SIZE_BYTES) + BLOCK_ID_SIZE_BYTES)
  const timestamp = r.uint32()
  const witness = r.instance()
  r.take(BLOCK_ID_SIZE_BYTES)
  r.extensions()
  r.take(SIGNATURE_SIZE_BYTES)
  const number = blockNumber(previous) + 1
  const id = toBlockId(number, payload.subarray(0, r.offset))
  const transactions = r.varint()
  payload.set(new ByteWriter(BLOCK_ID_SIZE_BYTES).hex(id).done(), end)
  return { number, id, previous, timestamp, witness, transactions, payload }
}
