import { keepAnnouncers, noteAnnounced, noteDelivered } from './announcements.ts'
import type { BlockFacts } from './facts.ts'
import type { FeedEvent } from './feed-event.ts'
import type { BlockRow, FeedState } from './feed-state.ts'
import { updatePeers } from './peer-rows.ts'
import { countBlock } from './tally.ts'
import { addPending, settle } from './transactions.ts'
import { addSlots, noteMissed, noteProduced, noteTakenBack } from './witness-rows.ts'

/** Blocks shown. */
export const MAX_BLOCK_ROWS = 300
/** Characters of the operations of all of them; above it those of the oldest go. */
export const MAX_DETAIL_CHARS = 8_000_000

const DEFAULT_INTERVAL_SECONDS = 3
/** Distances between blocks that tell how fast they come. */
const INTERVALS = 5

/** What the dashboard knows after an event. */
export function reduceFeed(before: FeedState, event: FeedEvent): FeedState {
  const state = { ...before, now: Math.max(before.now, event.at) }
  switch (event.type) {
    case 'started': {
      const { network: name, chainId, intervalSeconds } = event
      return { ...state, network: { name, chainId, intervalSeconds } }
    }
    case 'tick':
      return { ...state, chainAheadMs: event.chainMs - event.at }
    case 'blocks':
      return takeBlocks({ ...state, chainAheadMs: event.chainMs - event.at }, event.blocks)
    case 'undone':
      return takeUndone(state, event.id)
    case 'slots':
      return {
        ...state,
        slots: addSlots(state.slots, event.slots),
        witnesses: noteMissed(state.witnesses, event.slots),
      }
    case 'status': {
      const { status } = event
      const isCatchingUp = status.state === 'syncing' && status.headNumber > 0
      const syncedFrom = isCatchingUp ? (state.syncedFrom ?? status.headNumber) : undefined
      return { ...state, status, syncedFrom }
    }
    case 'peers': {
      const peers = updatePeers(state.peers, event.peers, event.at - state.peersAt)
      const connected = new Set(peers.map(({ peer }) => peer))
      const announcements = keepAnnouncers(state.announcements, connected)
      return { ...state, peers, peersAt: event.at, announcements }
    }
    case 'announced':
      return takeAnnounced(state, event.peer, event.at)
    case 'pending':
      return { ...state, transactions: addPending(state.transactions, event.transactions, event.at) }
    case 'settled':
      return { ...state, transactions: settle(state.transactions, event.transactions) }
    case 'closed':
      return { ...state, closed: { peer: event.peer, reason: event.reason } }
  }
}

function takeBlocks(state: FeedState, blocks: readonly BlockFacts[]): FeedState {
  const interval = state.network?.intervalSeconds ?? DEFAULT_INTERVAL_SECONDS
  let { tally, announcements } = state
  for (const block of blocks) {
    if (block.isCounted) tally = countBlock(tally, block, interval)
    announcements = noteDelivered(announcements, block.peer, block.number)
  }
  const rows = blocks.map((block): BlockRow => ({ ...block, isUndone: false, detailChars: charsOf(block) }))
  return {
    ...state,
    tally,
    announcements,
    witnesses: noteProduced(state.witnesses, blocks),
    blocks: withinDetailChars([...state.blocks, ...rows].slice(-MAX_BLOCK_ROWS)),
  }
}

function takeUndone(state: FeedState, id: string): FeedState {
  const index = state.blocks.findLastIndex((row) => row.id === id && !row.isUndone)
  const row = state.blocks[index]
  if (row === undefined) return state
  return {
    ...state,
    blocks: state.blocks.with(index, { ...row, isUndone: true }),
    tally: row.isCounted ? countBlock(state.tally, row, 0, -1) : state.tally,
    witnesses: noteTakenBack(state.witnesses, row),
  }
}

function takeAnnounced(state: FeedState, peer: string, at: number): FeedState {
  const newest = state.blocks.findLast(({ isUndone }) => !isUndone)
  if (newest === undefined) return state
  const head = { number: newest.number, receivedAt: newest.receivedAt, intervalMs: arrivalIntervalMs(state) }
  return { ...state, announcements: noteAnnounced(state.announcements, peer, at, head) }
}

/** From block to block by our clock, which on a devnet is not that of the chain: the longest of the last few. */
function arrivalIntervalMs({ blocks, network }: FeedState): number {
  const most = (network?.intervalSeconds ?? DEFAULT_INTERVAL_SECONDS) * 1000
  const times = blocks.slice(-INTERVALS - 1).map(({ receivedAt }) => receivedAt)
  const longest = times.slice(1).reduce((max, time, index) => Math.max(max, time - (times[index] ?? time)), 0)
  return longest === 0 ? most : Math.min(most, longest)
}

function charsOf({ details }: BlockFacts): number {
  return (details ?? []).reduce((sum, { sentence, decoded }) => sum + sentence.length + decoded.length, 0)
}

/** Lets the details of the oldest blocks go when all of them take too much. */
function withinDetailChars(rows: readonly BlockRow[]): readonly BlockRow[] {
  let chars = 0
  return rows
    .toReversed()
    .map((row) => {
      chars += row.detailChars
      return chars <= MAX_DETAIL_CHARS || row.details === undefined
        ? row
        : { ...row, details: undefined, detailChars: 0 }
    })
    .reverse()
}
