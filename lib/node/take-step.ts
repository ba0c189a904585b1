import { askElsewhere } from '../sync/reduce-sync.ts'
import { stepBack } from '../sync/step-back.ts'
import type { Block } from './block.ts'
import type { NodeChain } from './node-chain.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'

/** Takes the block at which the stream began: branches may part below it now, so those who are on one are asked again. */
export function takeStep(
  state: NodeState,
  chain: NodeChain,
  block: Block,
  at: number,
): readonly NodeCommand[] {
  // By now it may be irreversible.
  if (chain.givenRoot?.id !== block.id) return []
  chain.prepend(block, state.rules.stateAt({ number: block.number - 1, id: block.previous }))
  return askElsewhere(state.sync, chain, at)
}

/**
 * Where peers know none of the chain, which began in the middle, the stream may stand on a branch that they have left: the
 * block is asked for at which it began. Peers that have not come so far themselves say nothing about that.
 */
export function stepBackIfLost(state: NodeState, at: number): readonly NodeCommand[] {
  const root = state.chain?.givenRoot
  if (root === undefined || !state.sync.isOpen) return []
  const isLost = [...state.peers.values()].some(
    ({ key, hello }) =>
      state.sync.peers.get(key)?.mode === 'elsewhere' && (hello?.head.number ?? 0) >= root.number,
  )
  return isLost ? stepBack(state.stepBack, root.id, stepPeers(state), at) : []
}

/** Who may be asked for a step: those first who are on our branch. */
export function stepPeers(state: NodeState): readonly number[] {
  const active = [...state.peers.values()].filter((peer) => peer.state === 'active')
  const isElsewhere = ({ key }: NodePeer): number => Number(state.sync.peers.get(key)?.mode === 'elsewhere')
  return active.sort((a, b) => isElsewhere(a) - isElsewhere(b)).map(({ key }) => key)
}
