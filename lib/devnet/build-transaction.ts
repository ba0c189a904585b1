import { signatures } from '../crypto/signatures.ts'
import { encode } from '../protocol/encode.ts'
import type { Transaction } from '../protocol/generated/types.ts'
import { toMessageHash, toSigningDigest, toTransactionId } from '../protocol/identities.ts'
import { ByteWriter } from '../wire/byte-writer.ts'
import type { KeyPair } from './key-pair.ts'

/** A signed transaction, packed. */
export interface BuiltTransaction {
  /** Transaction id, 40 hex digits. */
  readonly id: string
  /** The packed `signed_transaction`, which is the payload of a `trx_message`. */
  readonly payload: Uint8Array
  /** RIPEMD-160 of the payload: what it is announced by. */
  readonly hash: string
  readonly value: Transaction
}

/** Packs a transaction and signs it with each of the keys. */
export function buildTransaction(
  value: Transaction,
  signers: readonly KeyPair[],
  chainId: string,
): BuiltTransaction {
  const unsigned = encode('transaction', value)
  const digest = toSigningDigest(chainId, unsigned)
  const writer = new ByteWriter(unsigned.length + 1 + 65 * signers.length)
    .raw(unsigned)
    .varint(signers.length)
  for (const { privateKey } of signers) writer.raw(signatures.sign(digest, privateKey))
  const payload = writer.done()
  return { id: toTransactionId(unsigned), payload, hash: toMessageHash(payload), value }
}
