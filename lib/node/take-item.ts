import { PeerFault } from '../errors.ts'
import { hasAsked, takeItem } from '../inventory/reduce-inventory.ts'
import type { ReceivedBlock } from '../peer/read-block.ts'
import { settleLocateBlock, takeLocateBlock } from '../sync/locate-start.ts'
import { lastToFetch, takeDeliveries } from '../sync/reduce-sync.ts'
import { takeStepBlock } from '../sync/step-back.ts'
import { refuse } from './blame.ts'
import { Block, type Reception } from './block.ts'
import { ChangeLog } from './change-log.ts'
import { offerInTime } from './early-blocks.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'
import { takeStep } from './take-step.ts'
import { afterChange } from './tell-change.ts'
import { withLocate } from './with-locate.ts'

/** Blocks from the head on whose message hashes are remembered when they came by id: peers will announce them. */
const NEAR_HEAD_BLOCKS = 10

/**
 * Takes blocks from a peer: each must have been asked for, then it is offered to the chain.
 *
 * What joins is emitted before anything that is wrong with a later one is acted on.
 */
export function takeBlocks(
  state: NodeState,
  peer: NodePeer,
  received: readonly ReceivedBlock[],
  at: number,
): readonly NodeCommand[] {
  const { chain } = state
  if (chain === undefined) {
    return received.flatMap((block) =>
      withLocate(state, at, (locate) => takeLocateBlock(locate, peer.key, block, at)),
    )
  }
  const log = new ChangeLog(state.bounds)
  const commands: NodeCommand[] = []
  const origins: Partial<Record<Reception['source'], Reception>> = {}
  const toBlocks = (from: number, to: number, source: Reception['source']): readonly Block[] => {
    const reception = (origins[source] ??= { peer: peer.name, at: state.context.wallMs(), source })
    return received.slice(from, to).map((view) => new Block(view, reception))
  }
  for (let from = 0; from < received.length;) {
    const to = takeDeliveries(state.sync, peer.key, received, from, at)
    if (to > from) {
      const blocks = toBlocks(from, to, 'sync')
      noteNewest(state, peer, received, from, to)
      commands.push(...offerInTime(state, chain, peer, blocks, log, at))
      from = to
      continue
    }
    const view = received[from] as ReceivedBlock
    const source = whyExpected(state, peer, view)
    if (source === undefined) {
      commands.push(refuse(peer, new PeerFault('UNREQUESTED_ITEM', `block ${view.number} was not asked for`)))
      break
    }
    const blocks = toBlocks(from, from + 1, source === 'step' ? 'sync' : source)
    if (source === 'step') commands.push(...blocks.flatMap((block) => takeStep(state, chain, block, at)))
    else commands.push(...offerInTime(state, chain, peer, blocks, log, at))
    from += 1
  }
  return [...log.commands(), ...commands, ...afterChange(state, chain, log, peer.key, at)]
}

/** Peers will announce the newest ones, under hashes that are known only by making them. */
function noteNewest(
  state: NodeState,
  peer: NodePeer,
  received: readonly ReceivedBlock[],
  from: number,
  to: number,
): void {
  const last = lastToFetch(state.sync, peer.key)
  for (let index = from; index < to; index += 1) {
    const view = received[index] as ReceivedBlock
    if (last - view.number < NEAR_HEAD_BLOCKS) state.seenHashes.set(view.messageHash, true)
  }
}

/** Why a block may come that is not owed by its id: asked for apart, or by the hash it was announced under; undefined: it may not. */
function whyExpected(
  state: NodeState,
  peer: NodePeer,
  block: ReceivedBlock,
): Reception['source'] | 'step' | undefined {
  // Asked for while the start was looked for, and late.
  if (state.locate !== undefined && settleLocateBlock(state.locate, peer.key, block.id)) return 'sync'
  if (state.stepBack.asked.size > 0) {
    const { isAsked, isStep } = takeStepBlock(state.stepBack, peer.key, block.id)
    if (isAsked) return isStep ? 'step' : 'sync'
  }
  if (!hasAsked(state.inventory, peer.key)) return undefined
  const hash = block.messageHash
  if (!takeItem(state.inventory, peer.key, hash)) return undefined
  state.seenHashes.set(hash, true)
  return 'live'
}
