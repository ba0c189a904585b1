import type { Block } from '../node/block.ts'
import type { NodeEvent } from '../node/events.ts'
import { addCode } from './bounded-labels.ts'

/** What is counted from the events of a node. Only {@link countEvent} changes it. */
export interface EventCounts {
  /** Blocks that joined the chain, and the transactions in them, by where they came from. */
  readonly blocks: Map<Block['received']['source'], { blocks: number; transactions: number }>
  undone: number
  reorganizations: number
  transactionsHeard: number
  /** Announced items by type. */
  readonly announced: Map<string, number>
  /** What became of blocks that did not join at once: `held`, `early`, `competing`. */
  readonly setAside: Map<string, number>
  readonly blocksRefused: Map<string, number>
  readonly blocksDoubted: Map<string, number>
  /** `refused` by the application, `notRelayed`, and of ours `sent`, `echoed`, `expired`, `notSent`. */
  readonly transactions: Map<string, number>
  /** Connections: `dialled`, `arrived`, `greeted`, `active`. */
  readonly connections: Map<string, number>
  /** Ended connections, by code; faults of the peer apart. */
  readonly closed: Map<string, number>
  readonly faults: Map<string, number>
  readonly turnedAway: Map<string, number>
  /** What the operator has to see to: `acceptFailed`, `peersFile`. */
  readonly troubles: Map<string, number>
  durableBlock: number | undefined
  isDiskFull: boolean
}

export function createEventCounts(): EventCounts {
  return {
    blocks: new Map(),
    undone: 0,
    reorganizations: 0,
    transactionsHeard: 0,
    announced: new Map(),
    setAside: new Map(),
    blocksRefused: new Map(),
    blocksDoubted: new Map(),
    transactions: new Map(),
    connections: new Map(),
    closed: new Map(),
    faults: new Map(),
    turnedAway: new Map(),
    troubles: new Map(),
    durableBlock: undefined,
    isDiskFull: false,
  }
}

/** Counts an event. */
export function countEvent(counts: EventCounts, event: NodeEvent): void {
  switch (event.type) {
    case 'blockApplied':
      countBlock(counts, event.block)
      break
    case 'blockUndone':
      counts.undone += 1
      break
    case 'reorganized':
      counts.reorganizations += 1
      break
    case 'blockHeld':
      addCode(counts.setAside, 'held')
      break
    case 'blockEarly':
      addCode(counts.setAside, 'early')
      break
    case 'blockCompeting':
      addCode(counts.setAside, 'competing')
      break
    case 'blockDoubted':
      addCode(counts.blocksDoubted, event.reason.code)
      break
    case 'blockRefused':
      addCode(counts.blocksRefused, event.reason.code)
      break
    case 'announced':
      addCode(counts.announced, event.itemType, event.count)
      break
    case 'transactionHeard':
      counts.transactionsHeard += 1
      break
    case 'transactionRefused':
      addCode(counts.transactions, 'refused')
      break
    case 'transactionNotRelayed':
      addCode(counts.transactions, 'notRelayed')
      break
    case 'transactionSent':
      addCode(counts.transactions, 'sent')
      break
    case 'transactionEchoed':
      addCode(counts.transactions, 'echoed')
      break
    case 'transactionExpired':
      addCode(counts.transactions, 'expired')
      break
    case 'transactionNotSent':
      addCode(counts.transactions, 'notSent')
      break
    case 'peerDialled':
      addCode(counts.connections, 'dialled')
      break
    case 'peerArrived':
      addCode(counts.connections, 'arrived')
      break
    case 'peerGreeted':
      addCode(counts.connections, 'greeted')
      break
    case 'peerActive':
      addCode(counts.connections, 'active')
      break
    case 'peerClosed':
      addCode(event.isFault ? counts.faults : counts.closed, event.code)
      break
    case 'peerTurnedAway':
      addCode(counts.turnedAway, event.reason)
      break
    case 'acceptFailed':
      addCode(counts.troubles, 'acceptFailed')
      break
    case 'peersFileTrouble':
      addCode(counts.troubles, 'peersFile')
      break
    case 'durable':
      counts.durableBlock = event.number
      break
    case 'diskFull':
      counts.isDiskFull = true
      break
    case 'diskHasRoom':
      counts.isDiskFull = false
      break
    case 'listening':
    case 'addressesLearnt':
    case 'startLocated':
    case 'locating':
    case 'blockIrreversible':
    case 'witnessKeySeen':
    case 'clockMeasured':
      break
  }
}

function countBlock(counts: EventCounts, { received, transactions }: Block): void {
  const before = counts.blocks.get(received.source) ?? { blocks: 0, transactions: 0 }
  before.blocks += 1
  before.transactions += transactions.length
  counts.blocks.set(received.source, before)
}
