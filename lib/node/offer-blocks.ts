import { addBlocks, dropHeld } from '../chain/add-block.ts'
import type { Added, Reason } from '../chain/fork-tree.ts'
import type { ChainState } from '../chain/verify-block.ts'
import { PeerFault } from '../errors.ts'
import { fitsList, resyncAll, resyncWith } from '../sync/reduce-sync.ts'
import { blameFor, refuse } from './blame.ts'
import type { Block } from './block.ts'
import type { ChangeLog } from './change-log.ts'
import type { NodeChain } from './node-chain.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'
import { tellChange, tellRefused } from './tell-change.ts'

/** Offers blocks to the chain, notes in `log` how that changed, and returns what else there is to say or do. */
export function offerBlocks(
  state: NodeState,
  chain: NodeChain,
  blocks: readonly Block[],
  log: ChangeLog,
  at: number,
): readonly NodeCommand[] {
  const commands: NodeCommand[] = []
  for (let from = 0; from < blocks.length;) {
    const added = addBlocks(chain.tree, blocks, from)
    from += added.count
    log.add(added)
    commands.push(...tellChange(state, chain, added))
    const last = blocks[from - 1]
    if (last !== undefined) commands.push(...leftOut(state, chain, last, added, at))
  }
  return commands
}

/** What is done about a block that did not join. */
function leftOut(
  state: NodeState,
  chain: NodeChain,
  block: Block,
  { outcome, reason }: Added<Block, ChainState>,
  at: number,
): readonly NodeCommand[] {
  if (outcome === 'applied' || outcome === 'known') return NONE
  const { source, peer = '' } = block.received
  const isLive = source === 'live'
  // While catching up blocks come out of order; announced, or beside the chain, they say that we miss something.
  if (state.strayingSince === 0 && (isLive || outcome !== 'held')) state.strayingSince = at
  switch (outcome) {
    case 'refused':
      return reason === undefined ? NONE : [tellRefused(block, reason), ...blameFor(state, block, reason)]
    case 'full':
      return [tellRefused(block, NO_ROOM)]
    case 'branch':
      return [{ do: 'emit', event: { type: 'blockCompeting', block, peer } }]
    case 'doubted': {
      const event = { type: 'blockDoubted', block, peer, reason: reason ?? NO_ROOM } as const
      // Whether others have it too decides what becomes of it.
      return [{ do: 'emit', event }, ...resyncAll(state.sync, chain, at)]
    }
    case 'held':
      return isLive ? waitForAncestors(state, chain, block, at) : refuseMisplaced(state, chain, block)
  }
}

/** Whoever announced it has what comes before it, too. */
function waitForAncestors(
  state: NodeState,
  chain: NodeChain,
  block: Block,
  at: number,
): readonly NodeCommand[] {
  const { peer = '' } = block.received
  const told: NodeCommand = { do: 'emit', event: { type: 'blockHeld', block, peer } }
  const sender = senderOf(state, block)
  return sender === undefined ? [told] : [told, ...resyncWith(state.sync, chain, sender.key, at)]
}

/** A block that does not follow the one its sender listed before it would wait for ever. */
function refuseMisplaced(state: NodeState, chain: NodeChain, block: Block): readonly NodeCommand[] {
  const sender = senderOf(state, block)
  if (sender === undefined || fitsList(state.sync, sender.key, block)) return NONE
  dropHeld(chain.tree, (held) => held === block)
  const message = `block ${block.number} does not follow the one that was listed before it`
  return [
    tellRefused(block, { code: 'MISPLACED', message }),
    refuse(sender, new PeerFault('BAD_BLOCK', message)),
  ]
}

function senderOf(state: NodeState, { received }: Block): NodePeer | undefined {
  return [...state.peers.values()].find(({ name }) => name === received.peer)
}

const NONE: readonly NodeCommand[] = []
const NO_ROOM: Reason = { code: 'NO_ROOM', message: 'there is no room for it' }
