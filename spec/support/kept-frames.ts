import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { ExecutionContext } from 'ava'
import { columnsOf } from '../../lib/dash/columns.ts'
import { type Frame, frameText, type Style } from '../../lib/dash/frame.ts'

const FOLDER = new URL('../../../spec/dash/frames/', import.meta.url)

/** A letter for each style, so that a kept frame shows them under the text. */
const LETTERS: Readonly<Record<Style, string>> = {
  plain: '.',
  dim: 'd',
  strong: 's',
  good: 'g',
  warn: 'w',
  bad: 'b',
  accent: 'a',
  bar: 'B',
  key: 'K',
  heading: 'H',
  focus: 'F',
  cursor: 'C',
}

/** Whether a frame is the one that is kept under that name: its text, and the style of each column. */
export function isKept(t: ExecutionContext, name: string, frame: Frame): void {
  for (const line of frame.lines) {
    t.is(
      line.reduce((columns, { text }) => columns + columnsOf(text), 0),
      frame.columns,
      `${name}: each line fills the screen`,
    )
  }
  t.is(frame.lines.length, frame.rows, `${name}: there are as many lines as rows`)
  const shown = `${frameText(frame)}\n${'-'.repeat(frame.columns)}\n${stylesOf(frame)}\n`
  const file = new URL(`${name}.txt`, FOLDER)
  if (process.env['UPDATE_FRAMES'] === '1') writeFileSync(file, shown)
  t.true(existsSync(file), `${name} is not kept: run with UPDATE_FRAMES=1`)
  t.is(shown, readFileSync(file, 'utf8'))
}

function stylesOf({ lines }: Frame): string {
  return lines
    .map((line) => line.map(({ text, style }) => LETTERS[style].repeat(columnsOf(text))).join(''))
    .join('\n')
}
