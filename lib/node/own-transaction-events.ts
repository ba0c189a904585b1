import { noteNewItem } from '../inventory/reduce-advertising.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import { toMessageHash } from '../protocol/identities.ts'
import type { Transaction } from '../protocol/transaction.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'
import {
  dueOwn,
  makeRoomForOwn,
  MAX_OWN_TRANSACTIONS,
  noteIncludedOwn,
  takeExpiredOwn,
  toOwnTransaction,
} from './own-transactions.ts'

/** Takes a transaction of ours: it is advertised to whoever is in sync, and again until it is in a block. */
export function takeBroadcast(
  state: NodeState,
  transaction: Transaction,
  payload: Uint8Array,
  at: number,
): readonly NodeCommand[] {
  const { id } = transaction
  if (state.own.has(id)) return []
  if (!makeRoomForOwn(state.own)) {
    const reason = `${MAX_OWN_TRANSACTIONS} transactions are on their way already`
    return [{ do: 'emit', event: { type: 'transactionNotSent', id, reason } }]
  }
  const hash = toMessageHash(payload)
  state.own.set(id, toOwnTransaction(transaction, hash, at))
  state.heardTransactions.set(id, true)
  state.seenHashes.set(hash, true)
  state.items.set(hash, { itemType: ITEM_TYPE.trx, message: { type: 'trx_message', payload } })
  noteNewItem(state.advertising, ITEM_TYPE.trx, hash)
  return [{ do: 'wake', loop: 'advertise_inventory' }]
}

/** A peer has fetched a transaction: if it is ours, that is told. */
export function noteServed(state: NodeState, peer: NodePeer, hash: string): readonly NodeCommand[] {
  for (const each of state.own.values()) {
    if (each.hash !== hash || each.servedTo.has(peer.name)) continue
    each.servedTo.add(peer.name)
    const event = {
      type: 'transactionSent',
      id: each.id,
      peer: peer.name,
      peers: each.servedTo.size,
    } as const
    return [{ do: 'emit', event }]
  }
  return []
}

/** A peer announces items: a transaction of ours among them has come around. */
export function noteEcho(
  state: NodeState,
  peer: NodePeer,
  hashes: readonly string[],
): readonly NodeCommand[] {
  if (state.own.size === 0) return []
  const announced = new Set(hashes)
  return [...state.own.values()]
    .filter(({ hash, servedTo }) => announced.has(hash) && !servedTo.has(peer.name))
    .map(({ id }) => ({ do: 'emit', event: { type: 'transactionEchoed', id, peer: peer.name } }))
}

/** The chain has changed: which of ours are in blocks now, and which cannot be any more. */
export function followOwn(state: NodeState, commands: readonly NodeCommand[]): readonly NodeCommand[] {
  if (state.own.size === 0) return []
  let isChanged = false
  for (const command of commands) {
    if (command.do !== 'change') continue
    isChanged = true
    const { undone, applied, irreversible } = command.change
    noteIncludedOwn(state.own, undone, false)
    noteIncludedOwn(state.own, applied, true)
    for (const { transactions } of irreversible) for (const { id } of transactions) state.own.delete(id)
  }
  if (!isChanged) return []
  return takeExpiredOwn(state.own, state.chain?.headTime ?? 0).map(({ id }) => ({
    do: 'emit',
    event: { type: 'transactionExpired', id },
  }))
}

/** A peer has all that we have: it is told of what is in no block yet, unless it was. */
export function tellOwn(state: NodeState): readonly NodeCommand[] {
  const waiting = [...state.own.values()].filter(({ isIncluded }) => !isIncluded)
  for (const { hash } of waiting) noteNewItem(state.advertising, ITEM_TYPE.trx, hash)
  return waiting.length === 0 ? [] : [{ do: 'wake', loop: 'advertise_inventory' }]
}

/** Advertises again what is in no block yet, to peers that may have missed it. */
export function advertiseOwnAgain(state: NodeState, at: number): readonly NodeCommand[] {
  if (state.own.size === 0) return []
  const due = dueOwn(state.own, at)
  for (const { hash } of due) {
    for (const { knows } of state.advertising.peers.values()) knows.delete(hash)
    noteNewItem(state.advertising, ITEM_TYPE.trx, hash)
  }
  return due.length === 0 ? [] : [{ do: 'wake', loop: 'advertise_inventory' }]
}
