import { type BlockId, type Cursor, GENESIS, numberOfId } from '../chain/cursor.ts'
import { LinkError, PeerFault } from '../errors.ts'
import type { Hashes } from '../messages/hashes.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import { findFaultInIdList } from './check-id-list.ts'

/** Where a stream is to begin, when that is not a block whose id is known. */
export type StartGoal =
  | { readonly kind: 'head' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'time'; readonly seconds: number }

/** Ids one answer brings at most (`get_block_ids`), to compare the two ways of walking. */
const IDS_PER_LIST = 2000
/** Seconds between blocks, only to guess which way is shorter. */
const USUAL_INTERVAL_SECONDS = 3
/** An answer is waited for this long before another peer is asked. */
export const LOCATE_TIMEOUT_MS = 10_000
/** Who has not answered after this long is let go, as while catching up. */
export const ANSWER_TIMEOUT_MS = 20_000
/** When nobody could help, everybody is asked again after this long. */
export const LOCATE_PAUSE_MS = 1000

/** What a peer said of its head when it introduced itself. */
export interface PeerHead {
  readonly key: number
  readonly number: number
  readonly id: BlockId
  /** Seconds since 1970, 0 when it did not say. */
  readonly time: number
}

/** What a block has to tell here. */
export interface BlockPlace {
  readonly number: number
  readonly id: BlockId
  readonly previous: BlockId
  readonly timestamp: number
}

/**
 * How far the search is.
 *
 * - `idle`: no peer to ask. → `probing`
 * - `probing`: asking a peer for the ids above its head, to learn its real head. → `back` or `forward`
 * - `back`: fetching blocks from the head downwards, each names the one before it.
 * - `forward`: walking up through lists of ids from block 1; by time, the last block of each list is fetched. → `narrow`
 * - `narrow`: looking inside one list for the first block not before the time wanted.
 */
type Step =
  | { readonly at: 'idle' }
  | { readonly at: 'probing'; readonly known: BlockId }
  | { readonly at: 'back'; readonly next: Cursor }
  | {
      readonly at: 'forward'
      readonly known: Cursor
      readonly list: Hashes
      readonly remaining: number
    }
  | { readonly at: 'narrow'; readonly list: Hashes; readonly low: number; readonly high: number }

/** What a peer was asked and has not answered; the answer may come after we gave up waiting for it. */
interface Unanswered {
  /** Requests for ids. */
  lists: number
  readonly blocks: Set<BlockId>
  askedAt: number
}

export interface LocateState {
  readonly goal: StartGoal
  readonly peers: Map<number, PeerHead>
  readonly tried: Set<number>
  readonly unanswered: Map<number, Unanswered>
  step: Step
  via: number | undefined
  /** What the last request for ids said. */
  synopsis: readonly BlockId[]
  askedAt: number
  /** When all were tried and could not help: before this nobody is asked again; else 0. */
  pausedUntil: number
  /** How many blocks or ids were walked, for progress. */
  walked: number
  total: number
}

export interface LocateResult {
  readonly commands: readonly PeerCommand[]
  /** The block to start after, once it is known. */
  readonly anchor?: Cursor
}

export function createLocateState(goal: StartGoal): LocateState {
  return {
    goal,
    peers: new Map(),
    tried: new Set(),
    unanswered: new Map(),
    step: { at: 'idle' },
    via: undefined,
    synopsis: [],
    askedAt: 0,
    pausedUntil: 0,
    walked: 0,
    total: 0,
  }
}

export function addLocatePeer(state: LocateState, peer: PeerHead, at: number): LocateResult {
  state.peers.set(peer.key, peer)
  return state.via === undefined ? probe(state, at) : NOTHING
}

export function removeLocatePeer(state: LocateState, key: number, at: number): LocateResult {
  state.peers.delete(key)
  state.tried.delete(key)
  state.unanswered.delete(key)
  return state.via === key ? probe(state, at) : NOTHING
}

/** Asks somebody else when the one asked is slow, and lets go who is silent. */
export function tickLocate(state: LocateState, at: number): LocateResult {
  const commands: PeerCommand[] = []
  for (const [peer, { lists, blocks, askedAt }] of state.unanswered) {
    if (lists + blocks.size === 0 || at - askedAt < ANSWER_TIMEOUT_MS) continue
    const fault = new LinkError('TIMEOUT', 'no answer to what we asked to find the first block')
    commands.push({ do: 'disconnect', peer, fault }, ...removeLocatePeer(state, peer, at).commands)
  }
  if (state.via === undefined || at - state.askedAt >= LOCATE_TIMEOUT_MS)
    commands.push(...probe(state, at).commands)
  return commands.length === 0 ? NOTHING : { commands }
}

/**
 * Whether a list of ids answers something that was asked here, of which it is the oldest. Once the start is known, such an
 * answer has nobody who waits for it.
 */
export function settleLocateList(state: LocateState, key: number): boolean {
  const unanswered = state.unanswered.get(key)
  if (unanswered === undefined || unanswered.lists === 0) return false
  unanswered.lists -= 1
  return true
}

/** Whether a block answers something that was asked here. */
export function settleLocateBlock(state: LocateState, key: number, id: BlockId): boolean {
  return state.unanswered.get(key)?.blocks.delete(id) ?? false
}

export function takeLocateList(
  state: LocateState,
  key: number,
  ids: Hashes,
  remaining: number,
  at: number,
): LocateResult {
  const isAsked = settleLocateList(state, key)
  if (!isAsked || key !== state.via) return NOTHING
  const { step } = state
  if (step.at !== 'probing' && step.at !== 'forward') return NOTHING
  const fault = findFaultInIdList({ ids, remaining }, state.synopsis, 0, Number.MAX_SAFE_INTEGER)
  if (fault !== undefined) {
    const { commands } = probe(state, at)
    return {
      commands: [{ do: 'disconnect', peer: key, fault: new PeerFault('BAD_ID_LIST', fault) }, ...commands],
    }
  }
  const last = ids.at(-1)
  if (step.at === 'probing') {
    if (last === undefined)
      return step.known === GENESIS.id ? { commands: [], anchor: GENESIS } : probe(state, at)
    if (remaining > 0) return askIds(state, { at: 'probing', known: last }, [last], at)
    return chooseWay(state, { number: numberOfId(last), id: last }, at)
  }
  if (last === undefined) return probe(state, at)
  const { goal } = state
  state.walked = numberOfId(last)
  state.total = Math.max(state.total, state.walked + remaining)
  if (goal.kind === 'time') return askBlock(state, { ...step, list: ids, remaining }, last, at)
  const wanted = goal.kind === 'number' ? goal.number - 1 : Number.MAX_SAFE_INTEGER
  const place = wanted - numberOfId(last) + ids.length - 1
  const found = (place < 0 ? undefined : ids.at(place)) ?? (remaining === 0 ? last : undefined)
  if (found !== undefined) return { commands: [], anchor: { number: numberOfId(found), id: found } }
  return askIds(
    state,
    { at: 'forward', known: { number: numberOfId(last), id: last }, list: [], remaining },
    [last],
    at,
  )
}

export function takeLocateBlock(
  state: LocateState,
  key: number,
  block: BlockPlace,
  at: number,
): LocateResult {
  if (!settleLocateBlock(state, key, block.id)) {
    const fault = new PeerFault('UNREQUESTED_ITEM', `block ${block.number} was not asked for`)
    return { commands: [{ do: 'disconnect', peer: key, fault }] }
  }
  if (key !== state.via) return NOTHING
  const { step, goal } = state
  const before: Cursor = { number: block.number - 1, id: block.previous }
  if (step.at === 'back' && block.id === step.next.id) {
    state.walked += 1
    if (goal.kind === 'time' && block.timestamp < goal.seconds) return { commands: [], anchor: step.next }
    const isThere = goal.kind === 'head' || (goal.kind === 'number' && block.number <= goal.number)
    if (isThere || before.number === 0) return { commands: [], anchor: before }
    return askBlock(state, { at: 'back', next: before }, before.id, at)
  }
  if (goal.kind !== 'time') return NOTHING
  if (step.at === 'forward' && block.id === step.list.at(-1)) {
    if (block.timestamp >= goal.seconds) return narrow(state, step.list, 0, step.list.length - 1, at)
    const here: Cursor = { number: block.number, id: block.id }
    if (step.remaining === 0) return { commands: [], anchor: here }
    return askIds(state, { at: 'forward', known: here, list: [], remaining: step.remaining }, [block.id], at)
  }
  if (step.at !== 'narrow') return NOTHING
  const middle = (step.low + step.high) >> 1
  if (block.id !== step.list.at(middle)) return NOTHING
  if (block.timestamp >= goal.seconds) {
    if (middle === step.low) return { commands: [], anchor: before }
    return narrow(state, step.list, step.low, middle, at)
  }
  return narrow(state, step.list, middle + 1, step.high, at)
}

/** The peer does not have what it named: another one is asked. */
export function takeLocateRefusal(state: LocateState, key: number, id: BlockId, at: number): LocateResult {
  return settleLocateBlock(state, key, id) && key === state.via ? probe(state, at) : NOTHING
}

const NOTHING: LocateResult = { commands: [] }

/**
 * Begins with the peer that claims the highest head among those not tried yet. Who still owes an answer is not asked
 * anything else; when there is nobody else, the wait for it goes on.
 */
function probe(state: LocateState, at: number): LocateResult {
  let best: PeerHead | undefined
  for (const peer of state.peers.values()) {
    if (state.tried.has(peer.key) || isOwing(state, peer.key)) continue
    if (best === undefined || peer.number > best.number) best = peer
  }
  if (best === undefined) {
    if (state.via !== undefined && isOwing(state, state.via)) return NOTHING
    state.via = undefined
    state.step = { at: 'idle' }
    if (state.tried.size === 0) return NOTHING
    // All were tried: they may know more in a while.
    if (state.pausedUntil === 0) state.pausedUntil = at + LOCATE_PAUSE_MS
    if (at < state.pausedUntil) return NOTHING
    state.pausedUntil = 0
    state.tried.clear()
    return probe(state, at)
  }
  state.via = best.key
  state.tried.add(best.key)
  state.walked = 0
  // It need not have said where its head is: then it is asked what it has from the first block on.
  if (best.number === 0) return askIds(state, { at: 'probing', known: GENESIS.id }, [], at)
  return askIds(state, { at: 'probing', known: best.id }, [best.id], at)
}

function isOwing({ unanswered }: LocateState, key: number): boolean {
  const owed = unanswered.get(key)
  return owed !== undefined && owed.lists + owed.blocks.size > 0
}

function chooseWay(state: LocateState, head: Cursor, at: number): LocateResult {
  const { goal } = state
  let stepsBack = 1
  if (goal.kind === 'number') {
    if (goal.number > head.number) return { commands: [], anchor: head }
    stepsBack = head.number - goal.number + 1
  } else if (goal.kind === 'time') {
    const headTime = state.peers.get(state.via ?? -1)?.time ?? 0
    stepsBack = headTime === 0 ? head.number : Math.max(1, (headTime - goal.seconds) / USUAL_INTERVAL_SECONDS)
  }
  const top = goal.kind === 'number' ? goal.number : head.number
  const stepsForward = top / IDS_PER_LIST + 1
  state.walked = 0
  if (goal.kind === 'head' || stepsBack <= stepsForward * 2) {
    state.total = Math.ceil(stepsBack)
    return askBlock(state, { at: 'back', next: head }, head.id, at)
  }
  state.total = top
  return askIds(state, { at: 'forward', known: GENESIS, list: [], remaining: 0 }, [], at)
}

function narrow(state: LocateState, list: Hashes, low: number, high: number, at: number): LocateResult {
  const middle = (low + high) >> 1
  return askBlock(state, { at: 'narrow', list, low, high }, list.at(middle) as BlockId, at)
}

function askIds(
  state: LocateState,
  step: Step,
  blockchain_synopsis: readonly BlockId[],
  at: number,
): LocateResult {
  state.step = step
  state.askedAt = at
  state.synopsis = blockchain_synopsis
  const { via } = state
  if (via === undefined) return NOTHING
  const unanswered = unansweredBy(state, via)
  unanswered.lists += 1
  unanswered.askedAt = at
  const message = {
    type: 'fetch_blockchain_item_ids_message',
    item_type: ITEM_TYPE.block,
    blockchain_synopsis,
  } as const
  return { commands: [{ do: 'send', peer: via, message }] }
}

function askBlock(state: LocateState, step: Step, id: BlockId, at: number): LocateResult {
  state.step = step
  state.askedAt = at
  const { via } = state
  if (via === undefined) return NOTHING
  const unanswered = unansweredBy(state, via)
  unanswered.blocks.add(id)
  unanswered.askedAt = at
  const message = { type: 'fetch_items_message', item_type: ITEM_TYPE.block, items_to_fetch: [id] } as const
  return { commands: [{ do: 'send', peer: via, message }] }
}

function unansweredBy({ unanswered }: LocateState, key: number): Unanswered {
  const known = unanswered.get(key)
  if (known !== undefined) return known
  const none: Unanswered = { lists: 0, blocks: new Set(), askedAt: 0 }
  unanswered.set(key, none)
  return none
}
