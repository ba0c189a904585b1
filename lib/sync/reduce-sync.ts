import { type BlockId, GENESIS, numberOfId } from '../chain/cursor.ts'
import { LinkError, PeerFault } from '../errors.ts'
import { type PackedHashes, packHashes } from '../messages/hashes.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import type { NamedBlock } from './blocks-in-flight.ts'
import { findFaultInIdList, type ListedIds } from './check-id-list.ts'
import { chooseBatch } from './choose-batch.ts'
import { numberAt } from './id-queue.ts'
import type { SyncChain } from './sync-chain.ts'
import * as limits from './sync-state.ts'
import { createSyncPeer, type SyncPeer, type SyncState } from './sync-state.ts'
import { toSynopsis } from './synopsis.ts'

export type Commands = PeerCommand[]

/** Starts to catch up with a peer that became active. */
export function addSyncPeer(state: SyncState, chain: SyncChain, key: number, at: number): Commands {
  const peer = createSyncPeer(key, at)
  state.peers.set(key, peer)
  return state.isOpen ? [ask(chain, peer, at)] : []
}

/** Forgets a peer that is gone; what it owed is asked from the others. */
export function removeSyncPeer(state: SyncState, chain: SyncChain, key: number, at: number): Commands {
  const peer = state.peers.get(key)
  if (peer === undefined) return []
  state.peers.delete(key)
  giveBack(state, peer)
  return fetchFromAll(state, chain, at)
}

/** Asks a peer where its chain goes from ours, because it showed us a block that does not link. Idle peers only. */
export function resyncWith(state: SyncState, chain: SyncChain, key: number, at: number): Commands {
  const peer = state.peers.get(key)
  if (peer === undefined || !state.isOpen || peer.synopsis !== undefined || peer.mode === 'fetching')
    return []
  return [ask(chain, peer, at)]
}

/** The same for all peers, because it matters whether they have what one has shown. */
export function resyncAll(state: SyncState, chain: SyncChain, at: number): Commands {
  return [...state.peers.keys()].flatMap((key) => resyncWith(state, chain, key, at))
}

/** Asks those again whose chain was another one: ours reaches further down now. */
export function askElsewhere(state: SyncState, chain: SyncChain, at: number): Commands {
  if (!state.isOpen) return []
  return [...state.peers.values()]
    .filter(({ mode, synopsis }) => mode === 'elsewhere' && synopsis === undefined)
    .map((peer) => ask(chain, peer, at))
}

/** Whether a peer has listed a block that it still has for us. */
export function hasListed(state: SyncState, key: number, number: number, id: BlockId): boolean {
  const peer = state.peers.get(key)
  return peer !== undefined && number >= peer.first && peer.queue.at(number - peer.first) === id
}

/** Whether a block may come after the one that the peer listed before it, as far as that is still remembered. */
export function fitsList(
  state: SyncState,
  key: number,
  { number, id, previous }: { readonly number: number; readonly id: BlockId; readonly previous: BlockId },
): boolean {
  const peer = state.peers.get(key)
  if (peer === undefined || number <= peer.first || peer.queue.at(number - peer.first) !== id) return true
  return peer.queue.at(number - 1 - peer.first) === previous
}

/** Takes a peer's list of block ids. One nobody asked for is ignored, as core ignores it. */
export function takeIdList(
  state: SyncState,
  chain: SyncChain,
  key: number,
  { ids: listed, remaining }: ListedIds,
  at: number,
  nowSeconds: number,
): Commands {
  const peer = state.peers.get(key)
  const synopsis = peer?.synopsis
  if (peer === undefined || synopsis === undefined) return []
  peer.synopsis = undefined
  const ids = packHashes(listed)
  const fault = findFaultInIdList({ ids, remaining }, synopsis, chain.headTime, nowSeconds)
  if (fault !== undefined) return [disconnect(key, new PeerFault('BAD_ID_LIST', fault))]

  // Asked before it failed us: what it lists is not wanted until it has rested.
  if (isResting(peer)) return []
  peer.remaining = remaining
  if (ids.length === 0) {
    clearQueue(state, peer)
    peer.mode = synopsis.length === 0 ? 'inSync' : 'elsewhere'
    return fetchFromAll(state, chain, at)
  }
  const isNew = appendIds(state, chain, peer, ids)
  if (peer.queue.length === 0) {
    if (remaining === 0 && ids.length === 1) {
      peer.mode = 'inSync'
      peer.fruitless = 0
      return []
    }
    // News when it was asked, and known since: only a list that brought nothing even then is fruitless.
    if (numberOfId(ids.at(-1) as BlockId) <= numberOfId(synopsis.at(-1) ?? GENESIS.id))
      countFruitless(peer, at)
    return isResting(peer) ? [] : [ask(chain, peer, at)]
  }
  trimQueue(chain, peer)
  if (peer.queue.length === 0) {
    // All of it is passed: by our chain, or by one that left ours where it cannot be changed any more.
    return peer.mode === 'elsewhere' ? [] : [ask(chain, peer, at)]
  }
  if (!isNew && remaining === 0 && ids.length === 1 && isAllHere(chain, peer)) {
    // On a branch of its own, or with blocks that are in doubt: whatever it has is here.
    peer.mode = 'inSync'
    peer.fruitless = 0
    return []
  }
  peer.mode = 'fetching'
  if (!isNew) {
    countFruitless(peer, at)
    if (isResting(peer)) return dropWork(state, chain, peer, at)
  } else peer.fruitless = 0
  return fetchFrom(state, chain, peer, at)
}

/** What a delivered block has to tell here. */
export interface Delivery extends NamedBlock {
  readonly sizeBytes: number
}

/**
 * Takes what a peer delivered, from `from` on, as long as it was asked for these blocks by their ids, and returns where that
 * ends: it owes them no longer.
 */
export function takeDeliveries(
  state: SyncState,
  key: number,
  blocks: readonly Delivery[],
  from: number,
  at: number,
): number {
  const peer = state.peers.get(key)
  if (peer === undefined) return from
  let end = from
  for (; end < blocks.length; end += 1) {
    const block = blocks[end] as Delivery
    if (state.inFlight.settle(block, key)) peer.owed -= 1
    else if (peer.late.size === 0 || !peer.late.delete(block.id)) break
    peer.averageBytes += (block.sizeBytes - peer.averageBytes) / 64
  }
  if (end === from) return from
  peer.lastProgressAt = at
  peer.delivered += end - from
  return end
}

/** Goes on after blocks joined the chain, or after a delivery that did not: queues shorten, new batches go out. */
export function afterDelivery(state: SyncState, chain: SyncChain, key: number, at: number): Commands {
  const peer = state.peers.get(key)
  if (peer === undefined || peer.mode !== 'fetching') return []
  if (!state.isOpen) {
    trimQueue(chain, peer)
    return []
  }
  return fetchFrom(state, chain, peer, at)
}

/** The number of the last block that a peer has for us, by what it listed and says is left; 0 where that is nothing. */
export function lastToFetch(state: SyncState, key: number): number {
  const peer = state.peers.get(key)
  return peer === undefined || peer.queue.length === 0 ? 0 : endOf(peer) + peer.remaining
}

/** Notes that the chain grew. */
export function noteApplied(state: SyncState, at: number): void {
  state.lastAppliedAt = at
  state.frontSince = at
}

/** A peer says that it does not have a block it listed: it rests, and others are asked. */
export function takeNotAvailable(
  state: SyncState,
  chain: SyncChain,
  key: number,
  id: BlockId,
  at: number,
): Commands {
  const peer = state.peers.get(key)
  if (peer === undefined) return []
  if (state.inFlight.delete(id, key)) peer.owed -= 1
  else if (!peer.late.delete(id)) return []
  if (peer.mode !== 'fetching') return []
  peer.mode = 'resting'
  peer.restUntil = at + limits.REST_MS
  return dropWork(state, chain, peer, at)
}

/** The consumer has room again, or has none. */
export function setOpen(state: SyncState, chain: SyncChain, isOpen: boolean, at: number): Commands {
  if (state.isOpen === isOpen) return []
  state.isOpen = isOpen
  if (!isOpen) return []
  const commands: Commands = []
  for (const peer of state.peers.values()) {
    if (peer.mode === 'fetching') commands.push(...afterDelivery(state, chain, peer.key, at))
    else if (peer.synopsis === undefined && peer.mode !== 'resting') commands.push(ask(chain, peer, at))
  }
  return commands
}

/** Bytes between two looks that count as progress although no block is complete; a ping is fewer. */
const PROGRESS_BYTES = 500

/** Notes that bytes came from a peer: a large block may be on its way. */
export function noteBytes(state: SyncState, key: number, bytes: number, at: number): void {
  const peer = state.peers.get(key)
  if (peer !== undefined && bytes >= PROGRESS_BYTES) peer.lastProgressAt = at
}

/** Looks after deadlines: lost answers, stalled blocks, peers that have been quiet. */
export function tickSync(state: SyncState, chain: SyncChain, at: number): Commands {
  const commands: Commands = []
  for (const peer of state.peers.values()) {
    if (
      peer.synopsis !== undefined &&
      at - Math.max(peer.askedAt, peer.lastProgressAt) > limits.ID_LIST_TIMEOUT_MS
    ) {
      commands.push(disconnect(peer.key, new LinkError('TIMEOUT', 'no answer to our request for block ids')))
    } else if (
      peer.owed + peer.late.size > 0 &&
      at - Math.max(peer.lastFetchAt, peer.lastProgressAt) > limits.BLOCK_TIMEOUT_MS
    ) {
      commands.push(disconnect(peer.key, new LinkError('TIMEOUT', 'the blocks it listed did not come')))
    } else if (peer.mode === 'resting' && at > peer.restUntil && state.isOpen) {
      peer.mode = 'asking'
      peer.fruitless = 0
      if (peer.synopsis === undefined) commands.push(ask(chain, peer, at))
    }
    const lastAt = Math.max(peer.askedAt, state.lastAppliedAt, peer.lastFetchAt)
    const isForgotten = peer.mode === 'elsewhere' && at - peer.askedAt > limits.ELSEWHERE_MS && isIdle(peer)
    if (state.isOpen && (isForgotten || (at - lastAt > limits.POLL_MS && (isIdle(peer) || isWedged(peer))))) {
      clearQueue(state, peer)
      commands.push(ask(chain, peer, at))
    }
  }
  // Without room nobody has anything to do, which says nothing of speeds.
  if (state.isOpen && chain.hasRoom) commands.push(...relieve(state, chain, at))
  return commands
}

/** How many blocks the furthest peer is ahead of our head, by what it listed and says is left. */
export function blocksBehind(state: SyncState, chain: SyncChain): number {
  let most = 0
  for (const peer of state.peers.values()) {
    if (peer.queue.length > 0) most = Math.max(most, endOf(peer) + peer.remaining - chain.head.number)
  }
  return most
}

function ask(chain: SyncChain, peer: SyncPeer, at: number): PeerCommand {
  // What the chain has passed is not to be told again: the last one that a peer knows is where its answer begins.
  if (peer.queue.length > 0 && chain.idAt(endOf(peer)) === peer.queue.at(-1)) forget(peer)
  const lastQueued = peer.queue.at(-1)
  const ours = toSynopsis(chain)
  peer.synopsis = lastQueued === undefined ? ours : [...ours, lastQueued]
  peer.askedAt = at
  if (peer.mode !== 'fetching') peer.mode = 'asking'
  const message = {
    type: 'fetch_blockchain_item_ids_message',
    item_type: ITEM_TYPE.block,
    blockchain_synopsis: peer.synopsis,
  } as const
  return { do: 'send', peer: peer.key, message }
}

/** Puts a list behind what the peer listed before; false when it brought nothing new. */
function appendIds(state: SyncState, chain: SyncChain, peer: SyncPeer, ids: PackedHashes): boolean {
  const last = peer.queue.at(-1)
  if (last !== undefined && ids.at(0) === last) {
    peer.queue.append(ids, 1)
    return ids.length > 1
  }
  clearQueue(state, peer)
  const first = numberAt(ids.bytes, 0)
  let start = 0
  while (start < ids.length && chain.idAt(first + start) === ids.at(start)) start += 1
  peer.queue.append(ids, start)
  peer.first = first + start
  return peer.queue.length > 0 && peer.queue.at(-1) !== last
}

/** Hands out what is free, to the quickest first, for they have earned it. */
function fetchFromAll(
  state: SyncState,
  chain: SyncChain,
  at: number,
  except: readonly SyncPeer[] = [],
): Commands {
  if (!state.isOpen) return []
  return [...state.peers.values()]
    .filter((peer) => peer.mode === 'fetching' && !except.includes(peer))
    .sort((a, b) => b.allowance - a.allowance)
    .flatMap((peer) => fetchFrom(state, chain, peer, at))
}

function fetchFrom(state: SyncState, chain: SyncChain, peer: SyncPeer, at: number): Commands {
  if (!state.isOpen) return []
  trimQueue(chain, peer)
  if (peer.mode !== 'fetching') return []
  const batch = chooseBatch(peer, chain, state.inFlight)
  if (batch.length > 0) {
    // A batch that was earned within half a second says the peer is quick: let it owe more.
    if (at - peer.lastFetchAt < 500) peer.allowance = Math.min(peer.allowance * 2, limits.MAX_ALLOWANCE)
    peer.lastFetchAt = at
    peer.firstFetchAt ??= at
    if (numberAt(batch.bytes, 0) === chain.head.number + 1) state.frontSince = at
    state.inFlight.add(batch, peer.key)
    peer.owed += batch.length
  }
  const commands: Commands = []
  // Ids are asked for first: their list would come behind all of the batch, and there are no more until it comes.
  const isMoreWanted = peer.remaining > 0 && peer.queue.length < limits.MAX_QUEUED_IDS
  if (peer.synopsis === undefined && (isMoreWanted || (peer.owed === 0 && isFinished(chain, peer))))
    commands.push(ask(chain, peer, at))
  const unasked = withoutLate(peer, batch)
  for (let from = 0; from < unasked.length; from += limits.MAX_IDS_PER_FETCH) {
    const ids = unasked.slice(from, from + limits.MAX_IDS_PER_FETCH)
    const message = {
      type: 'fetch_items_message',
      item_type: ITEM_TYPE.block,
      items_to_fetch: ids,
    } as const
    commands.push({ do: 'send', peer: peer.key, message })
  }
  return commands
}

/** What of a batch it was not asked for before: that is on its way, and asked for again it would come twice. */
function withoutLate(peer: SyncPeer, batch: PackedHashes): PackedHashes {
  if (peer.late.size === 0) return batch
  return packHashes([...batch].filter((id) => !peer.late.delete(id)))
}

/** Drops listed ids that the chain has passed, and all of a branch that left ours where it cannot be changed any more. */
function trimQueue(chain: SyncChain, peer: SyncPeer): void {
  const passed = Math.min(chain.head.number - peer.first + 1, peer.queue.length)
  if (passed <= 0) return
  // Whose chain is ours at the end is ours all the way. Ids are looked at as texts, so that is told by one of them.
  if (isOurs(chain, peer, passed - 1)) {
    if (passed === peer.queue.length || passed >= TRIM_STEP) drop(peer, passed)
    return
  }
  let ours = 0
  while (isOurs(chain, peer, ours)) ours += 1
  if (ours > 0) {
    drop(peer, ours)
    peer.next = 0
  }
  if (peer.first > chain.rootNumber) return
  peer.mode = 'elsewhere'
  forget(peer)
}

function drop(peer: SyncPeer, count: number): void {
  peer.queue.dropFirst(count)
  peer.first += count
  peer.next = Math.max(0, peer.next - count)
}

function forget(peer: SyncPeer): void {
  peer.queue.clear()
  peer.next = 0
}

/** Whether what stands at a place of a peer's queue is in our chain. */
function isOurs(chain: SyncChain, { first, queue }: SyncPeer, place: number): boolean {
  return chain.idAt(first + place) === queue.at(place)
}

/** Whether all that a peer has listed so far was asked for and came, so that it is time to hear what else it has. */
function isFinished(chain: SyncChain, peer: SyncPeer): boolean {
  if (peer.queue.length === 0) return true
  return peer.remaining === 0 && peer.next >= peer.queue.length && isAllHere(chain, peer)
}

/** Whether all that a peer listed is in our chain or beside it. */
function isAllHere(chain: SyncChain, peer: SyncPeer): boolean {
  for (let place = peer.queue.length - 1; place >= 0; place -= 1) {
    if (!chain.isHeld(peer.queue.at(place) as BlockId)) return isOurs(chain, peer, place)
  }
  return true
}

const TRIM_STEP = 1000

function clearQueue(state: SyncState, peer: SyncPeer): void {
  giveBack(state, peer)
  forget(peer)
}

/** Makes what a peer owes free for others. It may still deliver it. */
function giveBack(state: SyncState, peer: SyncPeer): void {
  if (peer.owed > 0) {
    for (const id of state.inFlight.release(peer.key)) peer.late.add(id)
  }
  peer.owed = 0
  for (const other of state.peers.values()) other.next = 0
}

function dropWork(state: SyncState, chain: SyncChain, peer: SyncPeer, at: number): Commands {
  clearQueue(state, peer)
  return fetchFromAll(state, chain, at)
}

function countFruitless(peer: SyncPeer, at: number): void {
  peer.fruitless += 1
  if (peer.fruitless >= limits.MAX_FRUITLESS_ROUNDS) {
    peer.mode = 'resting'
    peer.restUntil = at + limits.REST_MS
  }
}

/**
 * Gives the work of late peers to others that have it too: of those that deliver nothing at all, of the one that keeps all
 * waiting for the next block, and of slow ones while a quick one has nothing to do. All are trusted with less afterwards,
 * the silent ones rest.
 */
function relieve(state: SyncState, chain: SyncChain, at: number): Commands {
  measureSpeeds(state, at)
  const working = [...state.peers.values()].filter(
    (peer) => frontOf(chain, peer) !== undefined || peer.owed > 0,
  )
  const silent = working.filter(
    (peer) => peer.owed > 0 && at - Math.max(peer.lastFetchAt, peer.lastProgressAt) >= peer.stallMs,
  )
  const idleSpeeds = working
    .filter(
      (peer) => peer.owed === 0 && at - Math.max(peer.lastFetchAt, peer.lastProgressAt) >= limits.IDLE_MS,
    )
    .map(({ peakSpeed }) => peakSpeed)
  const idleSpeed = Math.max(0, ...idleSpeeds)
  const late = working.filter((peer) => {
    const front = frontOf(chain, peer)
    const isHolding = front !== undefined && state.inFlight.get(front) === peer.key
    const isMeasured = peer.firstFetchAt !== undefined && at - peer.firstFetchAt >= limits.MEASURE_MS
    const isSlow = isMeasured && peer.owed > 0 && peer.peakSpeed < idleSpeed * limits.SLOW_SHARE
    return silent.includes(peer) || isSlow || (isHolding && at - state.frontSince >= peer.stallMs)
  })
  if (late.length === 0 || late.length === working.length) return []
  for (const peer of late) {
    peer.stallMs = Math.min(peer.stallMs * 2, limits.MAX_STALL_MS)
    peer.allowance = Math.max(1, Math.floor(peer.allowance / 4))
    if (silent.includes(peer)) {
      peer.mode = 'resting'
      peer.restUntil = at + limits.REST_MS
      clearQueue(state, peer)
    } else giveBack(state, peer)
  }
  state.frontSince = at
  return fetchFromAll(state, chain, at, late)
}

function measureSpeeds(state: SyncState, at: number): void {
  const seconds = (at - state.lookedAt) / 1000
  state.lookedAt = at
  for (const peer of state.peers.values()) {
    if (seconds > 0) peer.peakSpeed = Math.max(peer.peakSpeed, peer.delivered / seconds)
    peer.delivered = 0
  }
}

function frontOf(chain: SyncChain, peer: SyncPeer): BlockId | undefined {
  const place = chain.head.number + 1 - peer.first
  return peer.mode === 'fetching' && place >= 0 ? peer.queue.at(place) : undefined
}

function endOf(peer: SyncPeer): number {
  return peer.first + peer.queue.length - 1
}

function isIdle(peer: SyncPeer): boolean {
  return peer.synopsis === undefined && peer.owed === 0 && peer.mode !== 'fetching' && peer.mode !== 'resting'
}

/** Everything it listed was asked for and came, and the block we need is not among it: it was left out, or is another's. */
function isWedged(peer: SyncPeer): boolean {
  return peer.mode === 'fetching' && peer.synopsis === undefined && peer.owed === 0 && peer.late.size === 0
}

function isResting(peer: SyncPeer): boolean {
  return peer.mode === 'resting'
}

function disconnect(peer: number, fault: PeerFault | LinkError): PeerCommand {
  return { do: 'disconnect', peer, fault }
}
