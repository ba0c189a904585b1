import { hashBytes, hashHex, hashLatin1, hashPairLatin1, writeLatin1 } from '#platform'

// What things are called by, from the bytes core hashes. See `identities-of.ts` for values.

/** 40 hex digits; the first eight are the block's number (`block.cpp`, `signed_block_header::id`). */
export type BlockId = string
/** 40 hex digits: the first 20 bytes of a SHA-256 (`transaction.cpp`, `transaction::id`). */
export type TransactionId = string

const HASH_SIZE_BYTES = 32
/** Where the 20 bytes of an id are in the hex of a SHA-224: its first four bytes give way to the number. */
const ID_HEX_START = 8
const ID_HEX_END = 40
/** The root of a block without transactions. */
export const EMPTY_MERKLE_ROOT: string = '0'.repeat(40)

/** The id of a block, from its number and its packed header with the witness signature. */
export function toBlockId(number: number, signedHeader: Uint8Array): BlockId {
  const digest = hashHex('sha224', signedHeader)
  return number.toString(16).padStart(8, '0') + digest.slice(ID_HEX_START, ID_HEX_END)
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
  return hashHex('sha256', unsigned).slice(0, ID_HEX_END)
}

/** The 32 bytes that a transaction's signatures sign: SHA-256 of chain id and packed transaction (`sig_digest`). */
export function toSigningDigest(chainId: string, unsigned: Uint8Array): Uint8Array {
  const signed = new Uint8Array(HASH_SIZE_BYTES + unsigned.length)
  for (let at = 0; at < HASH_SIZE_BYTES; at += 1)
    signed[at] = Number.parseInt(chainId.slice(at * 2, at * 2 + 2), 16)
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
