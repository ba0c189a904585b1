import { GENESIS } from '../chain/cursor.ts'
import type { Signers } from '../protocol/signers.ts'
import type { Transaction } from '../protocol/transaction.ts'

/** The longest a transaction may be valid (`chain_parameters.hpp`, `maximum_time_until_expiration`). */
export const MAX_EXPIRATION_SECONDS = 86_400
/** Larger transactions are not passed on; bitshares-core's own limit is 1 MiB (`db_block.cpp`, `push_transaction`). */
export const MAX_RELAYED_BYTES: number = 256 * 1024
/** Signatures of one transaction that are looked at. */
export const MAX_SIGNATURES = 64

/** What a transaction is held against. */
export interface RelayChain {
  readonly head: { readonly number: number }
  /** Seconds since 1970 of the head block. */
  readonly headTime: number
  /** The id of the chain's block of that number, while it is remembered. */
  idAt(number: number): string | undefined
}

/**
 * Why a transaction is not passed on, or undefined if it is: it has operations, is within size, has not expired by chain
 * time, refers to a block of this chain (`db_block.cpp`, `_apply_transaction`), and each signature is one that a key can
 * have made. Whether those keys may do what it does is known to the state of the chain alone.
 *
 * @param payload the message it came in
 * @param signersOf who signed it
 */
export function whyNotRelayed(
  transaction: Transaction,
  payload: Uint8Array,
  chain: RelayChain,
  signersOf: (transaction: Transaction) => Pick<Signers, 'rejected'>,
): string | undefined {
  const { raw, operations, signatures, expiration } = transaction
  if (raw.length !== payload.length) return 'there are bytes behind it'
  if (raw.length > MAX_RELAYED_BYTES) return `it has ${raw.length} bytes`
  if (operations.length === 0) return 'it has no operations'
  if (signatures.length === 0) return 'it is not signed'
  if (signatures.length > MAX_SIGNATURES) return `it has ${signatures.length} signatures`
  if (expiration < chain.headTime) return 'it has expired'
  if (expiration > chain.headTime + MAX_EXPIRATION_SECONDS) return 'it would be valid for more than a day'
  const tapos = whyNotOfChain(transaction, chain)
  if (tapos !== undefined) return tapos
  return signersOf(transaction).rejected.length > 0 ? 'it has a signature that counts for nothing' : undefined
}

/**
 * A transaction names the last 16 bits of a block's number and four bytes of its id (`transaction.cpp`, `set_reference_block`);
 * one that was made before there was a block names none, in zeros.
 */
function whyNotOfChain(
  { ref_block_num: low, ref_block_prefix: prefix }: Transaction,
  chain: RelayChain,
): string | undefined {
  const { number: head } = chain.head
  const number = head - ((head - low) & 0xffff)
  const id = number > 0 ? chain.idAt(number) : number === 0 ? GENESIS.id : undefined
  if (id === undefined) return 'it refers to a block that is not known here'
  const found = Number.parseInt(id.slice(8, 16), 16)
  const swapped = ((found & 0xff) << 24) | ((found & 0xff00) << 8) | ((found >>> 8) & 0xff00) | (found >>> 24)
  return swapped >>> 0 === prefix ? undefined : 'it refers to a block of another branch'
}
