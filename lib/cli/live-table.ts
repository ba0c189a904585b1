import type { Names } from '../names/names.ts'
import type { Block } from '../node/block.ts'
import type { Status } from '../node/events.ts'
import { witnessName } from './block-lines.ts'
import { describeOperations } from './operation-lines.ts'

/** What the table shows: how the node stands, and the newest blocks, oldest first. */
export interface LiveTable {
  readonly title: string
  readonly status: Status | undefined
  readonly blocks: readonly Block[]
  readonly names: Names
  /** Seconds since 1970 by the chain's clock. */
  readonly chainSeconds: number
}

const HEADER = ['block', 'time', 'witness', 'trx', 'ops', 'size', 'operations']
const WIDTHS = [9, 8, 10, 4, 4, 8]

/** The table as lines of at most `width` characters and at most `height` of them. */
export function renderTable(table: LiveTable, width: number, height: number): readonly string[] {
  const rows = table.blocks.slice(-Math.max(1, height - 5)).map((block) => toRow(block, table.names))
  return [table.title, toStatusLine(table), '', toLine(HEADER), ...rows.map(toLine)].map((line) =>
    line.slice(0, width),
  )
}

function toStatusLine({ status, chainSeconds }: LiveTable): string {
  if (status === undefined) return 'starting'
  const { head, headTime, activePeers } = status
  if (head === undefined || headTime === 0) return `${status.state}: ${status.reason}`
  const age = Math.max(0, Math.round(chainSeconds - headTime))
  const peers = `${activePeers} ${activePeers === 1 ? 'peer' : 'peers'}`
  return `${status.state}: ${status.reason} · head #${head.number}, ${age} s old · ${peers}`
}

function toRow(block: Block, names: Names): readonly string[] {
  const operations = block.transactions.flatMap((transaction) => transaction.operations)
  return [
    `#${block.number}`,
    new Date(block.timestamp * 1000).toISOString().slice(11, 19),
    witnessName(block.witness, names),
    String(block.transactions.length),
    String(operations.length),
    `${(block.raw.length / 1000).toFixed(1)} kB`,
    describeOperations(operations, names),
  ]
}

function toLine(cells: readonly string[]): string {
  return cells
    .map((cell, column) => {
      const width = WIDTHS[column]
      if (width === undefined) return cell
      return column < 3 ? cell.padEnd(width) : cell.padStart(width)
    })
    .join('  ')
}
