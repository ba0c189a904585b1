import { type BlockId, type Cursor, GENESIS, numberOfId } from '../chain/cursor.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { PeerCommand } from '../peer/peer-command.ts'

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
      readonly list: readonly BlockId[]
      readonly remaining: number
    }
  | { readonly at: 'narrow'; readonly list: readonly BlockId[]; readonly low: number; readonly high: number }

export interface LocateState {
  readonly goal: StartGoal
  readonly peers: Map<number, PeerHead>
  readonly tried: Set<number>
  step: Step
  via: number | undefined
  askedAt: number
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
    step: { at: 'idle' },
    via: undefined,
    askedAt: 0,
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
  return state.via === key ? probe(state, at) : NOTHING
}

/** Asks somebody else when the one asked is silent. */
export function tickLocate(state: LocateState, at: number): LocateResult {
  if (state.via !== undefined && at - state.askedAt < LOCATE_TIMEOUT_MS) return NOTHING
  return probe(state, at)
}

export function takeLocateList(
  state: LocateState,
  key: number,
  ids: readonly BlockId[],
  remaining: number,
  at: number,
): LocateResult {
  if (key !== state.via) return NOTHING
  const last = ids.at(-1)
  const { step } = state
  if (step.at === 'probing') {
    if (last === undefined) return probe(state, at)
    if (remaining > 0) return askIds(state, { at: 'probing', known: last }, [last], at)
    return chooseWay(state, { number: numberOfId(last), id: last }, at)
  }
  if (step.at !== 'forward') return NOTHING
  if (last === undefined) return probe(state, at)
  const { goal } = state
  state.walked = numberOfId(last)
  state.total = Math.max(state.total, state.walked + remaining)
  if (goal.kind === 'time') return askBlock(state, { ...step, list: ids, remaining }, last, at)
  const wanted = goal.kind === 'number' ? goal.number - 1 : Number.MAX_SAFE_INTEGER
  const found = ids.find((id) => numberOfId(id) === wanted) ?? (remaining === 0 ? last : undefined)
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
  if (block.id !== step.list[middle]) return NOTHING
  if (block.timestamp >= goal.seconds) {
    if (middle === step.low) return { commands: [], anchor: before }
    return narrow(state, step.list, step.low, middle, at)
  }
  return narrow(state, step.list, middle + 1, step.high, at)
}

/** The peer does not have what it named: another one is asked. */
export function takeLocateRefusal(state: LocateState, key: number, at: number): LocateResult {
  return key === state.via ? probe(state, at) : NOTHING
}

const NOTHING: LocateResult = { commands: [] }

/** Begins with the peer that claims the highest head among those not tried yet. */
function probe(state: LocateState, at: number): LocateResult {
  if (state.tried.size >= state.peers.size) state.tried.clear()
  let best: PeerHead | undefined
  for (const peer of state.peers.values()) {
    if (!state.tried.has(peer.key) && (best === undefined || peer.number > best.number)) best = peer
  }
  state.via = best?.key
  if (best === undefined) {
    state.step = { at: 'idle' }
    return NOTHING
  }
  state.tried.add(best.key)
  state.walked = 0
  if (best.number === 0) return { commands: [], anchor: GENESIS }
  return askIds(state, { at: 'probing', known: best.id }, [best.id], at)
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

function narrow(
  state: LocateState,
  list: readonly BlockId[],
  low: number,
  high: number,
  at: number,
): LocateResult {
  const middle = (low + high) >> 1
  return askBlock(state, { at: 'narrow', list, low, high }, list[middle] as BlockId, at)
}

function askIds(
  state: LocateState,
  step: Step,
  blockchain_synopsis: readonly BlockId[],
  at: number,
): LocateResult {
  const message = {
    type: 'fetch_blockchain_item_ids_message',
    item_type: ITEM_TYPE.block,
    blockchain_synopsis,
  } as const
  return send(state, step, message, at)
}

function askBlock(state: LocateState, step: Step, id: BlockId, at: number): LocateResult {
  return send(
    state,
    step,
    { type: 'fetch_items_message', item_type: ITEM_TYPE.block, items_to_fetch: [id] },
    at,
  )
}

function send(
  state: LocateState,
  step: Step,
  message: (PeerCommand & { do: 'send' })['message'],
  at: number,
): LocateResult {
  state.step = step
  state.askedAt = at
  return state.via === undefined ? NOTHING : { commands: [{ do: 'send', peer: state.via, message }] }
}
