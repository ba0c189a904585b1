import { type Line, sideBySide } from './frame.ts'
import type { Placed } from './layout.ts'
import { blockRows, filterOf, operationRows, peerRows, transactionRows, witnessRows } from './pane-rows.ts'
import { blockColumns } from './render-blocks.ts'
import { PEER_COLUMNS } from './render-peers.ts'
import { OPERATION_COLUMNS, transactionColumns, witnessColumns } from './render-rows.ts'
import { sortColumn } from './sort-rows.ts'
import { renderTable, type TableView } from './render-table.ts'
import type { TypeRate } from './rates.ts'
import { type DashState, type Pane, shownFeed } from './view-state.ts'

/** From this width on a low pane of operations is two tables side by side. */
const TWO_TABLES: Readonly<Record<'columns' | 'rows', number>> = { columns: 76, rows: 9 }

const EMPTY: Readonly<Record<Pane, string>> = {
  blocks: 'no blocks yet',
  operations: 'no operations of the last hour yet',
  transactions: 'no transactions yet: they are heard of once the node is live',
  witnesses: 'no blocks yet',
  peers: 'no connections yet',
}

/** The lines of a pane in its place. */
export function renderPane(state: DashState, placed: Placed): readonly Line[] {
  const feed = shownFeed(state)
  switch (placed.pane) {
    case 'blocks': {
      const rows = blockRows(state)
      return renderTable(
        blockColumns(feed),
        rows,
        viewOf(
          state,
          placed,
          rows.map(({ row }) => row.id),
        ),
      )
    }
    case 'operations':
      return renderOperations(state, placed)
    case 'transactions': {
      const rows = transactionRows(state)
      return renderTable(
        transactionColumns(feed),
        rows,
        viewOf(
          state,
          placed,
          rows.map(({ id }) => id),
        ),
      )
    }
    case 'witnesses': {
      const rows = witnessRows(state)
      return renderTable(
        witnessColumns(feed),
        rows,
        viewOf(
          state,
          placed,
          rows.map(({ witness }) => witness),
        ),
      )
    }
    case 'peers': {
      const rows = peerRows(state)
      return renderTable(
        PEER_COLUMNS,
        rows,
        viewOf(
          state,
          placed,
          rows.map(({ row }) => row.peer),
        ),
      )
    }
  }
}

function renderOperations(state: DashState, placed: Placed): readonly Line[] {
  const rows = operationRows(state)
  const table = (part: readonly TypeRate[], columns: number): readonly Line[] =>
    renderTable(
      OPERATION_COLUMNS,
      part,
      viewOf(
        state,
        { ...placed, columns },
        part.map(({ type }) => type),
      ),
    )
  const height = placed.rows - 1
  const isTwo = placed.columns >= TWO_TABLES.columns && placed.rows < TWO_TABLES.rows
  if (!isTwo || rows.length <= 1) return table(rows, placed.columns)
  const left = Math.floor((placed.columns - 1) / 2)
  // The page with the cursor on it.
  const at = Math.max(
    0,
    rows.findIndex(({ type }) => type === state.view.panes.operations.selected),
  )
  const page = rows.slice(Math.floor(at / (2 * height)) * 2 * height).slice(0, 2 * height)
  return sideBySide(table(page.slice(0, height), left), table(page.slice(height), placed.columns - 1 - left))
}

function viewOf(state: DashState, { pane, columns, rows }: Placed, keys: readonly string[]): TableView {
  const view = state.view.panes[pane]
  const isFocused = state.view.pane === pane
  return {
    columns,
    rows,
    isFocused,
    sortedBy: sortColumn(pane, view),
    isReversed: view.isReversed,
    cursor: isFocused && view.selected !== undefined ? keys.indexOf(view.selected) : -1,
    empty: filterOf(state, pane) === '' ? EMPTY[pane] : 'nothing matches the filter',
  }
}
