import type { Pane, Size, ViewState } from './view-state.ts'

/** Below this there is nothing worth drawing. */
export const LEAST_SIZE: Size = { columns: 40, rows: 8 }
/** From here on panes stand side by side. */
const WIDE: Size = { columns: 120, rows: 30 }
/** Lines above the panes. */
export const HEADER_ROWS = 4
/** Lines below them. */
export const FOOTER_ROWS = 1

/** A pane and its place. */
export interface Placed {
  readonly pane: Pane
  readonly columns: number
  /** With its heading. */
  readonly rows: number
}

/** Rows of panes from top to bottom, each with one pane or two side by side. */
export type Layout = readonly (readonly Placed[])[]

/** Where the panes are on a screen of that size. It depends on nothing else, so that nothing moves by itself. */
export function chooseLayout({ size, isAlone, pane }: Pick<ViewState, 'size' | 'isAlone' | 'pane'>): Layout {
  const { columns } = size
  const rows = size.rows - HEADER_ROWS - FOOTER_ROWS
  if (isAlone) return [[{ pane, columns, rows }]]
  if (columns >= WIDE.columns && size.rows >= WIDE.rows) return wideLayout(columns, rows)
  const full = (name: Pane, height: number): readonly Placed[] => [{ pane: name, columns, rows: height }]
  if (rows < 9) return [full(pane, rows)]
  const peers = Math.max(3, Math.round(rows * 0.3))
  if (rows < 14) return [full('blocks', rows - peers), full('peers', peers)]
  const operations = Math.round(rows * 0.27)
  return [full('blocks', rows - operations - peers), full('operations', operations), full('peers', peers)]
}

function wideLayout(columns: number, rows: number): Layout {
  const left = Math.round((columns - 1) * 0.68)
  const right = columns - 1 - left
  const peers = Math.max(5, Math.round(rows * 0.24))
  const middle = Math.max(5, Math.round(rows * 0.3))
  const top = rows - peers - middle
  return [
    [
      { pane: 'blocks', columns: left, rows: top },
      { pane: 'operations', columns: right, rows: top },
    ],
    [
      { pane: 'transactions', columns: left, rows: middle },
      { pane: 'witnesses', columns: right, rows: middle },
    ],
    [{ pane: 'peers', columns, rows: peers }],
  ]
}

/** The panes that are to be seen while none is alone. */
export function visiblePanes(view: Pick<ViewState, 'size' | 'pane'>): readonly Pane[] {
  return chooseLayout({ ...view, isAlone: false }).flatMap((row) => row.map(({ pane }) => pane))
}
