import { retryDoubted } from '../chain/add-block.ts'
import { ChangeLog } from './change-log.ts'
import type { NodeChain } from './node-chain.ts'
import type { NodeCommand, NodeState } from './node-state.ts'
import { afterChange, tellChange } from './tell-change.ts'

/** Doubted blocks are looked at again so often, because other peers may have told of them. */
const RETRY_MS = 3000

/** Checks doubted blocks again once in a while: who has told of them changes without any block. */
export function retryDoubts(state: NodeState, chain: NodeChain, at: number): readonly NodeCommand[] {
  if (chain.tree.doubted.size === 0 || at - state.doubtsSeenAt < RETRY_MS) return []
  state.doubtsSeenAt = at
  const change = retryDoubted(chain.tree)
  const log = new ChangeLog(state.bounds)
  log.add(change)
  return [
    ...log.commands(),
    ...tellChange(state, chain, change),
    ...afterChange(state, chain, log, undefined, at),
  ]
}
