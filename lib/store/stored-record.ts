import { crc32 } from 'node:zlib'
import { toHex } from '#platform'
import type { StorableBlock, StoredBlock } from './block-store.ts'

// A record is a checksum, the number of the commit it came with, and the payload of the block's `block_message`: the packed
// block, then its id. The checksum begins with the block's number, so that a record under another's key does not pass either.

const CHECKSUM_SIZE_BYTES = 4
const HEADER_SIZE_BYTES = 8
const ID_SIZE_BYTES = 20
/** What a record is larger than its block. */
export const RECORD_OVERHEAD_BYTES: number = HEADER_SIZE_BYTES + ID_SIZE_BYTES

/** Writes the record of a block to the beginning of `into` and returns its size. `into` is large enough. */
export function writeRecord({ number, id, raw }: StorableBlock, sequence: number, into: Uint8Array): number {
  into.set(raw, HEADER_SIZE_BYTES)
  const end = HEADER_SIZE_BYTES + raw.length
  for (let at = 0; at < ID_SIZE_BYTES; at += 1) {
    into[end + at] = digit(id, 2 * at) * 16 + digit(id, 2 * at + 1)
  }
  const size = end + ID_SIZE_BYTES
  const view = new DataView(into.buffer, into.byteOffset)
  view.setUint32(CHECKSUM_SIZE_BYTES, sequence, true)
  view.setUint32(0, checksum(number, into, size), true)
  return size
}

/** The block of a record, a view of it, or undefined when it is not what was written. */
export function readRecord(number: number, record: Uint8Array): StoredBlock | undefined {
  if (record.length < RECORD_OVERHEAD_BYTES) return undefined
  const view = new DataView(record.buffer, record.byteOffset)
  if (view.getUint32(0, true) !== checksum(number, record, record.length)) return undefined
  const end = record.length - ID_SIZE_BYTES
  return { number, id: toHex(record, end), raw: record.subarray(HEADER_SIZE_BYTES, end) }
}

/** Which commit a record came with; they are counted from 1. */
export function sequenceOf(record: Uint8Array): number {
  return new DataView(record.buffer, record.byteOffset).getUint32(CHECKSUM_SIZE_BYTES, true)
}

function checksum(number: number, record: Uint8Array, size: number): number {
  return crc32(record.subarray(CHECKSUM_SIZE_BYTES, size), number)
}

/** The value of a lower-case hex digit. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 0x60 ? code - 0x30 : code - 0x57
}
