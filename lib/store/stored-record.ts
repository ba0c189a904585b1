import { crc32 } from 'node:zlib'
import { toHex } from '#platform'
import { matchesHex } from '../wire/hex.ts'
import type { StorableBlock, StoredBlock } from './block-store.ts'

// A record is four bytes of checksum and the payload of the block's `block_message`: the packed block, then its id. The
// checksum begins with the number, so that a record under another's key does not pass either.

const CHECKSUM_SIZE_BYTES = 4
const ID_SIZE_BYTES = 20
export const RECORD_OVERHEAD_BYTES: number = CHECKSUM_SIZE_BYTES + ID_SIZE_BYTES

/** Writes the record of a block to the beginning of `into` and returns its size. `into` is large enough. */
export function writeRecord({ number, id, raw }: StorableBlock, into: Uint8Array): number {
  into.set(raw, CHECKSUM_SIZE_BYTES)
  const end = CHECKSUM_SIZE_BYTES + raw.length
  for (let at = 0; at < ID_SIZE_BYTES; at += 1) {
    into[end + at] = digit(id, 2 * at) * 16 + digit(id, 2 * at + 1)
  }
  const size = end + ID_SIZE_BYTES
  new DataView(into.buffer, into.byteOffset).setUint32(0, checksum(number, into, size), true)
  return size
}

/** The block of a record, a view of it, or undefined when it is not what was written. */
export function readRecord(number: number, record: Uint8Array): StoredBlock | undefined {
  if (record.length < RECORD_OVERHEAD_BYTES) return undefined
  const view = new DataView(record.buffer, record.byteOffset)
  if (view.getUint32(0, true) !== checksum(number, record, record.length)) return undefined
  const end = record.length - ID_SIZE_BYTES
  return { number, id: toHex(record, end), raw: record.subarray(CHECKSUM_SIZE_BYTES, end) }
}

/** Whether a record that was read is that of the block with this id. */
export function isRecordOf(id: string, record: Uint8Array): boolean {
  return record.length >= RECORD_OVERHEAD_BYTES && matchesHex(record, record.length - ID_SIZE_BYTES, id)
}

function checksum(number: number, record: Uint8Array, size: number): number {
  return crc32(record.subarray(CHECKSUM_SIZE_BYTES, size), number)
}

/** The value of a lower-case hex digit. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 0x60 ? code - 0x30 : code - 0x57
}
