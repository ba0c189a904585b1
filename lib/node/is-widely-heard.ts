import { hasListed } from '../sync/reduce-sync.ts'
import type { Block } from './block.ts'
import type { NodeState } from './node-state.ts'

/** Whether two peers have a block, or the only peer has: one liar among several is not believed. */
export function isWidelyHeard(state: NodeState, block: Block): boolean {
  const active = [...state.peers.values()].filter((peer) => peer.state === 'active')
  if (active.length <= 1) return true
  const having = active.filter(
    ({ name, key }) => name === block.received.peer || hasListed(state.sync, key, block.number, block.id),
  )
  return having.length > 1
}
