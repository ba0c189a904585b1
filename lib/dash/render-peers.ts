import { bytesText, durationText, percentText } from './amounts.ts'
import type { Style } from './frame.ts'
import type { RatedPeer } from './rate-peers.ts'
import { lagText, peerText, revisionText, versionText } from './peer-text.ts'
import type { Cell, Column } from './render-table.ts'

/** A clock that is off by this much makes a peer's times useless; half of it is worth a look. */
const BAD_OFFSET_MS = 1000

/** The columns of the connections. */
export const PEER_COLUMNS: readonly Column<RatedPeer>[] = [
  {
    title: 'peer',
    columns: 15,
    grows: 4,
    most: 30,
    cell: ({ row }, columns) => ({ text: peerText(row.peer, columns) }),
  },
  {
    title: 'version',
    columns: 8,
    dispensable: 4,
    grows: 4,
    most: 34,
    cell: ({ row }, columns) => ({ text: versionText(row, columns) }),
  },
  {
    title: 'revision',
    columns: 9,
    dispensable: 9,
    cell: ({ row }) => ({ text: revisionText(row), style: 'dim' }),
  },
  { title: 'system', columns: 6, dispensable: 6, cell: ({ row }) => ({ text: row.platform }) },
  {
    title: 'dir',
    columns: 3,
    dispensable: 9,
    cell: ({ row }) => ({ text: row.direction === 'inbound' ? 'in' : 'out' }),
  },
  { title: 'rtt', columns: 7, align: 'right', cell: ({ row }) => measured(row.roundTripMs, 'plain') },
  {
    title: 'offset',
    columns: 7,
    dispensable: 2,
    align: 'right',
    cell: ({ row }) => measured(row.clockOffsetMs, offsetStyle(row.clockOffsetMs ?? 0)),
  },
  {
    title: 'in',
    columns: 5,
    dispensable: 3,
    align: 'right',
    cell: ({ row }) => ({ text: bytesText(row.bytesReceived) }),
  },
  {
    title: 'out',
    columns: 5,
    dispensable: 5,
    align: 'right',
    cell: ({ row }) => ({ text: bytesText(row.bytesSent) }),
  },
  {
    title: 'in/s',
    columns: 6,
    dispensable: 8,
    align: 'right',
    cell: ({ row }) => ({ text: bytesText(row.receivedPerSecond), style: 'dim' }),
  },
  {
    title: 'out/s',
    columns: 6,
    dispensable: 8,
    align: 'right',
    cell: ({ row }) => ({ text: bytesText(row.sentPerSecond), style: 'dim' }),
  },
  {
    title: 'blocks',
    columns: 7,
    dispensable: 9,
    align: 'right',
    cell: ({ row }) => ({ text: String(row.blocksReceived) }),
  },
  {
    title: 'first',
    columns: 5,
    align: 'right',
    cell: ({ firstShare }) =>
      firstShare === undefined ? NONE : { text: percentText(firstShare), style: 'strong' },
  },
  {
    title: 'late by',
    columns: 8,
    dispensable: 7,
    align: 'right',
    cell: ({ delayMs }) => measured(delayMs, 'plain'),
  },
  {
    title: 'lag',
    columns: 4,
    dispensable: 1,
    align: 'right',
    cell: ({ lagBlocks }) =>
      lagBlocks === undefined ? NONE : { text: lagText(lagBlocks), style: lagBlocks <= 1 ? 'good' : 'warn' },
  },
  { title: 'state', columns: 7, cell: ({ row }) => stateCell(row) },
  {
    title: 'connected',
    columns: 9,
    dispensable: 9,
    align: 'right',
    cell: ({ row }) => ({ text: durationText(row.ageMs), style: 'dim' }),
  },
]

const NONE: Cell = { text: '-', style: 'dim' }

function measured(ms: number | undefined, style: Style): Cell {
  return ms === undefined ? NONE : { text: durationText(ms), style }
}

function offsetStyle(ms: number): Style {
  const size = Math.abs(ms)
  return size >= BAD_OFFSET_MS ? 'bad' : size >= BAD_OFFSET_MS / 2 ? 'warn' : 'plain'
}

/** What the connection is for at the moment, in one word. */
function stateCell({ state, sync }: RatedPeer['row']): Cell {
  if (state === 'connecting') return { text: 'dialled', style: 'dim' }
  if (state === 'handshaking') return { text: 'hello', style: 'warn' }
  if (state === 'closing') return { text: 'closing', style: 'bad' }
  switch (sync) {
    case 'inSync':
      return { text: 'live', style: 'good' }
    case 'fetching':
      return { text: 'sync', style: 'accent' }
    case 'asking':
      return { text: 'asking', style: 'accent' }
    case 'elsewhere':
      return { text: 'forked', style: 'bad' }
    case 'resting':
      return { text: 'resting', style: 'warn' }
    case undefined:
      return { text: 'active', style: 'good' }
  }
}
