import type { TransactionEvent } from '../inventory/track-transactions.ts'
import { learnNames, unlearnNames } from '../names/learn-names.ts'
import { cleanText } from '../names/clean-text.ts'
import type { NameBook } from '../names/name-book.ts'
import type { ChainEvent } from '../node/chain-event.ts'
import type { NodeEvent, PeerStatus, Status } from '../node/events.ts'
import type { WitnessSlot } from '../node/witness-slot.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { toBlockFacts } from './block-facts.ts'
import type { BlockFacts } from './facts.ts'
import type { FeedEvent } from './feed-event.ts'
import { MAX_LABEL_CHARS, MAX_PER_EVENT, MAX_REASON_CHARS } from './limits.ts'
import { toPeerFacts, toPendingFacts, toSettledFacts, toSlotFacts, toStatusFacts } from './node-facts.ts'

/** Blocks that are caught up with are counted from this age on: no rate that is shown looks further back. */
const COUNTED_SECONDS = 3600
/** Of the blocks that came at once so many are described. */
const DETAILED_BLOCKS = 20

/** What a node said, and when; `at` in milliseconds since 1970, `chainMs` the same on the chain's clock. */
export type Heard = { readonly at: number; readonly chainMs: number } & (
  | { readonly kind: 'step'; readonly step: Exclude<ChainEvent, { type: 'block_irreversible' }> }
  | { readonly kind: 'slot'; readonly slot: WitnessSlot }
  | { readonly kind: 'event'; readonly event: NodeEvent }
  | { readonly kind: 'transaction'; readonly event: TransactionEvent<Transaction> }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'peers'; readonly peers: readonly PeerStatus[] }
  | { readonly kind: 'tick' }
)

type HeardOf<K extends Heard['kind']> = Heard & { readonly kind: K }

/**
 * What was heard since the last time, in the order in which the dashboard makes sense of it: the time, who announced, how
 * the connections stand, blocks, how the node stands, transactions. Of how things stand only the newest is told.
 *
 * `names` learns from the blocks.
 */
export function tellHeard(heard: readonly Heard[], names: NameBook): readonly FeedEvent[] {
  const of = <K extends Heard['kind']>(kind: K): readonly HeardOf<K>[] =>
    heard.filter((each): each is HeardOf<K> => each.kind === kind)
  return [
    ...of('tick')
      .slice(-1)
      .map(({ at, chainMs }): FeedEvent => ({ type: 'tick', at, chainMs })),
    ...tellAnnounced(of('event')),
    ...of('peers')
      .slice(-1)
      .map(({ at, peers }): FeedEvent => ({ type: 'peers', at, peers: toPeerFacts(peers) })),
    ...tellSteps(of('step'), names),
    ...tellSlots(of('slot'), names),
    ...of('status')
      .slice(-1)
      .map(({ at, status }): FeedEvent => ({ type: 'status', at, status: toStatusFacts(status) })),
    ...tellTransactions(of('transaction'), names),
    ...tellClosed(of('event')),
  ]
}

/** Which peers announced blocks, in the order they did: once each, however often they did. */
function tellAnnounced(heard: readonly HeardOf<'event'>[]): readonly FeedEvent[] {
  const told = new Map<string, number>()
  for (const { event, at } of heard) {
    if (event.type === 'announced' && event.itemType === 'block' && !told.has(event.peer))
      told.set(event.peer, at)
  }
  return [...told].map(([peer, at]) => ({ type: 'announced', at, peer: cleanText(peer, MAX_LABEL_CHARS) }))
}

function tellSteps(heard: readonly HeardOf<'step'>[], names: NameBook): readonly FeedEvent[] {
  const events: FeedEvent[] = []
  let blocks: BlockFacts[] = []
  let skipped = 0
  const flush = ({ at, chainMs }: HeardOf<'step'>): void => {
    if (blocks.length > 0 || skipped > 0) events.push({ type: 'blocks', at, chainMs, blocks, skipped })
    blocks = []
    skipped = 0
  }
  for (const [index, each] of heard.entries()) {
    const { block, type } = each.step
    if (type === 'block_undone') {
      flush(each)
      if (names.head === block.number) unlearnNames(names, block)
      events.push({ type: 'undone', at: each.at, number: block.number, id: block.id })
      continue
    }
    const isCounted =
      block.received.source === 'live' || each.chainMs / 1000 - block.timestamp <= COUNTED_SECONDS
    const isDetailed = index >= heard.length - DETAILED_BLOCKS
    if (isCounted || isDetailed) {
      learnNames(names, block)
      blocks.push(toBlockFacts(block, { names, chainMs: each.chainMs, isCounted, isDetailed }))
    } else skipped += 1
    if (blocks.length >= MAX_PER_EVENT) flush(each)
  }
  const last = heard.at(-1)
  if (last !== undefined) flush(last)
  return events
}

function tellSlots(heard: readonly HeardOf<'slot'>[], names: NameBook): readonly FeedEvent[] {
  return chunks(heard.map(({ slot }) => toSlotFacts(slot, names))).map((slots) => ({
    type: 'slots',
    at: heard.at(-1)?.at ?? 0,
    slots,
  }))
}

function tellTransactions(heard: readonly HeardOf<'transaction'>[], names: NameBook): readonly FeedEvent[] {
  const at = heard.at(-1)?.at ?? 0
  const pending = heard.flatMap(({ event }) => toPendingFacts(event, names) ?? [])
  const settled = heard.flatMap(({ event }) => toSettledFacts(event) ?? [])
  const transactions = pending.slice(-MAX_PER_EVENT)
  const skipped = pending.length - transactions.length
  return [
    ...(pending.length === 0 ? [] : [{ type: 'pending', at, transactions, skipped } as const]),
    ...chunks(settled).map((each): FeedEvent => ({ type: 'settled', at, transactions: each })),
  ]
}

function tellClosed(heard: readonly HeardOf<'event'>[]): readonly FeedEvent[] {
  return heard.flatMap(({ event, at }): readonly FeedEvent[] =>
    event.type === 'peerClosed'
      ? [
          {
            type: 'closed',
            at,
            peer: cleanText(event.peer, MAX_LABEL_CHARS),
            reason: cleanText(event.message, MAX_REASON_CHARS),
          },
        ]
      : [],
  )
}

function chunks<T>(values: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(values.length / MAX_PER_EVENT) }, (_, index) =>
    values.slice(index * MAX_PER_EVENT, (index + 1) * MAX_PER_EVENT),
  )
}
