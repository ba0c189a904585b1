import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { latencyOf, type WitnessRow } from '../../view/reduce-witnesses.ts'
import { clock, compact, count, latency, moment, percent } from '../format.ts'
import { witnesses } from '../live/store.ts'
import { Empty } from './card.tsx'
import { WitnessMark, witnessNumber } from './witness-mark.tsx'

type Column = 'name' | 'produced' | 'missed' | 'reliability' | 'latency' | 'operations' | 'last'

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['name', 'Witness'],
  ['produced', 'Produced'],
  ['missed', 'Missed'],
  ['reliability', 'Reliability'],
  ['latency', 'Latency'],
  ['operations', 'Operations'],
  ['last', 'Last slot'],
]

const LONG: ReadonlySet<Column> = new Set(['operations', 'last'])

interface WitnessTableProps {
  /** Rows, if not all. */
  readonly most?: number
  /** Without the columns that need the most room. */
  readonly isShort?: boolean
}

/** What each witness did since we look, sorted as the reader likes. */
export function WitnessTable({ most, isShort = false }: WitnessTableProps): JSX.Element {
  const sorting = useSignal<{ readonly by: Column; readonly isDescending: boolean }>({
    by: 'produced',
    isDescending: true,
  })
  const { by, isDescending } = sorting.value
  const rows = Object.values(witnesses.value).sort((a, b) => {
    const order = compare(a, b, by)
    return order === 0 ? witnessNumber(a.witness) - witnessNumber(b.witness) : isDescending ? -order : order
  })
  const shown = most === undefined ? rows : rows.slice(0, most)
  if (rows.length === 0) return <Empty>Nobody has produced a block yet.</Empty>
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Witnesses">
      <table class="table witnesses">
        <thead>
          <tr>
            {COLUMNS.filter(([column]) => !isShort || !LONG.has(column)).map(([column, text]) => (
              <th
                key={column}
                scope="col"
                class={`${column === 'name' ? '' : 'number'}${column === 'reliability' ? ' is-extra' : ''}`}
                aria-sort={column === by ? (isDescending ? 'descending' : 'ascending') : undefined}
              >
                <button
                  type="button"
                  class="sort"
                  onClick={() => {
                    sorting.value = {
                      by: column,
                      isDescending: column === by ? !isDescending : column !== 'name',
                    }
                  }}
                >
                  {text}
                  <span aria-hidden="true">{column === by ? (isDescending ? '↓' : '↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.witness} row={row} isShort={isShort} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, isShort }: { readonly row: WitnessRow; readonly isShort: boolean }): JSX.Element {
  const { median, high } = latencyOf(row)
  return (
    <tr>
      <th scope="row">
        <WitnessMark witness={row.witness} name={row.name} />
        {!isShort && <span class="muted mono witness-id">{row.witness}</span>}
      </th>
      <td class="number">
        {count(row.produced)}
        {row.undone > 0 && <span class="muted"> ({count(row.undone)} undone)</span>}
      </td>
      <td class="number">
        {row.missed > 0 ? (
          <span class="badge badge-bad">× {count(row.missed)}</span>
        ) : (
          <span class="muted">0</span>
        )}
      </td>
      <td class="number is-extra">
        <span class="meter" aria-hidden="true">
          <span class="meter-fill" style={{ '--share': reliability(row) }} />
        </span>
        {percent(reliability(row))}
      </td>
      <td class="number">
        {median === undefined ? '—' : latency(median)}
        {high !== undefined && high !== median && <span class="muted"> / {latency(high)}</span>}
      </td>
      {!isShort && <td class="number">{compact(row.operations)}</td>}
      {!isShort && <LastSlot row={row} />}
    </tr>
  )
}

function LastSlot({ row }: { readonly row: WitnessRow }): JSX.Element {
  const time = <time title={moment(row.lastTimestamp)}>{clock(row.lastTimestamp)}</time>
  return (
    <td class="number muted">
      {row.lastNumber === undefined ? time : <a href={`/block/${row.lastNumber}`}>{time}</a>}
    </td>
  )
}

function reliability({ produced, missed }: WitnessRow): number {
  return produced + missed === 0 ? 1 : produced / (produced + missed)
}

function compare(a: WitnessRow, b: WitnessRow, by: Column): number {
  switch (by) {
    case 'name':
      return (a.name ?? a.witness).localeCompare(b.name ?? b.witness, 'en', { numeric: true })
    case 'produced':
      return a.produced - b.produced
    case 'missed':
      return a.missed - b.missed
    case 'reliability':
      return reliability(a) - reliability(b)
    case 'latency':
      return (latencyOf(a).median ?? 0) - (latencyOf(b).median ?? 0)
    case 'operations':
      return a.operations - b.operations
    case 'last':
      return a.lastTimestamp - b.lastTimestamp
  }
}
