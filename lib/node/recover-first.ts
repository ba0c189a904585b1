import { afterDelivery, lastToFetch } from '../sync/reduce-sync.ts'
import type { Block } from './block.ts'
import { ChangeLog } from './change-log.ts'
import type { NodeChain } from './node-chain.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'
import { offerBlocks } from './offer-blocks.ts'
import {
  dropBatchesOf,
  enqueue,
  hasBlocksOf,
  hasRoom,
  type RecoveryBatch,
  settleBatch,
  takeDone,
  takeOutgoing,
} from './recovery-queue.ts'
import { afterChange } from './tell-change.ts'

/**
 * So many blocks are verified where they are, in some five milliseconds, or thirty without the native library: a thread takes
 * longer to start, and memory as long as it is there.
 */
const FEW_BLOCKS = { secp256k1: 50, noble: 8 } as const

/** Offers blocks to the chain; where they are many, after their keys were recovered elsewhere. */
export function offerOrRecover(
  state: NodeState,
  chain: NodeChain,
  peer: NodePeer,
  blocks: readonly Block[],
  log: ChangeLog,
  at: number,
): readonly NodeCommand[] {
  const isSigned = state.context.verification.level !== 'links'
  if (!isSigned || !(isHistory(state, chain, peer, blocks) || isBehindOthers(chain, peer, blocks)))
    return offerBlocks(state, chain, blocks, log, at)
  for (const { id } of blocks) chain.waiting.add(id)
  enqueue(chain.recovery, peer, blocks)
  return recoverNext(chain)
}

/** Whether these are blocks of the past, with more than a few of them here or to come. */
function isHistory(state: NodeState, chain: NodeChain, peer: NodePeer, blocks: readonly Block[]): boolean {
  const few = FEW_BLOCKS[state.context.signatures]
  if (blocks.length > few) return true
  if (blocks[0]?.received.source !== 'sync') return false
  return lastToFetch(state.sync, peer.key) - chain.head.number > few
}

/** Whether blocks that come before these are in the queue: what the sender sent before them, or what they follow. */
function isBehindOthers(
  { recovery, waiting }: NodeChain,
  peer: NodePeer,
  [first]: readonly Block[],
): boolean {
  if (recovery.batches.length === 0 || first === undefined) return false
  return hasBlocksOf(recovery, peer) || waiting.has(first.previous)
}

/** Offers the blocks whose keys are known now, those before them included, and has the next ones recovered. */
export function takeRecovered(state: NodeState, number: number, at: number): readonly NodeCommand[] {
  const { chain } = state
  if (chain === undefined) return []
  const hadRoom = hasRoom(chain.recovery)
  const commands: NodeCommand[] = []
  settleBatch(chain.recovery, number)
  for (let batch = takeDone(chain.recovery); batch !== undefined; batch = takeDone(chain.recovery))
    commands.push(...offerBatch(state, chain, batch, at))
  commands.push(...recoverNext(chain))
  if (hadRoom || !hasRoom(chain.recovery)) return commands
  // Nobody was asked for more meanwhile.
  for (const key of state.sync.peers.keys()) commands.push(...afterDelivery(state.sync, chain, key, at))
  return commands
}

function offerBatch(
  state: NodeState,
  chain: NodeChain,
  { peer, blocks }: RecoveryBatch,
  at: number,
): readonly NodeCommand[] {
  for (const { id } of blocks) chain.waiting.delete(id)
  const log = new ChangeLog(state.bounds)
  const before = chain.head.number
  const commands = offerBlocks(state, chain, blocks, log, at)
  if (chain.head.number > before) peer.lastBlockAt = at
  // What follows from a peer that is let go for a fault would not have been read either.
  if (commands.some((command) => command.do === 'disconnect' && command.peer === peer.key))
    dropRest(chain, peer)
  return [...log.commands(), ...commands, ...afterChange(state, chain, log, peer.key, at)]
}

function dropRest(chain: NodeChain, peer: NodePeer): void {
  for (const { blocks } of dropBatchesOf(chain.recovery, peer)) {
    for (const { id } of blocks) chain.waiting.delete(id)
  }
}

function recoverNext({ recovery }: NodeChain): readonly NodeCommand[] {
  return takeOutgoing(recovery).map(({ number, blocks }) => ({ do: 'recover', batch: number, blocks }))
}
