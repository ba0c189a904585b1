import { countLabels } from './bounded-labels.ts'
import type { Figures, LabelledValue, MetricRow } from './figures.ts'
import { MAX_VERSIONS } from './limits.ts'
import type { EventCounts } from './reduce-metrics.ts'

const STATES = ['stopped', 'connecting', 'locating', 'syncing', 'live', 'forked'] as const
const PEER_STATES = ['connecting', 'handshaking', 'active', 'closing'] as const
const DIRECTIONS = ['inbound', 'outbound'] as const
const SYNC_MODES = ['asking', 'fetching', 'inSync', 'elsewhere', 'resting'] as const
const SOURCES = ['sync', 'live', 'store'] as const

type Values = (figures: Figures) => readonly LabelledValue[]

/** Every metric of the node itself. Names get a prefix; `docs/operation.md` has them in a table. */
export const NODE_ROWS: readonly MetricRow[] = [
  gauge(
    'head_block_number',
    'Number of the head block.',
    one(({ status }) => status?.head?.number),
  ),
  gauge('head_age_seconds', 'Age of the head block by the chain clock.', one(toHeadAge)),
  gauge(
    'irreversible_block_number',
    'Number of the last irreversible block.',
    one(({ status }) => status?.irreversible?.number),
  ),
  gauge('irreversible_lag_blocks', 'Blocks that can still be undone.', one(toLag)),
  gauge(
    'behind_blocks',
    'Blocks by which the furthest peer is ahead, by its own word.',
    one(({ status }) => status?.behindBlocks),
  ),
  gauge(
    'participation_ratio',
    'Share of the last 128 slots that have a block.',
    one(({ status }) => status?.participation),
  ),
  gauge(
    'state',
    '1 for the state the node is in.',
    ({ status }) => STATES.map((state) => [Number((status?.state ?? 'stopped') === state), state]),
    ['state'],
  ),
  counter(
    'blocks_applied_total',
    'Blocks that joined the chain, by where they came from.',
    ({ counts }) => SOURCES.map((source) => [counts.blocks.get(source)?.blocks ?? 0, source]),
    ['source'],
  ),
  counter(
    'block_transactions_total',
    'Transactions in those blocks.',
    ({ counts }) => SOURCES.map((source) => [counts.blocks.get(source)?.transactions ?? 0, source]),
    ['source'],
  ),
  counter(
    'transactions_heard_total',
    'Transactions heard of for the first time from a peer.',
    one(({ counts }) => counts.transactionsHeard),
  ),
  counter(
    'transactions_total',
    'Transactions refused, not passed on, and what became of our own.',
    byCode(({ transactions }) => transactions),
    ['outcome'],
  ),
  counter(
    'reorganizations_total',
    'Times the chain changed over to a longer branch.',
    one(({ counts }) => counts.reorganizations),
  ),
  counter(
    'blocks_undone_total',
    'Blocks taken back for a longer branch.',
    one(({ counts }) => counts.undone),
  ),
  counter(
    'blocks_set_aside_total',
    'Blocks held, early or beside the chain.',
    byCode(({ setAside }) => setAside),
    ['reason'],
  ),
  counter(
    'blocks_refused_total',
    'Blocks thrown out, by code.',
    byCode(({ blocksRefused }) => blocksRefused),
    ['code'],
  ),
  counter(
    'blocks_doubted_total',
    'Blocks that do not fit what is known, by code.',
    byCode(({ blocksDoubted }) => blocksDoubted),
    ['code'],
  ),
  counter(
    'announced_items_total',
    'Items that peers announced.',
    byCode(({ announced }) => announced),
    ['type'],
  ),
  counter(
    'dropped_announcements_total',
    'Announcements that found no room.',
    one(({ status }) => status?.droppedAnnouncements ?? 0),
  ),
  counter(
    'dropped_transactions_total',
    'Transaction events that slow readers let go.',
    one(({ status }) => status?.droppedTransactions ?? 0),
  ),
  gauge('peers', 'Connections by state and direction.', countPeers, ['state', 'direction']),
  gauge(
    'peers_by_sync',
    'Active connections by what they do for us.',
    ({ peers }) => SYNC_MODES.map((mode) => [peers.filter(({ sync }) => sync === mode).length, mode]),
    ['sync'],
  ),
  gauge(
    'peers_by_version',
    `Peers that said hello by user agent, the ${MAX_VERSIONS} most frequent.`,
    countVersions,
    ['version'],
  ),
  gauge(
    'clock_offset_seconds',
    'Median of how far the clocks of peers are ahead of ours.',
    one(toClockOffset),
  ),
  counter(
    'connections_total',
    'Connections dialled, arrived, greeted and made active.',
    byCode(({ connections }) => connections),
    ['step'],
  ),
  counter(
    'connections_closed_total',
    'Connections that ended without a fault, by code.',
    byCode(({ closed }) => closed),
    ['code'],
  ),
  counter(
    'peer_faults_total',
    'Connections ended because the peer broke the protocol, by code.',
    byCode(({ faults }) => faults),
    ['code'],
  ),
  counter(
    'connections_turned_away_total',
    'Connections not taken, by reason.',
    byCode(({ turnedAway }) => turnedAway),
    ['reason'],
  ),
  counter(
    'troubles_total',
    'Failures of the machine: connections not accepted, the file of peers.',
    byCode(({ troubles }) => troubles),
    ['kind'],
  ),
  gauge(
    'store_durable_block_number',
    'Highest block on disk.',
    one(({ counts, store }) => store?.durableBlock ?? counts.durableBlock),
  ),
  gauge(
    'store_bytes',
    'Bytes that the store takes.',
    one(({ store }) => store?.sizeBytes),
  ),
  gauge(
    'store_disk_full',
    '1 while the disk of the store is full.',
    one(({ counts }) => Number(counts.isDiskFull)),
  ),
]

/** Makes a gauge of the table. */
export function gauge(name: string, help: string, values: Values, labels: readonly string[] = []): MetricRow {
  return { name, help, type: 'gauge', labels, values }
}

/** Makes a counter of the table. */
export function counter(
  name: string,
  help: string,
  values: Values,
  labels: readonly string[] = [],
): MetricRow {
  return { name, help, type: 'counter', labels, values }
}

/** One value without labels; none where it is not known. */
export function one(value: (figures: Figures) => number | undefined): Values {
  return (figures) => {
    const known = value(figures)
    return known === undefined ? [] : [[known]]
  }
}

function byCode(pick: (counts: EventCounts) => ReadonlyMap<string, number>): Values {
  return ({ counts }) => [...pick(counts)].map(([code, count]) => [count, code])
}

function toHeadAge({ status, chainSeconds }: Figures): number | undefined {
  return status === undefined || status.headTime === 0 ? undefined : chainSeconds - status.headTime
}

function toLag({ status }: Figures): number | undefined {
  if (status?.head === undefined || status.irreversible === undefined) return undefined
  return status.head.number - status.irreversible.number
}

function countPeers({ peers }: Figures): readonly LabelledValue[] {
  return PEER_STATES.flatMap((state) =>
    DIRECTIONS.map((direction): LabelledValue => {
      const count = peers.filter((peer) => peer.state === state && peer.direction === direction).length
      return [count, state, direction]
    }),
  )
}

function countVersions({ peers }: Figures): readonly LabelledValue[] {
  const agents = peers.flatMap(({ hello }) => (hello === undefined ? [] : [hello.userAgent]))
  return [...countLabels(agents, MAX_VERSIONS)].map(([version, count]) => [count, version])
}

function toClockOffset({ peers }: Figures): number | undefined {
  const offsets = peers.flatMap(({ clockOffsetMs }) => clockOffsetMs ?? []).sort((a, b) => a - b)
  const middle = offsets[Math.floor(offsets.length / 2)]
  return middle === undefined ? undefined : middle / 1000
}
