import { withFilter, withPane, withView } from './change-view.ts'
import { MAX_FILTER_CHARS } from './filter-rows.ts'
import { chooseLayout, visiblePanes } from './layout.ts'
import { moveCursor } from './move-cursor.ts'
import { blockRows, filterOf, transactionRows } from './pane-rows.ts'
import { reduceDetailKey } from './reduce-detail-key.ts'
import { sortCount } from './sort-rows.ts'
import { type DashState, type Pane, PANES, shownFeed } from './view-state.ts'

const PANE_KEYS: Readonly<Partial<Record<string, Pane>>> = {
  b: 'blocks',
  o: 'operations',
  t: 'transactions',
  w: 'witnesses',
  p: 'peers',
}

/** The dashboard after a key. Names are those of the screen: `UP`, `PAGE_DOWN`, `ENTER`, `ESCAPE`; characters are themselves. */
export function reduceKey(state: DashState, key: string): DashState {
  const { view } = state
  if (view.isHelp)
    return ['?', 'q', 'h', 'ESCAPE', 'ENTER', 'F1'].includes(key) ? withView(state, { isHelp: false }) : state
  if (view.typed !== undefined) return reduceTyping(state, view.typed, key)
  if (view.detail !== undefined && key !== '?' && key !== ' ') return reduceDetailKey(state, view.detail, key)
  const pane = PANE_KEYS[key]
  if (pane !== undefined) return goTo(state, pane)
  switch (key) {
    case 'q':
      return withView(state, { isQuitting: true })
    case '?':
    case 'h':
    case 'F1':
      return withView(state, { isHelp: true })
    case ' ':
      return withView(state, { frozen: view.frozen === undefined ? state.feed : undefined })
    case '/':
      return withView(state, { typed: view.panes[view.pane].filter })
    case 's':
      return withPane(state, {
        sort: (view.panes[view.pane].sort + 1) % sortCount(view.pane),
        selected: undefined,
      })
    case 'r':
      return withPane(state, { isReversed: !view.panes[view.pane].isReversed, selected: undefined })
    case 'TAB':
      return goToNext(state, 1)
    case 'SHIFT_TAB':
      return goToNext(state, -1)
    case 'ENTER':
      return open(state)
    case 'ESCAPE':
      return goBack(state)
    default:
      return moveCursor(state, key)
  }
}

function reduceTyping(state: DashState, typed: string, key: string): DashState {
  switch (key) {
    case 'ENTER':
      return withFilter(state, typed.trim())
    case 'ESCAPE':
      return withFilter(state, '')
    case 'BACKSPACE':
      return withView(state, { typed: Array.from(typed).slice(0, -1).join('') })
    case 'CTRL_U':
      return withView(state, { typed: '' })
    default:
      return Array.from(key).length === 1 && typed.length < MAX_FILTER_CHARS
        ? withView(state, { typed: typed + key })
        : state
  }
}

/** The key of a pane goes to it; the same key again gives it the whole screen and takes that from it again. */
function goTo(state: DashState, pane: Pane): DashState {
  const { view } = state
  if (view.pane === pane) return withView(state, { isAlone: !view.isAlone && chooseLayout(view).length > 1 })
  const isVisible = visiblePanes({ ...view, pane }).includes(pane)
  return withView(state, { pane, isAlone: view.isAlone || !isVisible })
}

function goToNext(state: DashState, step: 1 | -1): DashState {
  const { view } = state
  const panes = view.isAlone ? PANES : visiblePanes(view)
  const index = panes.indexOf(view.pane)
  return withView(state, { pane: panes.at((index + step) % panes.length) ?? view.pane })
}

function open(state: DashState): DashState {
  const { view } = state
  const { selected } = view.panes[view.pane]
  if (view.pane === 'blocks') {
    const rows = blockRows(state).map(({ row }) => row.id)
    return openBlock(state, rows.find((id) => id === selected) ?? rows[0])
  }
  if (view.pane === 'transactions') {
    const rows = transactionRows(state)
    const { block } = rows.find(({ id }) => id === selected) ?? rows[0] ?? { block: undefined }
    const found = shownFeed(state).blocks.findLast(({ number, isUndone }) => number === block && !isUndone)
    return openBlock(state, found?.id)
  }
  return goTo(state, view.pane)
}

function openBlock(state: DashState, id: string | undefined): DashState {
  return id === undefined ? state : withView(state, { detail: { id, selected: 0, isOpen: false } })
}

/** Takes back what was done last: the cursor, the filter, the pane that has the screen. */
function goBack(state: DashState): DashState {
  const { view } = state
  if (view.panes[view.pane].selected !== undefined) return withPane(state, { selected: undefined })
  if (filterOf(state, view.pane) !== '') return withFilter(state, '')
  if (!view.isAlone) return state
  const isVisible = visiblePanes(view).includes(view.pane)
  return withView(state, { isAlone: false, pane: isVisible ? view.pane : 'blocks' })
}
