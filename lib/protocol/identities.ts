import { hashBytes, hashHex, hashLatin1, hashPairLatin1, toHex, writeLatin1 } from '#platform'
import { UsageError } from '../errors.ts'
import { isSame, uint32BigEndian } from '../wire/bytes.ts'
import { fromHex, isHex } from '../wire/hex.ts'

// What things are called by, from the bytes core hashes. See `identities-of.ts` for values.

/** 40 hex digits; the first eight are the block's number (`block.cpp`, `signed_block_header::id`). */
export type BlockId = string
/** 40 hex digits: the first 20 bytes of a SHA-256 (`transaction.cpp`, `transaction::id`). */
export type TransactionId = string

const HASH_SIZE_BYTES = 32
export const ID_SIZE_BYTES = 20
/** The first bytes of a block's id. */
const NUMBER_SIZE_BYTES = 4
/** The root of a block without transactions. */
export const EMPTY_MERKLE_ROOT: string = '0'.repeat(40)

/** The id of a block, from its number and its packed header with the witness signature. */
export function toBlockId(number: number, signedHeader: Uint8Array): BlockId {
  return blockIdOf(number, toBlockDigest(signedHeader))
}

/** What a block's id is made of besides the number, one character a byte; see {@link blockIdOf}. */
export function toBlockDigest(signedHeader: Uint8Array): string {
  return hashLatin1('sha224', signedHeader)
}

/** The id of a block from its number and {@link toBlockDigest}, whose first four bytes give way to the number. */
export function blockIdOf(number: number, digest: string): BlockId {
  writeBlockId(idBytes, 0, number, digest)
  return toHex(idBytes)
}

/** Writes it there, 20 bytes. */
export function writeBlockId(into: Uint8Array, at: number, number: number, digest: string): void {
  for (let index = 0; index < NUMBER_SIZE_BYTES; index += 1) into[at + index] = number >>> (24 - index * 8)
  for (let index = NUMBER_SIZE_BYTES; index < ID_SIZE_BYTES; index += 1)
    into[at + index] = digest.charCodeAt(index)
}

/** An id is put together here before it becomes a text. */
const idBytes = new Uint8Array(ID_SIZE_BYTES)

/** Whether the 20 bytes at `at` are the id of the block with that number and {@link toBlockDigest}. */
export function isBlockIdAt(bytes: Uint8Array, at: number, number: number, digest: string): boolean {
  for (let index = 0; index < NUMBER_SIZE_BYTES; index += 1) {
    if (bytes[at + index] !== ((number >>> (24 - index * 8)) & 0xff)) return false
  }
  for (let index = NUMBER_SIZE_BYTES; index < ID_SIZE_BYTES; index += 1) {
    if (bytes[at + index] !== digest.charCodeAt(index)) return false
  }
  return true
}

/**
 * Whether the 20 bytes at `at` are the id of the block that begins at `start` of the same memory, whose header's SHA-224 stands
 * at `digestAt` of another.
 */
export function isIdOfDigestAt(
  bytes: Uint8Array,
  at: number,
  start: number,
  digests: Uint8Array,
  digestAt: number,
): boolean {
  const after = NUMBER_SIZE_BYTES
  if (!isSame(bytes, at + after, digests, digestAt + after, ID_SIZE_BYTES - after)) return false
  // A block begins with the id of the one before it, and that with its number.
  const previous = uint32BigEndian(bytes, start)
  return uint32BigEndian(bytes, at) === (previous + 1) >>> 0
}

/** The number of the block that has this id. */
export function blockNumber(id: BlockId): number {
  return Number.parseInt(id.slice(0, 8), 16)
}

/** The 32 bytes that a witness signs: SHA-256 of the packed header without signature. No chain id is mixed in. */
export function toHeaderDigest(header: Uint8Array): Uint8Array {
  return hashBytes('sha256', header)
}

/** The id of a transaction, from its packed form without signatures. */
export function toTransactionId(unsigned: Uint8Array): TransactionId {
  return hashHex('sha256', unsigned).slice(0, ID_SIZE_BYTES * 2)
}

/**
 * The 32 bytes that a transaction's signatures sign: SHA-256 of chain id and packed transaction (`transaction.cpp`,
 * `sig_digest`). Throws {@link UsageError} `BAD_VALUE` for a chain id that is not 64 hex digits.
 */
export function toSigningDigest(chainId: string, unsigned: Uint8Array): Uint8Array {
  if (chainId.length !== 2 * HASH_SIZE_BYTES || !isHex(chainId)) {
    throw new UsageError(
      'BAD_VALUE',
      `a chain id is ${2 * HASH_SIZE_BYTES} hex digits, not ${JSON.stringify(chainId)}`,
    )
  }
  const signed = new Uint8Array(HASH_SIZE_BYTES + unsigned.length)
  signed.set(fromHex(chainId))
  signed.set(unsigned, HASH_SIZE_BYTES)
  return hashBytes('sha256', signed)
}

/** A transaction's leaf in the merkle tree, of its packed form with signatures and results. One character a byte. */
export function toMerkleLeaf(processed: Uint8Array): string {
  return hashLatin1('sha256', processed)
}

/**
 * The merkle root of a block's transactions as hex, from their leaves (`block.cpp`, `calculate_merkle_root`).
 *
 * Neighbours are hashed together until one is left, an odd last one is carried up; RIPEMD-160 of it is the root.
 */
export function toMerkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return EMPTY_MERKLE_ROOT
  const hashes = [...leaves]
  let count = hashes.length
  while (count > 1) {
    let parents = 0
    for (let index = 0; index + 1 < count; index += 2) {
      hashes[parents] = hashPairLatin1(hashes[index] as string, hashes[index + 1] as string)
      parents += 1
    }
    if (count % 2 === 1) {
      hashes[parents] = hashes[count - 1] as string
      parents += 1
    }
    count = parents
  }
  const last = new Uint8Array(HASH_SIZE_BYTES)
  writeLatin1(hashes[0] as string, last, 0)
  return hashHex('ripemd160', last)
}

/** What a message is asked for by, 40 hex digits: RIPEMD-160 of its payload as received. */
export function toMessageHash(payload: Uint8Array): string {
  return hashHex('ripemd160', payload)
}
