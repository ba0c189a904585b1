import { addBlocks, dropHeld } from '../chain/add-block.ts'
import type { Added, Reason } from '../chain/fork-tree.ts'
import { isTooFarAhead } from '../chain/slots.ts'
import type { ChainState } from '../chain/verify-block.ts'
import { PeerFault } from '../errors.ts'
import { hasAsked, takeItem } from '../inventory/reduce-inventory.ts'
import type { ReceivedBlock } from '../peer/read-block.ts'
import { settleLocateBlock, takeLocateBlock } from '../sync/locate-start.ts'
import { fitsList, lastToFetch, resyncAll, resyncWith, takeDeliveries } from '../sync/reduce-sync.ts'
import { takeStepBlock } from '../sync/step-back.ts'
import { Block, type Reception } from './block.ts'
import { ChangeLog } from './change-log.ts'
import type { NodeChain } from './node-chain.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'
import { blameFor, refuse } from './blame.ts'
import { takeStep } from './take-step.ts'
import { afterChange, tellChange, tellRefused } from './tell-change.ts'
import { withLocate } from './with-locate.ts'

/** Blocks from the head on whose message hashes are remembered when they came by id: peers will announce them. */
const NEAR_HEAD_BLOCKS = 10
/** Blocks of the near future that wait for their time. */
export const MAX_EARLY_BLOCKS = 64
/** Nobody's clock is so wrong by accident: a block further ahead is not waited for. */
export const MAX_EARLY_SECONDS = 60

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

/** Offers blocks to the chain; those that are ahead of their time wait for it. */
function offerInTime(
  state: NodeState,
  chain: NodeChain,
  peer: NodePeer,
  blocks: readonly Block[],
  log: ChangeLog,
  at: number,
): readonly NodeCommand[] {
  const now = state.context.chainSeconds()
  if (!blocks.some(({ timestamp }) => isTooFarAhead(timestamp, now)))
    return offer(state, chain, blocks, log, at)
  return blocks.flatMap((block) =>
    isTooFarAhead(block.timestamp, now)
      ? keepForLater(state, chain, peer, block)
      : offer(state, chain, [block], log, at),
  )
}

/** Offers the blocks whose time has come. */
export function takeEarlyBlocks(state: NodeState, at: number): readonly NodeCommand[] {
  const { chain } = state
  if (chain === undefined || state.early.length === 0) return []
  const now = state.context.chainSeconds()
  const due = state.early.filter(({ timestamp }) => !isTooFarAhead(timestamp, now))
  if (due.length === 0) return []
  state.early = state.early.filter((block) => !due.includes(block))
  const log = new ChangeLog(state.bounds)
  for (const { id } of due) chain.waiting.delete(id)
  const commands = offer(state, chain, due, log, at)
  return [...log.commands(), ...commands, ...afterChange(state, chain, log, undefined, at)]
}

/** Offers blocks to the chain, notes in `log` how that changed, and returns what else there is to say or do. */
function offer(
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

/** A block ahead of its time waits, unless it is so far ahead that somebody is lying. */
function keepForLater(
  state: NodeState,
  chain: NodeChain,
  peer: NodePeer,
  block: Block,
): readonly NodeCommand[] {
  const ahead = block.timestamp - state.context.chainSeconds()
  const message = `block ${block.number} is ${Math.round(ahead)} s ahead of our clock`
  const told = tellRefused(block, { code: 'FUTURE', message })
  if (ahead > MAX_EARLY_SECONDS) return [told, refuse(peer, new PeerFault('BAD_BLOCK', message))]
  if (chain.waiting.has(block.id)) return NONE
  if (state.early.length >= MAX_EARLY_BLOCKS) return [told]
  state.early.push(block)
  chain.waiting.add(block.id)
  return [{ do: 'emit', event: { type: 'blockEarly', block, peer: peer.name } }]
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

const NONE: readonly NodeCommand[] = []
const NO_ROOM: Reason = { code: 'NO_ROOM', message: 'there is no room for it' }
