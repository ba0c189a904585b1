import { ageText, clockText, durationText, percentText, rateText, sparkline } from './amounts.ts'
import { chainSeconds, type FeedState } from './feed-state.ts'
import type { TypeRate } from './rates.ts'
import { peerText } from './peer-text.ts'
import type { Column } from './render-table.ts'
import { percentile, type TransactionRow } from './transactions.ts'
import type { WitnessRow } from './witness-rows.ts'

/** The columns of the types of operations. */
export const OPERATION_COLUMNS: readonly Column<TypeRate>[] = [
  { title: 'operation', columns: 20, grows: 2, most: 34, cell: ({ type }) => ({ text: type }) },
  {
    title: '/min',
    columns: 6,
    align: 'right',
    cell: ({ perMinute }) => ({ text: rateText(perMinute), style: 'strong' }),
  },
  {
    title: 'trend',
    columns: 6,
    grows: 3,
    most: 60,
    align: 'right',
    cell: ({ bars }, columns) => ({ text: sparkline(bars, columns), style: 'accent' }),
  },
]

/** The columns of the transactions. */
export function transactionColumns(feed: FeedState): readonly Column<TransactionRow>[] {
  return [
    { title: 'transaction', columns: 11, cell: ({ id }) => ({ text: id.slice(0, 10), style: 'accent' }) },
    {
      title: 'heard',
      columns: 8,
      dispensable: 2,
      cell: ({ heardAt }) => ({ text: clockText(heardAt / 1000) }),
    },
    {
      title: 'waited',
      columns: 8,
      dispensable: 1,
      align: 'right',
      cell: ({ state, heardAt, pendingForMs }) =>
        state === 'pending'
          ? { text: ageText((feed.now - heardAt) / 1000), style: 'warn' }
          : { text: pendingForMs === undefined ? '-' : durationText(pendingForMs) },
    },
    {
      title: 'became',
      columns: 10,
      cell: ({ state, block }) => {
        if (state === 'pending') return { text: 'pending', style: 'warn' }
        return state === 'expired'
          ? { text: 'expired', style: 'bad' }
          : { text: `#${block ?? 0}`, style: 'good' }
      },
    },
    {
      title: 'ops',
      columns: 4,
      dispensable: 3,
      align: 'right',
      cell: ({ operations }) => ({ text: String(operations) }),
    },
    {
      title: 'from',
      columns: 15,
      dispensable: 4,
      most: 22,
      grows: 1,
      cell: ({ peer }, columns) =>
        peer === undefined ? { text: 'undone', style: 'warn' } : { text: peerText(peer, columns) },
    },
    { title: 'what', columns: 12, grows: 6, cell: ({ sentence }) => ({ text: sentence, style: 'dim' }) },
  ]
}

/** The columns of the witnesses. */
export function witnessColumns(feed: FeedState): readonly Column<WitnessRow>[] {
  const now = chainSeconds(feed)
  return [
    { title: 'witness', columns: 10, grows: 1, most: 24, cell: ({ witness }) => ({ text: witness }) },
    { title: 'blocks', columns: 6, align: 'right', cell: ({ produced }) => ({ text: String(produced) }) },
    {
      title: 'missed',
      columns: 6,
      align: 'right',
      cell: ({ missed }) => ({ text: String(missed), style: missed === 0 ? 'dim' : 'bad' }),
    },
    {
      title: 'rate',
      columns: 5,
      align: 'right',
      dispensable: 2,
      cell: ({ produced, missed }) =>
        produced + missed === 0
          ? { text: '-', style: 'dim' }
          : { text: percentText(produced / (produced + missed)), style: missed === 0 ? 'good' : 'warn' },
    },
    {
      title: 'latency',
      columns: 8,
      align: 'right',
      cell: ({ latenciesMs }) => latencyCell(percentile(latenciesMs, 50)),
    },
    {
      title: '90 %',
      columns: 8,
      align: 'right',
      dispensable: 3,
      cell: ({ latenciesMs }) => latencyCell(percentile(latenciesMs, 90)),
    },
    {
      title: 'last',
      columns: 10,
      dispensable: 3,
      cell: ({ lastBlock }) => ({ text: lastBlock === undefined ? '-' : `#${lastBlock}`, style: 'accent' }),
    },
    {
      title: 'ago',
      columns: 6,
      dispensable: 1,
      align: 'right',
      cell: ({ lastTime }) => ({
        text: lastTime === undefined ? '-' : ageText(now - lastTime),
        style: 'dim',
      }),
    },
  ]
}

function latencyCell(ms: number | undefined): { readonly text: string; readonly style: 'plain' | 'dim' } {
  return ms === undefined ? { text: '-', style: 'dim' } : { text: durationText(ms), style: 'plain' }
}
