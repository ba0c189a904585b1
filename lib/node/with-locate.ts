import type { LocateResult, LocateState } from '../sync/locate-start.ts'
import { addSyncPeer } from '../sync/reduce-sync.ts'
import { createChain, type NodeCommand, type NodeState } from './node-state.ts'

/** Lets the search for the start take a step; when it is over, the chain begins and every active peer is asked. */
export function withLocate(
  state: NodeState,
  at: number,
  step: (locate: LocateState) => LocateResult,
): readonly NodeCommand[] {
  const { locate } = state
  if (locate === undefined || state.chain !== undefined) return []
  const { commands, anchor } = step(locate)
  if (anchor === undefined) {
    if (commands.length === 0) return []
    const { walked, total } = locate
    return [...commands, { do: 'emit', event: { type: 'locating', walked, total } }]
  }
  const chain = createChain(state, anchor)
  state.chain = chain
  state.emitFrom = Math.max(state.emitFrom, anchor.number + 1)
  const starts = [...state.peers.values()]
    .filter((peer) => peer.state === 'active')
    .flatMap((peer) => addSyncPeer(state.sync, chain, peer.key, at))
  return [...commands, { do: 'emit', event: { type: 'startLocated', after: anchor } }, ...starts]
}
