import { lastValueFrom, toArray } from 'rxjs'
import { packSignatures, type RecoveredKeys, type SignedDigest } from '../crypto/packed-signatures.ts'
import { type Signers, toSigners } from '../protocol/signers.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { recoverKeys } from './recover-keys.ts'
import type { RecoveryPool } from './recovery-pool.ts'
import { sharedRecoveryPool } from './shared-pool.ts'

/** Signatures in one batch: some milliseconds' work for a thread. */
const BATCH_SIGNATURES = 200
/** Up to so many signatures are recovered at once where they are: a thread would take longer to be told of them. */
const FEW_SIGNATURES = 8

export interface RecoverSignersOptions {
  /** Default: one that the process shares. */
  readonly pool?: RecoveryPool
}

/**
 * The keys that signed each of the transactions, in their order: what {@link Transaction.signers} gives, with the work left to
 * threads unless it is next to nothing.
 *
 * @param chainId the chain they are signed for. Default: the chain they were read from, as with blocks of a node. Rejects
 *   with {@link UsageError} `BAD_VALUE` where neither is known.
 */
export async function recoverSigners(
  transactions: readonly Transaction[],
  chainId?: string,
  { pool = sharedRecoveryPool() }: RecoverSignersOptions = {},
): Promise<readonly Signers[]> {
  const lists = transactions.map((transaction) => transaction.signedDigests(chainId))
  const signed = lists.flat()
  if (signed.length <= FEW_SIGNATURES) return transactions.map((transaction) => transaction.signers(chainId))
  const batches = await lastValueFrom(recoverKeys(pool, packInBatches(signed)).pipe(toArray()), {
    defaultValue: [],
  })
  const keys = joinBatches(batches)
  let start = 0
  return transactions.map((transaction, index) => {
    const count = lists[index]?.length ?? 0
    start += count
    return toSigners(keys, start - count, count, transaction.keyPrefix)
  })
}

function* packInBatches(signed: readonly SignedDigest[]): Generator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < signed.length; start += BATCH_SIGNATURES)
    yield packSignatures(signed.slice(start, start + BATCH_SIGNATURES))
}

/** The keys of all batches, counted through; all but the last have the same length. */
function joinBatches(batches: readonly RecoveredKeys[]): Pick<RecoveredKeys, 'keyAt' | 'reasonAt'> {
  const batchOf = (index: number): RecoveredKeys =>
    batches[Math.floor(index / BATCH_SIGNATURES)] as RecoveredKeys
  return {
    keyAt: (index) => batchOf(index).keyAt(index % BATCH_SIGNATURES),
    reasonAt: (index) => batchOf(index).reasonAt(index % BATCH_SIGNATURES),
  }
}
