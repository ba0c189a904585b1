import type { Reason } from '../chain/fork-tree.ts'
import { PeerFault } from '../errors.ts'
import type { Block } from './block.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'

/** What no honest peer passes on. To stand on a branch that nobody follows any more is no fault, nor what we refuse by choice. */
const FAULTS: ReadonlySet<string> = new Set([
  'TIME',
  'BAD_SIGNATURE',
  'BAD_NUMBER',
  'WRONG_KEY',
  'OUT_OF_TURN',
  'NOT_ON_SLOT',
  'SIZE',
])

/** Ends the connection of the peer that brought a bad block, if it is still there. */
export function blameFor(state: NodeState, block: Block, reason: Reason): readonly NodeCommand[] {
  if (!FAULTS.has(reason.code)) return []
  const fault = new PeerFault('BAD_BLOCK', `block ${block.number}: ${reason.message}`)
  return [...state.peers.values()]
    .filter(({ name, state: at }) => name === block.received.peer && at === 'active')
    .map((peer) => refuse(peer, fault))
}

/** Ends a peer's connection for a fault of its own. */
export function refuse(peer: NodePeer, fault: PeerFault): NodeCommand {
  return { do: 'disconnect', peer: peer.key, fault }
}
