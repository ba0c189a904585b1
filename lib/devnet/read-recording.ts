import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DecodeError, UsageError } from '../errors.ts'
import { BLOCK_ID_SIZE_BYTES, type ServedBlock, toServedBlock } from './served-block.ts'

/** Bytes of the length in front of each block of a recording, little-endian. */
export const RECORD_HEADER_SIZE_BYTES = 4

/** A recorded chain, ready to be served. */
export interface Recording {
  /** 64 hex digits. */
  readonly chainId: string
  /** Consecutive, at least one. */
  readonly blocks: readonly ServedBlock[]
}

/**
 * Reads packed blocks: a file of records, each a length and a packed `signed_block`, or the blocks themselves.
 *
 * The chain id is the given one, or what stands in a file `chain-id` beside the recording. Blocks have to link; nothing
 * else about them is looked at. All of them are kept in memory. Throws {@link UsageError} `BAD_OPTION` in one sentence.
 */
export function readRecording(recording: string | readonly Uint8Array[], chainId?: string): Recording {
  const records = typeof recording === 'string' ? toRecords(readFile(recording)) : recording
  const name = typeof recording === 'string' ? recording : 'the recording'
  const blocks = toServedBlocks(records, name)
  if (blocks.length === 0) throw badRecording(`${name} has no blocks`)
  const id = chainId ?? (typeof recording === 'string' ? readChainId(recording) : undefined)
  if (id === undefined) throw badRecording('a recording of blocks in memory needs a chainId')
  if (!/^[0-9a-f]{64}$/.test(id)) throw badRecording(`"${id}" is not a chain id: it has 64 hex digits`)
  return { chainId: id, blocks }
}

function toServedBlocks(records: readonly Uint8Array[], name: string): readonly ServedBlock[] {
  // One piece of memory for all: a hundred thousand small ones would cost more than the blocks.
  const size = records.reduce((sum, { length }) => sum + length + BLOCK_ID_SIZE_BYTES, 0)
  const memory = new Uint8Array(size)
  let at = 0
  let previous: ServedBlock | undefined
  return records.map((raw, index) => {
    memory.set(raw, at)
    const block = read(
      memory.subarray(at, at + raw.length + BLOCK_ID_SIZE_BYTES),
      `${name}, record ${index + 1}`,
    )
    at += block.payload.length
    if (previous !== undefined && block.previous !== previous.id) {
      throw badRecording(`${name}: block ${block.number} does not follow block ${previous.number}`)
    }
    previous = block
    return block
  })
}

function read(payload: Uint8Array, where: string): ServedBlock {
  try {
    return toServedBlock(payload)
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw badRecording(`${where} is not a block: ${error.message}`, error)
  }
}

function toRecords({
  name,
  bytes,
}: {
  readonly name: string
  readonly bytes: Uint8Array
}): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const start = at + RECORD_HEADER_SIZE_BYTES
    const end = start <= bytes.length ? start + view.getUint32(at, true) : Infinity
    if (end > bytes.length) throw badRecording(`${name} ends in the middle of record ${records.length + 1}`)
    records.push(bytes.subarray(start, end))
    at = end
  }
  return records
}

function readChainId(path: string): string {
  const file = join(dirname(path), 'chain-id')
  return new TextDecoder().decode(readFile(file).bytes).trim()
}

function readFile(name: string): { readonly name: string; readonly bytes: Uint8Array } {
  try {
    return { name, bytes: readFileSync(name) }
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'there is no such file'
        : String(error)
    throw badRecording(`cannot read ${name}: ${why}`, error)
  }
}

function badRecording(message: string, cause?: unknown): UsageError {
  return new UsageError('BAD_OPTION', message, { cause })
}
