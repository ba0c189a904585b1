import type { Transaction } from '../protocol/transaction.ts'
import type { Block } from './block.ts'

/** Transactions of ours that are followed at once. */
export const MAX_OWN_TRANSACTIONS = 1000
/** A transaction that is in no block yet is advertised again so often: bitshares-core does it once and never again. */
export const ADVERTISE_AGAIN_MS = 15_000

/** A transaction that was given to this node to be sent. */
export interface OwnTransaction {
  readonly id: string
  /** The hash of its message. */
  readonly hash: string
  /** Seconds since 1970. */
  readonly expiration: number
  advertisedAt: number
  /** In a block of the chain as it is. */
  isIncluded: boolean
  /** Peers that fetched it. */
  readonly servedTo: Set<string>
}

/** By id. */
export type OwnTransactions = Map<string, OwnTransaction>

/** Notes which of them the blocks include; those that cannot be included any more are let go. */
export function noteIncludedOwn(own: OwnTransactions, blocks: readonly Block[], isIncluded: boolean): void {
  if (own.size === 0) return
  for (const { transactions } of blocks) {
    for (const { id } of transactions) {
      const found = own.get(id)
      if (found !== undefined) found.isIncluded = isIncluded
    }
  }
}

/**
 * Makes room for one more where all places are taken: the oldest that is in a block gives way, because without a genesis
 * document nothing may ever say that it is irreversible. False: none is.
 */
export function makeRoomForOwn(own: OwnTransactions): boolean {
  if (own.size < MAX_OWN_TRANSACTIONS) return true
  for (const { id, isIncluded } of own.values()) if (isIncluded) return own.delete(id)
  return false
}

/** Those that have expired by the head's time and are in no block; they are let go. */
export function takeExpiredOwn(own: OwnTransactions, headTime: number): readonly OwnTransaction[] {
  const expired = [...own.values()].filter(
    ({ isIncluded, expiration }) => !isIncluded && expiration < headTime,
  )
  for (const { id } of expired) own.delete(id)
  return expired
}

/** Those whose turn it is to be advertised again. */
export function dueOwn(own: OwnTransactions, at: number): readonly OwnTransaction[] {
  const due = [...own.values()].filter(
    ({ isIncluded, advertisedAt }) => !isIncluded && at - advertisedAt >= ADVERTISE_AGAIN_MS,
  )
  for (const each of due) each.advertisedAt = at
  return due
}

export function toOwnTransaction(
  { id, expiration }: Pick<Transaction, 'id' | 'expiration'>,
  hash: string,
  at: number,
): OwnTransaction {
  return { id, hash, expiration, advertisedAt: at, isIncluded: false, servedTo: new Set() }
}
