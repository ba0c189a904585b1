import type { BlockFacts, OperationFacts, PeerFacts, StatusFacts } from '../../lib/dash/facts.ts'
import type { FeedEvent } from '../../lib/dash/feed-event.ts'
import { EMPTY_FEED, type FeedState } from '../../lib/dash/feed-state.ts'
import { reduceFeed } from '../../lib/dash/reduce-feed.ts'
import { reduceDash } from '../../lib/dash/reduce-dash.ts'
import { createDashState, type DashState, type Size } from '../../lib/dash/view-state.ts'

/** 2026-11-25 12:00:00 UTC, in seconds. */
export const NOON = 1_795_608_000

export function operationFacts(changes: Partial<OperationFacts> = {}): OperationFacts {
  return {
    transaction: 0,
    type: 'transfer',
    sentence: 'alice sends 1 BTS to bob',
    decoded: '{"from":"1.2.17","to":"1.2.18"}',
    ids: ['1.2.17', '1.2.18'],
    ...changes,
  }
}

/** Block number `number` of a chain with a block every three seconds from noon on, with a transfer. */
export function blockFacts(number: number, changes: Partial<BlockFacts> = {}): BlockFacts {
  const timestamp = NOON + 3 * number
  return {
    number,
    id: number.toString(16).padStart(8, '0').padEnd(40, 'a'),
    previous: (number - 1).toString(16).padStart(8, '0').padEnd(40, 'a'),
    timestamp,
    witness: `witness${number % 3}`,
    transactions: 1,
    operations: 1,
    sizeBytes: 200,
    latencyMs: 100,
    receivedAt: timestamp * 1000 + 100,
    peer: 'a.example:1776',
    source: 'live',
    isCounted: true,
    counts: [{ type: 'transfer', count: 1 }],
    details: [operationFacts()],
    isOpaque: false,
    level: 'signatures',
    signer: 'known',
    ...changes,
  }
}

export function peerFacts(peer: string, changes: Partial<PeerFacts> = {}): PeerFacts {
  return {
    peer,
    direction: 'outbound',
    state: 'active',
    sync: 'inSync',
    userAgent: 'BitShares core 7.0.2',
    revision: 'f83a1c0d4b',
    platform: 'linux',
    headNumber: 1,
    ageMs: 60_000,
    clockOffsetMs: 12,
    roundTripMs: 80,
    bytesReceived: 1_200_000,
    bytesSent: 3400,
    blocksReceived: 20,
    ...changes,
  }
}

export function statusFacts(changes: Partial<StatusFacts> = {}): StatusFacts {
  return {
    state: 'live',
    reason: 'at the head',
    headNumber: 0,
    headTime: 0,
    irreversibleNumber: undefined,
    participation: undefined,
    reorganizations: 0,
    behindBlocks: 0,
    blocksPerSecond: 0,
    activePeers: 1,
    connectingPeers: 0,
    ...changes,
  }
}

export const STARTED: FeedEvent = {
  type: 'started',
  at: NOON * 1000,
  version: 1,
  network: 'mainnet',
  chainId: '4018d7844c78f6a6c41c6a552b898022310fc5dec06da467ee7905a8dad512c8',
  intervalSeconds: 3,
}

/** Blocks arrive, each a tenth of a second after its time. */
export function blocksEvent(...blocks: readonly BlockFacts[]): FeedEvent {
  const at = blocks.at(-1)?.receivedAt ?? NOON * 1000
  return { type: 'blocks', at, chainMs: at, blocks, skipped: 0 }
}

export function statusEvent(at: number, changes: Partial<StatusFacts> = {}): FeedEvent {
  return { type: 'status', at, status: statusFacts(changes) }
}

export function feedAfter(events: readonly FeedEvent[], before: FeedState = EMPTY_FEED): FeedState {
  return events.reduce(reduceFeed, before)
}

export function dashAfter(events: readonly FeedEvent[], size: Size = { columns: 80, rows: 24 }): DashState {
  return reduceDash(createDashState(size), { type: 'feed', events })
}

/** The state after some keys. */
export function press(state: DashState, ...keys: readonly string[]): DashState {
  return keys.reduce((before, key) => reduceDash(before, { type: 'key', key }), state)
}
