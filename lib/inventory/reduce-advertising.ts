import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { PeerCommand } from '../peer/peer-command.ts'

/** How long it is remembered that a peer knows an item (`GRAPHENE_NET_MAX_INVENTORY_SIZE_IN_MINUTES`). */
export const INVENTORY_MEMORY_MS = 120_000
/** Items remembered for one peer; the oldest give way. */
export const MAX_REMEMBERED_ITEMS = 5000
/** New items that wait to be advertised; the oldest transactions give way. */
export const MAX_NEW_ITEMS = 20_000
/** Hashes in one inventory of ours. */
const HASHES_PER_MESSAGE = 1000

/** Whom we tell of new items, and what each knows already (`node.cpp`, `advertise_inventory_loop`). */
export interface AdvertisingState {
  readonly peers: Map<number, AdvertisedPeer>
  /** Items accepted and not advertised yet: message hash to type, in order. */
  readonly fresh: Map<string, number>
}

interface AdvertisedPeer {
  readonly key: number
  /** Whether it has all that we have (`peer_needs_sync_items_from_us` in core, the other way round). */
  isInSync: boolean
  /** Items that it told us of, or we told it of: when, oldest first. */
  readonly knows: Map<string, number>
}

export function createAdvertisingState(): AdvertisingState {
  return { peers: new Map(), fresh: new Map() }
}

export function addAdvertisedPeer(state: AdvertisingState, key: number): void {
  state.peers.set(key, { key, isInSync: false, knows: new Map() })
}

export function removeAdvertisedPeer(state: AdvertisingState, key: number): void {
  state.peers.delete(key)
}

/** A peer's synopsis was answered: new items are for those that have everything else. */
export function noteSynopsisAnswered(state: AdvertisingState, key: number, isInSync: boolean): void {
  const peer = state.peers.get(key)
  if (peer !== undefined) peer.isInSync = isInSync
}

/** A peer told us of items: it does not have to be told. */
export function noteKnownItems(
  state: AdvertisingState,
  key: number,
  hashes: readonly string[],
  at: number,
): void {
  const peer = state.peers.get(key)
  if (peer !== undefined) for (const hash of hashes) remember(peer, hash, at)
}

/** An item was accepted: it is advertised with the next pass. Again, if that is wished, to those who do not know it. */
export function noteNewItem(state: AdvertisingState, itemType: number, hash: string): void {
  const { fresh } = state
  if (fresh.size >= MAX_NEW_ITEMS && !fresh.has(hash)) {
    const oldest = oldestTransaction(fresh)
    if (oldest !== undefined) fresh.delete(oldest)
    else if (itemType === ITEM_TYPE.trx) return
  }
  fresh.set(hash, itemType)
}

function oldestTransaction(fresh: AdvertisingState['fresh']): string | undefined {
  for (const [hash, type] of fresh) if (type === ITEM_TYPE.trx) return hash
  return undefined
}

/**
 * One pass: tells every peer that is in sync of the new items that it does not know, blocks first, and forgets what was new
 * and what each knew too long ago. Peers that are not in sync learn of them when they ask for ids.
 */
export function advertiseInventory(state: AdvertisingState, at: number): readonly PeerCommand[] {
  if (state.fresh.size === 0) return []
  const commands: PeerCommand[] = []
  for (const peer of state.peers.values()) {
    forgetOld(peer, at)
    if (!peer.isInSync) continue
    for (const itemType of [ITEM_TYPE.block, ITEM_TYPE.trx]) {
      const hashes = [...state.fresh].filter(([hash, type]) => type === itemType && !peer.knows.has(hash))
      for (const [hash] of hashes) remember(peer, hash, at)
      commands.push(
        ...announce(
          peer.key,
          itemType,
          hashes.map(([hash]) => hash),
        ),
      )
    }
  }
  state.fresh.clear()
  return commands
}

/** How many peers know of an item. */
export function countKnowing({ peers }: AdvertisingState, hash: string): number {
  let count = 0
  for (const { knows } of peers.values()) if (knows.has(hash)) count += 1
  return count
}

function announce(peer: number, itemType: number, hashes: readonly string[]): readonly PeerCommand[] {
  return Array.from({ length: Math.ceil(hashes.length / HASHES_PER_MESSAGE) }, (_, index) => ({
    do: 'send',
    peer,
    message: {
      type: 'item_ids_inventory_message',
      item_type: itemType,
      item_hashes_available: hashes.slice(index * HASHES_PER_MESSAGE, (index + 1) * HASHES_PER_MESSAGE),
    },
  }))
}

function remember({ knows }: AdvertisedPeer, hash: string, at: number): void {
  knows.delete(hash)
  knows.set(hash, at)
  if (knows.size <= MAX_REMEMBERED_ITEMS) return
  const oldest = knows.keys().next().value
  if (oldest !== undefined) knows.delete(oldest)
}

function forgetOld({ knows }: AdvertisedPeer, at: number): void {
  for (const [hash, since] of knows) {
    if (at - since <= INVENTORY_MEMORY_MS) return
    knows.delete(hash)
  }
}
