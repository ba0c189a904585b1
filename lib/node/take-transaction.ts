import { PeerFault } from '../errors.ts'
import { noteKnownItems, noteNewItem } from '../inventory/reduce-advertising.ts'
import { takeItem } from '../inventory/reduce-inventory.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { refuse } from './blame.ts'
import { whyNotRelayed } from './check-relay.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'

/** Takes a transaction from a peer: asked for, told once however many copies of it there are, and passed on if that is good. */
export function takeTransaction(
  state: NodeState,
  peer: NodePeer,
  hash: string,
  transaction: Transaction,
  at: number,
): readonly NodeCommand[] {
  if (!takeItem(state.inventory, peer.key, hash)) {
    return [refuse(peer, new PeerFault('UNREQUESTED_ITEM', 'a transaction was not asked for'))]
  }
  state.seenHashes.set(hash, true)
  noteKnownItems(state.advertising, peer.key, [hash], at)
  const { id } = transaction
  const { relays } = state.context
  const heard = state.heardTransactions.get(id)
  if (heard !== undefined) return heard || !relays ? [] : relay(state, peer, hash, transaction)
  state.heardTransactions.set(id, true)
  peer.lastTransactionAt = at
  const name = peer.name
  if (!state.context.acceptTransaction(transaction)) {
    return [{ do: 'emit', event: { type: 'transactionRefused', transaction, peer: name } }]
  }
  const told: NodeCommand = {
    do: 'emit',
    event: { type: 'transactionHeard', transaction, peer: name, at: state.context.wallMs() },
  }
  return relays ? [told, ...relay(state, peer, hash, transaction)] : [told]
}

function relay(
  state: NodeState,
  peer: NodePeer,
  hash: string,
  transaction: Transaction,
): readonly NodeCommand[] {
  const { chain, items, context } = state
  const payload = transaction.message
  if (chain === undefined || payload === undefined) return []
  const reason = whyNotRelayed(transaction, payload, chain, (each) => context.signersOf(each))
  // Whoever sends a spoilt copy first must not keep the good one from the others.
  state.heardTransactions.set(transaction.id, reason === undefined)
  if (reason !== undefined) {
    return [{ do: 'emit', event: { type: 'transactionNotRelayed', transaction, peer: peer.name, reason } }]
  }
  items.set(hash, { itemType: ITEM_TYPE.trx, message: { type: 'trx_message', payload } })
  noteNewItem(state.advertising, ITEM_TYPE.trx, hash)
  return [{ do: 'wake', loop: 'advertise_inventory' }]
}
