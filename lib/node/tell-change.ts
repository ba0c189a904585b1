import type { Reason, TreeChange } from '../chain/fork-tree.ts'
import type { ChainState } from '../chain/verify-block.ts'
import { fromHex } from '../wire/hex.ts'
import { publicKeyToText } from '../crypto/key-text.ts'
import { afterDelivery, noteApplied } from '../sync/reduce-sync.ts'
import { blameFor } from './blame.ts'
import type { Block } from './block.ts'
import type { ChangeLog } from './change-log.ts'
import type { NodeChain } from './node-chain.ts'
import type { NodeCommand, NodeState } from './node-state.ts'

/** What there is to say and do about a change besides the blocks themselves. */
export function tellChange(
  state: NodeState,
  chain: NodeChain,
  { undone, applied, states, dropped }: TreeChange<Block, ChainState>,
): readonly NodeCommand[] {
  const commands: NodeCommand[] = []
  const [head] = undone
  if (head !== undefined) {
    state.reorganizations += 1
    const [from, to] = [head.cursor, chain.head]
    const event = { type: 'reorganized', from, to, undone: undone.length, applied: applied.length } as const
    commands.push({ do: 'emit', event })
  }
  for (let index = 0; index < states.length; index += 1) {
    const newKey = states[index]?.verdict.newKey
    const block = applied[index]
    if (newKey === undefined || block === undefined) continue
    const key = publicKeyToText(fromHex(newKey), state.context.verification.prefix)
    const { witness, cursor } = block
    commands.push({ do: 'emit', event: { type: 'witnessKeySeen', witness, key, block: cursor } })
  }
  for (const { block, reason } of dropped) {
    commands.push(tellRefused(block, reason), ...blameFor(state, block, reason))
  }
  return commands
}

export function tellRefused(block: Block, reason: Reason): NodeCommand {
  return { do: 'emit', event: { type: 'blockRefused', block, peer: block.received.peer ?? '', reason } }
}

/** Goes on with what the changed chain wants; `key` names the peer whose delivery it was, if it was one's. */
export function afterChange(
  state: NodeState,
  chain: NodeChain,
  log: ChangeLog,
  key: number | undefined,
  at: number,
): readonly NodeCommand[] {
  state.emittedBlocks += log.appliedCount
  if (chain.head.number > state.lastHead) {
    state.lastHead = chain.head.number
    state.strayingSince = 0
    noteApplied(state.sync, at)
    // Others may have listed what has joined now, and nothing else: they have to be asked what follows.
    const commands: NodeCommand[] = []
    for (const each of state.sync.peers.keys()) commands.push(...afterDelivery(state.sync, chain, each, at))
    return commands
  }
  return key === undefined ? [] : afterDelivery(state.sync, chain, key, at)
}
