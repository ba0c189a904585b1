import { fitLine, fitLines, type Line, span } from './frame.ts'

const KEYS: readonly (readonly [keys: string, meaning: string])[] = [
  ['b o t w p', 'blocks, operations, transactions, witnesses, peers;'],
  ['', 'the same key again gives that pane the whole screen'],
  ['Tab', 'the next pane'],
  ['↑ ↓ PgUp PgDn', 'move the cursor; Home lets go of it'],
  ['Enter ← →', 'look into a block: what its operations do; older, newer'],
  ['/', 'filter by words, types, ids such as 1.2.17; Esc takes it away'],
  ['s r', 'sort by the next column, reverse'],
  ['Space', 'halt the screen, and go on: nothing is missed'],
  ['? q', 'this page, quit'],
]

const WORDS: readonly (readonly [word: string, meaning: string])[] = [
  ['latency', 'from the time of a block to its arrival; past: caught up with'],
  ['first', 'who delivered the block; of a peer: its part of the last 128'],
  ['lead', 'by how much it announced the block before the second peer'],
  ['offset', 'by how much the clock of a peer is ahead of ours'],
  ['late by', 'how long after the first peer it announces, on average'],
  ['lag', 'by how many blocks what it is known to have is behind us'],
  ['waited', 'from hearing of a transaction to its block'],
  ['/min trend', 'in the last minute of the chain; bars of ten seconds'],
]

/** What the keys do and what the words mean, in so many lines. */
export function renderHelp(columns: number, rows: number): readonly Line[] {
  const toLine = ([name, meaning]: readonly [string, string]): Line => [
    span(` ${name.padEnd(14)}`, 'strong'),
    span(meaning),
  ]
  const heading = (text: string): Line => fitLine([span(` ${text}`, 'focus')], columns, 'focus')
  return fitLines(
    [heading('KEYS'), ...KEYS.map(toLine), heading('WORDS'), ...WORDS.map(toLine)],
    columns,
    rows,
  )
}
