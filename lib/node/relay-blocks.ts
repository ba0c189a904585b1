import { noteKnownItems, noteNewItem } from '../inventory/reduce-advertising.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import { toMessageHash } from '../protocol/identities.ts'
import { type Block, verdictOf } from './block.ts'
import { toBlockMessage } from './block-message.ts'
import type { NodeCommand, NodeState } from './node-state.ts'

/**
 * Blocks older than this are not advertised: whoever is in sync has them, and bitshares-core lets go of peers that offer
 * blocks below its fork window.
 */
export const MAX_ADVERTISED_AGE_SECONDS = 30

/**
 * Advertises blocks that have just joined the chain, if their witness's signature was accepted: a forged block that passes
 * through us would cost us our peers. A block whose witness is seen for the first time is passed on, too, because where a
 * stream begins in the middle nothing else can be known. With `verify: 'links'` no signature is looked at, and no block passed on.
 */
export function relayBlocks(state: NodeState, blocks: readonly Block[], at: number): readonly NodeCommand[] {
  if (!state.context.relays || blocks.length === 0) return []
  const oldest = state.context.chainSeconds() - MAX_ADVERTISED_AGE_SECONDS
  let isAny = false
  for (const block of blocks) {
    if (block.timestamp < oldest || (verdictOf(block)?.signer ?? 'unknown') === 'unknown') continue
    const message = toBlockMessage(block.raw, block.id)
    const hash = toMessageHash(message.payload)
    state.items.set(hash, { itemType: ITEM_TYPE.block, message })
    state.seenHashes.set(hash, true)
    // Who gave it by its id has not announced it.
    for (const { key, name } of state.peers.values())
      if (name === block.received.peer) noteKnownItems(state.advertising, key, [hash], at)
    noteNewItem(state.advertising, ITEM_TYPE.block, hash)
    isAny = true
  }
  return isAny ? [{ do: 'wake', loop: 'advertise_inventory' }] : []
}
