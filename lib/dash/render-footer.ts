import { fitLine, type Line, span } from './frame.ts'
import { filterOf } from './pane-rows.ts'
import type { DashState } from './view-state.ts'

/** The ones that matter most come first: a narrow screen has room for those alone. */
const KEYS: readonly (readonly [key: string, name: string])[] = [
  ['q', 'Quit'],
  ['?', 'Help'],
  ['/', 'Filter'],
  ['Space', 'Pause'],
  ['s', 'Sort'],
  ['b', 'Blocks'],
  ['o', 'Ops'],
  ['t', 'Trx'],
  ['w', 'Witn'],
  ['p', 'Peers'],
]
const DETAIL_KEYS: typeof KEYS = [
  ['Esc', 'Back'],
  ['Enter', 'Decoded'],
  ['↑↓', 'Operation'],
  ['←', 'Older'],
  ['→', 'Newer'],
  ['Space', 'Pause'],
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
