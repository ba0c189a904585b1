import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { PeerCommand } from '../peer/peer-command.ts'

/** Items wanted at once. Above it new transactions are not taken; blocks always find room. */
export const MAX_WANTED = 20_000
/** Peers remembered as having announced an item. */
export const MAX_ANNOUNCERS = 8
/** Transaction announcements taken from a peer: so many a second, and so many at once. */
export const TRX_PER_SECOND = 500
export const TRX_BURST = 5000
/** Block announcements taken from a peer in two minutes; a chain makes 40. */
export const BLOCKS_PER_TWO_MINUTES = 200
/** A block that does not come is asked elsewhere after this long, a transaction after that. */
export const BLOCK_HEDGE_MS = 1500
export const TRX_HEDGE_MS = 4000
/** What nobody delivered in this time is forgotten: it has left the caches of those who announced it. */
export const WANTED_MS = 15_000
/** Late answers to what we asked are still ours for this long. */
export const LATE_MS = 30_000

export interface WantedItem {
  readonly hash: string
  readonly itemType: number
  readonly since: number
  announcers: number[]
  askedFrom: number | undefined
  askedAt: number
}

interface InventoryPeer {
  readonly key: number
  /** What it was asked for by message hash, with the time. */
  readonly asked: Map<string, number>
  trxTokens: number
  blockTokens: number
  tokensAt: number
}

export interface InventoryState {
  readonly peers: Map<number, InventoryPeer>
  readonly wanted: Map<string, WantedItem>
  /** False: transactions are not asked for, because nobody listens. */
  wantsTransactions: boolean
  isOpen: boolean
  /** Announcements that found no room. */
  dropped: number
}

export function createInventoryState(): InventoryState {
  return { peers: new Map(), wanted: new Map(), wantsTransactions: false, isOpen: true, dropped: 0 }
}

export function addInventoryPeer(state: InventoryState, key: number, at: number): void {
  state.peers.set(key, {
    key,
    asked: new Map(),
    trxTokens: TRX_BURST,
    blockTokens: BLOCKS_PER_TWO_MINUTES,
    tokensAt: at,
  })
}

/** Forgets a peer; what it was asked for is asked from others that announced it. */
export function removeInventoryPeer(state: InventoryState, key: number, at: number): readonly PeerCommand[] {
  const peer = state.peers.get(key)
  if (peer === undefined) return []
  state.peers.delete(key)
  const commands: PeerCommand[] = []
  for (const item of state.wanted.values()) {
    item.announcers = item.announcers.filter((announcer) => announcer !== key)
    if (item.askedFrom === key) commands.push(...askNext(state, item, at))
  }
  return commands
}

/**
 * A peer says what it has. What is new is asked for at once, from it; what is on its way is remembered as being there too.
 *
 * @param isSeen whether an item of that hash was here before
 */
export function takeInventory(
  state: InventoryState,
  key: number,
  itemType: number,
  hashes: readonly string[],
  isSeen: (hash: string) => boolean,
  at: number,
): readonly PeerCommand[] {
  const peer = state.peers.get(key)
  if (peer === undefined || !state.isOpen) return []
  const isBlock = itemType === ITEM_TYPE.block
  if (!isBlock && (itemType !== ITEM_TYPE.trx || !state.wantsTransactions)) return []
  refill(peer, at)
  const fresh: string[] = []
  for (const hash of hashes) {
    const known = state.wanted.get(hash)
    if (known !== undefined) {
      if (known.announcers.length < MAX_ANNOUNCERS && !known.announcers.includes(key))
        known.announcers.push(key)
      if (known.askedFrom === undefined) fresh.push(hash)
      continue
    }
    if (isSeen(hash)) continue
    if (isBlock ? peer.blockTokens < 1 : peer.trxTokens < 1 || state.wanted.size >= MAX_WANTED) {
      state.dropped += 1
      continue
    }
    if (isBlock) peer.blockTokens -= 1
    else peer.trxTokens -= 1
    state.wanted.set(hash, { hash, itemType, since: at, announcers: [key], askedFrom: undefined, askedAt: 0 })
    fresh.push(hash)
  }
  return askFor(state, peer, itemType, fresh, at)
}

/** Whether this peer was asked for the item of that message hash; if so it is wanted no longer. */
export function takeItem(state: InventoryState, key: number, hash: string): boolean {
  const peer = state.peers.get(key)
  if (peer?.asked.delete(hash) !== true) return false
  state.wanted.delete(hash)
  return true
}

/** Whether anything was asked from this peer by message hash, so that a hash is worth computing. */
export function hasAsked(state: InventoryState, key: number): boolean {
  return (state.peers.get(key)?.asked.size ?? 0) > 0
}

/** The item came another way: nobody needs to send it any more. */
export function forgetItem(state: InventoryState, hash: string): void {
  state.wanted.delete(hash)
}

/** A peer does not have what it announced: the next one is asked. */
export function takeItemNotAvailable(
  state: InventoryState,
  key: number,
  hash: string,
  at: number,
): readonly PeerCommand[] {
  state.peers.get(key)?.asked.delete(hash)
  const item = state.wanted.get(hash)
  if (item === undefined) return []
  item.announcers = item.announcers.filter((announcer) => announcer !== key)
  return item.askedFrom === key ? askNext(state, item, at) : []
}

/** Asks others for what is late, forgets what nobody delivers. */
export function tickInventory(state: InventoryState, at: number): readonly PeerCommand[] {
  const commands: PeerCommand[] = []
  for (const item of state.wanted.values()) {
    if (at - item.since > WANTED_MS) state.wanted.delete(item.hash)
    else if (item.askedFrom !== undefined && at - item.askedAt > hedgeMs(item)) {
      const late = item.askedFrom
      item.announcers = [...item.announcers.filter((announcer) => announcer !== late), late]
      commands.push(...askNext(state, item, at, late))
    }
  }
  for (const peer of state.peers.values()) {
    for (const [hash, askedAt] of peer.asked) {
      if (at - askedAt <= LATE_MS) break
      peer.asked.delete(hash)
    }
  }
  return commands
}

function hedgeMs(item: WantedItem): number {
  return item.itemType === ITEM_TYPE.block ? BLOCK_HEDGE_MS : TRX_HEDGE_MS
}

function askNext(
  state: InventoryState,
  item: WantedItem,
  at: number,
  except?: number,
): readonly PeerCommand[] {
  // Who was asked and has not answered yet is not asked again: it would come twice.
  const next = item.announcers.find(
    (announcer) => announcer !== except && state.peers.get(announcer)?.asked.has(item.hash) === false,
  )
  const peer = next === undefined ? undefined : state.peers.get(next)
  if (peer === undefined) {
    if (except === undefined) item.askedFrom = undefined
    else item.askedAt = at
    return []
  }
  return askFor(state, peer, item.itemType, [item.hash], at)
}

function askFor(
  state: InventoryState,
  peer: InventoryPeer,
  itemType: number,
  hashes: readonly string[],
  at: number,
): readonly PeerCommand[] {
  const unasked = hashes.filter((hash) => !peer.asked.has(hash))
  for (const hash of unasked) peer.asked.set(hash, at)
  for (const hash of hashes) {
    const item = state.wanted.get(hash)
    if (item === undefined) continue
    item.askedFrom = peer.key
    item.askedAt = at
  }
  const commands: PeerCommand[] = []
  for (let from = 0; from < unasked.length; from += MAX_ITEMS_PER_FETCH) {
    const items_to_fetch = unasked.slice(from, from + MAX_ITEMS_PER_FETCH)
    commands.push({
      do: 'send',
      peer: peer.key,
      message: { type: 'fetch_items_message', item_type: itemType, items_to_fetch },
    })
  }
  return commands
}

/** Core answers any number at once, but its send queue ends at 1 MiB: fifty transactions stay well below. */
const MAX_ITEMS_PER_FETCH = 50

function refill(peer: InventoryPeer, at: number): void {
  const seconds = Math.max(0, at - peer.tokensAt) / 1000
  peer.trxTokens = Math.min(TRX_BURST, peer.trxTokens + seconds * TRX_PER_SECOND)
  peer.blockTokens = Math.min(
    BLOCKS_PER_TWO_MINUTES,
    peer.blockTokens + (seconds * BLOCKS_PER_TWO_MINUTES) / 120,
  )
  peer.tokensAt = at
}
