import { fitLine, type Line, span } from './frame.ts'
import { filterOf } from './pane-rows.ts'
import type { DashState } from './view-state.ts'

const KEYS: readonly (readonly [key: string, name: string])[] = [
  ['b', 'Blocks'],
  ['o', 'Ops'],
  ['t', 'Trx'],
  ['w', 'Witn'],
  ['p', 'Peers'],
  ['/', 'Filter'],
  ['s', 'Sort'],
  ['Space', 'Pause'],
  ['?', 'Help'],
  ['q', 'Quit'],
]

const DETAIL_KEYS: typeof KEYS = [
  ['↑↓', 'Operation'],
  ['Enter', 'Decoded'],
  ['←', 'Older'],
  ['→', 'Newer'],
  ['Space', 'Pause'],
  ['Esc', 'Back'],
]
const HELP_KEYS: typeof KEYS = [['Esc', 'Back']]

/** The line at the bottom: the keys, the filter while it is typed, or what the user has to know. */
export function renderFooter(state: DashState): Line {
  const { view } = state
  const { columns } = view.size
  if (view.typed !== undefined) {
    return fitLine(
      [
        span(' filter: ', 'focus'),
        span(`${view.typed}▏`, 'strong'),
        span('  Enter keeps it, Esc takes it away', 'dim'),
      ],
      columns,
    )
  }
  const filter = filterOf(state, view.pane)
  const notes: Line = [
    ...(filter === '' ? [] : [span(` filter: ${filter} `, 'focus')]),
    ...(view.notice === undefined ? [] : [span(` ${view.notice} `, 'bad')]),
  ]
  const shown = view.isHelp ? HELP_KEYS : view.detail === undefined ? KEYS : DETAIL_KEYS
  const keys = shown.flatMap(([key, name]): Line => [span(` ${key}`, 'key'), span(` ${name}`, 'bar')])
  return fitLine([...notes, ...keys], columns, 'bar')
}
