import { toHex } from '#platform'
import { UsageError } from '../errors.ts'
import { wifToPrivateKey } from '../crypto/key-text.ts'
import { signatures } from '../crypto/signatures.ts'
import { encode } from './encode.ts'
import type * as types from './generated/types.ts'
import { toSigningDigest } from './identities.ts'

const CHAIN_ID = /^[0-9a-f]{64}$/
/** What a transaction may be valid for at most, in seconds (`chain_parameters.hpp`, `maximum_time_until_expiration`). */
const MAX_VALID_SECONDS = 86_400

/**
 * A transaction with these operations, not signed yet, that is valid on the branch of `block` alone and until some seconds
 * after it, 1 to 86 400, default 60 (`transaction.cpp`, `set_reference_block`).
 *
 * Throws {@link UsageError} `BAD_VALUE` for a time that cannot be.
 */
export function draftTransaction(
  operations: readonly types.Operation[],
  block: { readonly number: number; readonly id: string; readonly timestamp: number },
  { validSeconds = 60 }: { readonly validSeconds?: number } = {},
): types.Transaction {
  if (!Number.isInteger(validSeconds) || validSeconds < 1 || validSeconds > MAX_VALID_SECONDS) {
    throw new UsageError(
      'BAD_VALUE',
      `validSeconds is ${validSeconds}, not a number from 1 to ${MAX_VALID_SECONDS}`,
    )
  }
  const bytes = [6, 4, 2, 0].map((at) => Number.parseInt(block.id.slice(8 + at, 10 + at), 16))
  return {
    ref_block_num: block.number & 0xffff,
    ref_block_prefix: bytes.reduce((prefix, byte) => prefix * 256 + byte, 0),
    expiration: block.timestamp + validSeconds,
    operations,
    extensions: [],
  }
}

/**
 * The transaction with one signature more, by a private key in wallet import format, for the chain with this id.
 *
 * Throws {@link UsageError}: `BAD_KEY` for what is not such a key, `BAD_VALUE` for what is not a chain id or fits no
 * transaction.
 */
export function signTransaction(
  transaction: types.Transaction | types.SignedTransaction,
  wif: string,
  chainId: string,
): types.SignedTransaction {
  if (!CHAIN_ID.test(chainId))
    throw new UsageError('BAD_VALUE', `"${chainId}" is not a chain id: it has 64 hex digits`)
  const digest = toSigningDigest(chainId, encode('transaction', transaction))
  const signature = toHex(signatures.sign(digest, wifToPrivateKey(wif)))
  const before = 'signatures' in transaction ? transaction.signatures : []
  return { ...transaction, signatures: [...before, signature] }
}
