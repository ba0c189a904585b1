import { columnsOf, cutTo, steady } from './columns.ts'
import type { Size } from './view-state.ts'

/** What a part of a line means; the screen makes colours of it. */
export type Style =
  | 'plain'
  | 'dim'
  | 'strong'
  | 'good'
  | 'warn'
  | 'bad'
  | 'accent'
  /** The line at the top and the keys at the bottom. */
  | 'bar'
  /** The name of a key in it. */
  | 'key'
  /** Headings of a pane, and of the one the keys are for. */
  | 'heading'
  | 'focus'
  /** The row of the cursor. */
  | 'cursor'

/** A text of one style. */
export interface Span {
  readonly text: string
  readonly style: Style
}

/** Texts side by side. */
export type Line = readonly Span[]

/** What a screen shows: as many lines as it has rows, each exactly as wide as it has columns. */
export interface Frame extends Size {
  readonly lines: readonly Line[]
}

/** A text in a style. */
export function span(text: string, style: Style = 'plain'): Span {
  return { text, style }
}

/** How many columns a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((columns, { text }) => columns + columnsOf(text), 0)
}

/** A line made exactly so wide: cut, or filled up in the style of `fill`. */
export function fitLine(line: Line, columns: number, fill: Style = 'plain'): Line {
  const fitted: Span[] = []
  let left = columns
  for (const { text, style } of line) {
    if (left === 0) break
    const kept = cutTo(steady(text), left)
    left -= columnsOf(kept)
    fitted.push({ text: kept, style })
  }
  if (left > 0) fitted.push({ text: ' '.repeat(left), style: fill })
  return fitted
}

/** Two texts at the ends of a line of one style. */
export function spread(left: Line, right: Line, columns: number, fill: Style = 'plain'): Line {
  const kept = lineWidth(right) > columns / 2 ? [] : right
  return [...fitLine(left, columns - lineWidth(kept), fill), ...kept]
}

/** So many lines of so many columns: too many are cut off, missing ones are empty. */
export function fitLines(lines: readonly Line[], columns: number, rows: number): readonly Line[] {
  return Array.from({ length: rows }, (_, row) => fitLine(lines[row] ?? [], columns))
}

/** Columns of lines side by side, with an empty column between them. */
export function sideBySide(left: readonly Line[], right: readonly Line[]): readonly Line[] {
  return left.map((line, row) => [...line, span(' '), ...(right[row] ?? [])])
}

/** The texts of a frame, without styles and without spaces at the ends of lines. */
export function frameText({ lines }: Frame): string {
  return lines
    .map((line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n')
}
