import { clockText, bytesText, durationText } from './amounts.ts'
import { type FeedState } from './feed-state.ts'
import type { Style } from './frame.ts'
import type { FilteredBlock } from './filter-rows.ts'
import { peerText } from './peer-text.ts'
import type { Column } from './render-table.ts'

/** Latency up to here is good, up to there is fair; in shares of the interval of the chain. */
const GOOD_LATENCY = 1 / 3
const FAIR_LATENCY = 1

/** The columns of the blocks. */
export function blockColumns(feed: FeedState): readonly Column<FilteredBlock>[] {
  const intervalMs = (feed.network?.intervalSeconds ?? 3) * 1000
  const styled = (style: Style, { row }: FilteredBlock): Style => (row.isUndone ? 'bad' : style)
  return [
    {
      title: 'block',
      columns: 10,
      cell: (block) => ({ text: `#${block.row.number}`, style: styled('accent', block) }),
    },
    { title: 'time', columns: 8, dispensable: 1, cell: ({ row }) => ({ text: clockText(row.timestamp) }) },
    {
      title: 'witness',
      columns: 9,
      dispensable: 3,
      grows: 2,
      most: 16,
      cell: ({ row }) => ({ text: row.witness, style: 'plain' }),
    },
    {
      title: 'trx',
      columns: 4,
      align: 'right',
      dispensable: 4,
      cell: ({ row }) => ({ text: String(row.transactions) }),
    },
    {
      title: 'ops',
      columns: 5,
      dispensable: 2,
      align: 'right',
      cell: ({ row, matching }) =>
        matching === undefined
          ? { text: String(row.operations) }
          : { text: matchingText(matching, row.operations), style: 'strong' },
    },
    {
      title: 'size',
      columns: 6,
      align: 'right',
      dispensable: 5,
      cell: ({ row }) => ({ text: bytesText(row.sizeBytes) }),
    },
    {
      title: 'latency',
      columns: 8,
      align: 'right',
      cell: ({ row }) =>
        row.latencyMs === undefined
          ? { text: 'past', style: 'dim' }
          : { text: durationText(row.latencyMs), style: latencyStyle(row.latencyMs / intervalMs) },
    },
    {
      title: 'first',
      columns: 15,
      grows: 2,
      most: 26,
      cell: ({ row }, columns) =>
        row.isUndone ? { text: 'undone', style: 'bad' } : { text: peerText(row.peer, columns) },
    },
    {
      title: 'lead',
      columns: 7,
      align: 'right',
      dispensable: 6,
      cell: ({ row }) => ({ text: leadText(feed, row.number, row.peer), style: 'dim' }),
    },
    {
      title: 'operations',
      columns: 20,
      grows: 8,
      dispensable: 7,
      cell: ({ row }) => ({ text: summaryOf(row.counts), style: 'dim' }),
    },
  ]
}

function matchingText(matching: number, operations: number): string {
  const both = `${matching}/${operations}`
  return both.length <= 5 ? both : String(matching)
}

function latencyStyle(share: number): Style {
  return share <= GOOD_LATENCY ? 'good' : share <= FAIR_LATENCY ? 'warn' : 'bad'
}

/** By how much the first peer was ahead of the second with its announcement. */
function leadText({ announcements }: FeedState, number: number, peer: string): string {
  const first = announcements.blocks.get(number)
  return first?.peer !== peer || first.secondAt === undefined
    ? ''
    : `+${durationText(first.secondAt - first.at)}`
}

/** The types of operations with their number, the most frequent first. */
function summaryOf(counts: FilteredBlock['row']['counts']): string {
  return counts
    .toSorted((a, b) => b.count - a.count)
    .map(({ type, count }) => (count > 1 ? `${count} ${type}` : type))
    .join(', ')
}
