import { type Chain, joinChain, type Outcome } from '../chain/join-chain.ts'
import { PeerFault } from '../errors.ts'
import { hasAsked, takeItem } from '../inventory/reduce-inventory.ts'
import type { ReceivedBlock } from '../peer/read-block.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { settleLocateBlock, takeLocateBlock } from '../sync/locate-start.ts'
import { afterDelivery, leftToFetch, noteApplied, resyncWith, takeDelivery } from '../sync/reduce-sync.ts'
import { Block, type Reception } from './block.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'
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
  const joined: Block[] = []
  const commands: NodeCommand[] = []
  const origins: Partial<Record<Reception['source'], Reception>> = {}
  for (const each of received) {
    const source = whyExpected(state, peer, each, at)
    if (source === undefined) {
      commands.push(refuse(peer, new PeerFault('UNREQUESTED_ITEM', `block ${each.number} was not asked for`)))
      break
    }
    const block = new Block(
      each,
      (origins[source] ??= { peer: peer.name, at: state.context.wallMs(), source }),
    )
    const outcome = joinChain(chain, block, state.context.acceptBlock, joined)
    if (outcome !== 'applied' && outcome !== 'known')
      commands.push(...leaveOut(state, chain, peer, block, outcome, at))
  }
  const wanted =
    joined.length > 0 && state.firstNumber > 0
      ? joined.filter(({ number }) => number >= state.firstNumber)
      : joined
  if (wanted.length > 0) {
    state.emittedBlocks += wanted.length
    commands.unshift({ do: 'apply', blocks: wanted })
  }
  if (chain.head.number > state.lastHead) {
    state.lastHead = chain.head.number
    state.strayingSince = 0
    noteApplied(state.sync, at)
    // Others may have listed what has joined now, and nothing else: they have to be asked what follows.
    for (const key of state.sync.peers.keys()) commands.push(...afterDelivery(state.sync, chain, key, at))
  } else commands.push(...afterDelivery(state.sync, chain, peer.key, at))
  return commands
}

/** Why a block may come from this peer: asked for by its id, or by the hash it was announced under; undefined: it may not. */
function whyExpected(
  state: NodeState,
  peer: NodePeer,
  block: ReceivedBlock,
  at: number,
): Reception['source'] | undefined {
  const isById = takeDelivery(state.sync, peer.key, block, at)
  if (isById) {
    // Peers will announce the newest ones, under hashes that are known only by making them.
    if (leftToFetch(state.sync, peer.key, block.number) < NEAR_HEAD_BLOCKS)
      state.seenHashes.set(block.messageHash, true)
    return 'sync'
  }
  // Asked for while the start was looked for, and late.
  if (state.locate !== undefined && settleLocateBlock(state.locate, peer.key, block.id)) return 'sync'
  if (!hasAsked(state.inventory, peer.key) || !takeItem(state.inventory, peer.key, block.messageHash))
    return undefined
  state.seenHashes.set(block.messageHash, true)
  return 'live'
}

/** What is done about a block that did not join. */
function leaveOut(
  state: NodeState,
  chain: Chain<Block>,
  peer: NodePeer,
  block: Block,
  outcome: Outcome,
  at: number,
): readonly NodeCommand[] {
  const isLive = block.received.source === 'live'
  // While catching up blocks come out of order; announced, or beside the chain, they say that we miss something.
  if (state.strayingSince === 0 && (isLive || outcome !== 'held')) state.strayingSince = at
  const commands: NodeCommand[] = []
  const about = { block, peer: peer.name } as const
  if (outcome === 'refused') commands.push({ do: 'emit', event: { type: 'blockRefused', ...about } })
  else if (outcome === 'competing') commands.push({ do: 'emit', event: { type: 'blockCompeting', ...about } })
  else if (isLive) commands.push({ do: 'emit', event: { type: 'blockHeld', ...about } })
  return isLive ? [...commands, ...resyncWith(state.sync, chain, peer.key, at)] : commands
}

/** Takes a transaction from a peer: asked for, and told once however many copies of it there are. */
export function takeTransaction(
  state: NodeState,
  peer: NodePeer,
  hash: string,
  transaction: Transaction,
): readonly NodeCommand[] {
  if (!takeItem(state.inventory, peer.key, hash)) {
    return [refuse(peer, new PeerFault('UNREQUESTED_ITEM', 'a transaction was not asked for'))]
  }
  state.seenHashes.set(hash, true)
  const { id } = transaction
  if (state.heardTransactions.has(id)) return []
  state.heardTransactions.set(id, true)
  const name = peer.name
  if (!state.context.acceptTransaction(transaction)) {
    return [{ do: 'emit', event: { type: 'transactionRefused', transaction, peer: name } }]
  }
  return [
    { do: 'emit', event: { type: 'transactionHeard', transaction, peer: name, at: state.context.wallMs() } },
  ]
}

function refuse(peer: NodePeer, fault: PeerFault): NodeCommand {
  return { do: 'disconnect', peer: peer.key, fault }
}
