import { type RelayChain, whyNotRelayed } from '../node/check-relay.ts'
import { toMessageHash } from '../protocol/identities.ts'
import type { Transaction } from '../protocol/transaction.ts'
import type { PendingTransaction } from './block-source.ts'
import type { BranchIndex, ChainEvent } from './chain-event.ts'
import type { SharedChain } from './responder.ts'

/** Transactions of others that wait for a block, or may have to again. */
export const MAX_TAKEN = 2000
/** Bytes of them. */
export const MAX_TAKEN_BYTES: number = 16 * 1024 * 1024
/** Bytes of them in one block; what finds no room waits for the next. */
export const MAX_TAKEN_BYTES_PER_BLOCK: number = 1024 * 1024

/** A transaction that was given to a node of the devnet. */
export interface TakenTransaction extends PendingTransaction {
  readonly value: Transaction
}

/** What others gave to the nodes: kept until it has expired, because a block that includes it may be undone. */
export interface TakenTransactions {
  /** Keeps a transaction, with the bytes it was read from, for the nodes on a side, or says why it is not taken. */
  take(side: BranchIndex, transaction: Transaction): TakenTransaction | string
  /** On which branch what a node on that side takes is known: undefined while there is only one. */
  branchOf(side: BranchIndex): BranchIndex | undefined
  /** What can be in a block of that branch after its head, oldest first; some of it may be in blocks already. */
  due(side: BranchIndex, headSeconds: number): readonly TakenTransaction[]
  /** The chain has changed, and with it what is served. */
  follow(event: ChainEvent): void
}

type Pool = Map<string, TakenTransaction>

/** @param chains what the nodes on each side serve */
export function createTakenTransactions(chains: readonly [SharedChain, SharedChain]): TakenTransactions {
  const first: Pool = new Map()
  const pools: [Pool, Pool] = [first, first]
  let isSplit = false

  /** Those that the chain of a side can include. */
  function fitting(pool: Pool, side: BranchIndex): Pool {
    const chain = toRelayChain(chains[side])
    return new Map([...pool].filter(([, { value }]) => whyNotTaken(value, chain) === undefined))
  }

  return {
    take(side, transaction) {
      const { id } = transaction
      const pool = pools[side]
      if (pool.has(id) || chains[side].cache.get(id) !== undefined) return 'it is here already'
      const reason = whyNotTaken(transaction, toRelayChain(chains[side]))
      if (reason !== undefined) return reason
      const payload = transaction.raw
      if (pool.size >= MAX_TAKEN || sizeOf(pool) + payload.length > MAX_TAKEN_BYTES)
        return 'too many wait for a block'
      const taken = { id, payload, hash: toMessageHash(payload), at: 0, value: transaction }
      pool.set(id, taken)
      return taken
    },
    branchOf: (side) => (isSplit ? side : undefined),
    due(side, headSeconds) {
      let room = MAX_TAKEN_BYTES_PER_BLOCK
      return [...pools[side].values()].filter(({ value, payload }) => {
        if (value.expiration < headSeconds) return false
        room -= payload.length
        return room >= 0
      })
    },
    follow(event) {
      switch (event.type) {
        case 'transaction':
          break
        case 'block': {
          const side = event.branch ?? 0
          for (const [id, { value }] of pools[side])
            if (value.expiration < chains[side].log.headSeconds) pools[side].delete(id)
          break
        }
        case 'forked':
          isSplit = true
          pools[1] = fitting(pools[0], 1)
          break
        case 'joined': {
          const { winner } = event
          isSplit = false
          const pool: Pool = new Map([...pools[winner], ...fitting(pools[winner === 0 ? 1 : 0], winner)])
          pools[0] = pool
          pools[1] = pool
        }
      }
    },
  }
}

function whyNotTaken(transaction: Transaction, chain: RelayChain): string | undefined {
  const { message = transaction.raw } = transaction
  return whyNotRelayed(transaction, message, chain, (each) => each.signers())
}

function toRelayChain({ log }: SharedChain): RelayChain {
  return { head: log.head, headTime: log.headSeconds, idAt: (number) => log.byNumber(number)?.id }
}

function sizeOf(pool: Pool): number {
  let size = 0
  for (const { payload } of pool.values()) size += payload.length
  return size
}
