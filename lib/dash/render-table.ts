import { fit } from './columns.ts'
import { fitLine, fitLines, type Line, type Span, span, type Style } from './frame.ts'

/** What stands in a cell. */
export interface Cell {
  readonly text: string
  readonly style?: Style
}

/** A column of a table. */
export interface Column<T> {
  readonly title: string
  /** How wide it is, or at least is. */
  readonly columns: number
  /** Which part of the room that is left it gets; default none. */
  readonly grows?: number
  /** How wide it gets at most; default as wide as there is room. */
  readonly most?: number
  readonly align?: 'left' | 'right'
  /** Columns with the highest number go first where there is no room; those without never do. */
  readonly dispensable?: number
  /** The cell of a row, in so many columns. */
  readonly cell: (row: T, columns: number) => Cell
}

/** How a table looks. */
export interface TableView {
  readonly columns: number
  /** With the heading. */
  readonly rows: number
  /** Whether the keys are for it. */
  readonly isFocused: boolean
  /** The column that it is sorted by. */
  readonly sortedBy: string
  readonly isReversed: boolean
  /** The row of the cursor, -1: there is none. */
  readonly cursor: number
  /** What stands where there are no rows. */
  readonly empty: string
}

/** A table with its heading: exactly as many lines as it has rows, exactly as wide as it has columns. */
export function renderTable<T>(
  shape: readonly Column<T>[],
  rows: readonly T[],
  view: TableView,
): readonly Line[] {
  const placed = placeColumns(shape, view.columns)
  const heading = fitLine([headingSpan(placed, view)], view.columns, view.isFocused ? 'focus' : 'heading')
  if (rows.length === 0) return fitLines([heading, [span(` ${view.empty}`, 'dim')]], view.columns, view.rows)
  const height = view.rows - 1
  const first = Math.max(0, Math.min(view.cursor - Math.floor(height / 2), rows.length - height))
  const lines = rows.slice(first, first + height).map((row, index) => {
    const cells = placed.map(({ column, columns }) => toSpan(column, row, columns))
    return first + index === view.cursor
      ? [span(` ${cells.map(({ text }) => text).join(' ')} `, 'cursor')]
      : [span(' '), ...cells.flatMap((cell, at) => (at === 0 ? [cell] : [span(' '), cell]))]
  })
  return fitLines([heading, ...lines], view.columns, view.rows)
}

interface PlacedColumn<T> {
  readonly column: Column<T>
  readonly columns: number
}

/** Leaves out what has no room, and gives the room that is left to the columns that grow. */
function placeColumns<T>(shape: readonly Column<T>[], columns: number): readonly PlacedColumn<T>[] {
  let kept = shape
  // A space in front, one between each two.
  const room = (): number => columns - 1 - kept.reduce((sum, column) => sum + column.columns + 1, 0)
  while (room() < 0) {
    const worst = kept.reduce((most, { dispensable = 0 }) => Math.max(most, dispensable), 0)
    if (worst === 0) break
    kept = kept.filter(({ dispensable = 0 }) => dispensable !== worst)
  }
  let left = Math.max(0, room())
  let parts = kept.reduce((sum, { grows = 0 }) => sum + grows, 0)
  return kept.map((column) => {
    const { grows = 0, most = Infinity } = column
    const share = grows === 0 ? 0 : Math.floor((left * grows) / parts)
    const width = Math.min(most, column.columns + share)
    parts -= grows
    left -= width - column.columns
    return { column, columns: width }
  })
}

function headingSpan<T>(
  placed: readonly PlacedColumn<T>[],
  { sortedBy, isReversed, isFocused }: TableView,
): Span {
  const titles = placed.map(({ column: { title, align = 'left' }, columns }) => {
    const mark = isFocused && title === sortedBy ? (isReversed ? '▲' : '▼') : ''
    return fit(align === 'left' ? title.toUpperCase() + mark : mark + title.toUpperCase(), columns, align)
  })
  return span(` ${titles.join(' ')}`, isFocused ? 'focus' : 'heading')
}

function toSpan<T>({ cell, align = 'left' }: Column<T>, row: T, columns: number): Span {
  const { text, style = 'plain' } = cell(row, columns)
  return span(fit(text, columns, align), style)
}
