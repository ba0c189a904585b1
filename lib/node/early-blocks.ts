import { isTooFarAhead } from '../chain/slots.ts'
import { PeerFault } from '../errors.ts'
import { refuse } from './blame.ts'
import type { Block } from './block.ts'
import { ChangeLog } from './change-log.ts'
import type { NodeChain } from './node-chain.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'
import { offerBlocks } from './offer-blocks.ts'
import { offerOrRecover } from './recover-first.ts'
import { afterChange, tellRefused } from './tell-change.ts'

/** Blocks of the near future that wait for their time. */
export const MAX_EARLY_BLOCKS = 64
/** Nobody's clock is so wrong by accident: a block further ahead is not waited for. */
export const MAX_EARLY_SECONDS = 60

/** Offers blocks to the chain; those that are ahead of their time wait for it. */
export function offerInTime(
  state: NodeState,
  chain: NodeChain,
  peer: NodePeer,
  blocks: readonly Block[],
  log: ChangeLog,
  at: number,
): readonly NodeCommand[] {
  const now = state.context.chainSeconds()
  if (!blocks.some(({ timestamp }) => isTooFarAhead(timestamp, now)))
    return offerOrRecover(state, chain, peer, blocks, log, at)
  return blocks.flatMap((block) =>
    isTooFarAhead(block.timestamp, now)
      ? keepForLater(state, chain, peer, block)
      : offerOrRecover(state, chain, peer, [block], log, at),
  )
}

/** Offers the blocks whose time has come. */
export function takeEarlyBlocks(state: NodeState, at: number): readonly NodeCommand[] {
  const { chain } = state
  if (chain === undefined || state.early.length === 0) return []
  const now = state.context.chainSeconds()
  const due = state.early.filter(({ timestamp }) => !isTooFarAhead(timestamp, now))
  if (due.length === 0) return []
  state.early = state.early.filter((block) => !due.includes(block))
  const log = new ChangeLog(state.bounds)
  for (const { id } of due) chain.waiting.delete(id)
  const commands = offerBlocks(state, chain, due, log, at)
  return [...log.commands(), ...commands, ...afterChange(state, chain, log, undefined, at)]
}

/** A block ahead of its time waits, unless it is so far ahead that somebody is lying. */
function keepForLater(
  state: NodeState,
  chain: NodeChain,
  peer: NodePeer,
  block: Block,
): readonly NodeCommand[] {
  const ahead = block.timestamp - state.context.chainSeconds()
  const message = `block ${block.number} is ${Math.round(ahead)} s ahead of our clock`
  const told = tellRefused(block, { code: 'FUTURE', message })
  if (ahead > MAX_EARLY_SECONDS) return [told, refuse(peer, new PeerFault('BAD_BLOCK', message))]
  if (chain.waiting.has(block.id)) return NONE
  if (state.early.length >= MAX_EARLY_BLOCKS) return [told]
  state.early.push(block)
  chain.waiting.add(block.id)
  return [{ do: 'emit', event: { type: 'blockEarly', block, peer: peer.name } }]
}

const NONE: readonly NodeCommand[] = []
