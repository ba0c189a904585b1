import type { BlockId } from '../chain/cursor.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { PeerCommand } from '../peer/peer-command.ts'

/** Blocks gone back from where a stream began, at most; bitshares-core can undo few more than its witnesses are. */
export const MAX_STEPS_BACK = 1000
/** A block is waited for this long before another peer is asked. */
export const STEP_TIMEOUT_MS = 10_000
/** When nobody had the block, all are asked again after this long. */
export const STEP_PAUSE_MS = 30_000

/**
 * Goes back from the block at which a stream began, when peers are on a branch that does not have it: each step fetches the
 * block, which names the one before it, until peers know that one.
 */
export interface StepBackState {
  steps: number
  /** The block that is asked for; undefined: no step is being taken. */
  wanted: BlockId | undefined
  via: number | undefined
  askedAt: number
  /** Who was asked for this block and did not bring it. */
  readonly tried: Set<number>
  /** What peers were asked for and have not answered, late answers included. */
  readonly asked: Map<number, Set<BlockId>>
  /** Nobody had the block: not before this. */
  pausedUntil: number
}

export function createStepBack(): StepBackState {
  return {
    steps: 0,
    wanted: undefined,
    via: undefined,
    askedAt: 0,
    tried: new Set(),
    asked: new Map(),
    pausedUntil: 0,
  }
}

/** Begins a step: asks one of the peers for the block. Nothing while a step is being taken or after too many. */
export function stepBack(
  state: StepBackState,
  wanted: BlockId,
  peers: readonly number[],
  at: number,
): readonly PeerCommand[] {
  if (state.wanted !== undefined || state.steps >= MAX_STEPS_BACK || at < state.pausedUntil) return []
  state.wanted = wanted
  state.tried.clear()
  return askNext(state, peers, at)
}

/** Whether a block was asked for here; `isStep` tells whether it is the one that is waited for. */
export function takeStepBlock(
  state: StepBackState,
  key: number,
  id: BlockId,
): { readonly isAsked: boolean; readonly isStep: boolean } {
  const isAsked = state.asked.get(key)?.delete(id) ?? false
  const isStep = isAsked && id === state.wanted
  if (isStep) {
    state.wanted = undefined
    state.via = undefined
    state.steps += 1
  }
  return { isAsked, isStep }
}

/** A peer does not have the block: another is asked. */
export function takeStepRefusal(
  state: StepBackState,
  key: number,
  id: BlockId,
  peers: readonly number[],
  at: number,
): readonly PeerCommand[] {
  const isAsked = state.asked.get(key)?.delete(id) ?? false
  return isAsked && key === state.via && id === state.wanted ? askNext(state, peers, at) : []
}

/** A peer is gone. */
export function removeStepPeer(
  state: StepBackState,
  key: number,
  peers: readonly number[],
  at: number,
): readonly PeerCommand[] {
  state.asked.delete(key)
  return state.wanted !== undefined && state.via === key ? askNext(state, peers, at) : []
}

/** Asks somebody else when the one asked is slow. */
export function tickStepBack(
  state: StepBackState,
  peers: readonly number[],
  at: number,
): readonly PeerCommand[] {
  if (state.wanted === undefined || at - state.askedAt < STEP_TIMEOUT_MS) return []
  return askNext(state, peers, at)
}

function askNext(state: StepBackState, peers: readonly number[], at: number): readonly PeerCommand[] {
  const { wanted } = state
  const peer = peers.find((key) => !state.tried.has(key))
  if (wanted === undefined || peer === undefined) {
    state.wanted = undefined
    state.via = undefined
    state.pausedUntil = at + STEP_PAUSE_MS
    return []
  }
  state.tried.add(peer)
  state.via = peer
  state.askedAt = at
  const asked = state.asked.get(peer)
  if (asked === undefined) state.asked.set(peer, new Set([wanted]))
  else asked.add(wanted)
  const message = {
    type: 'fetch_items_message',
    item_type: ITEM_TYPE.block,
    items_to_fetch: [wanted],
  } as const
  return [{ do: 'send', peer, message }]
}
