import { withPane } from './change-view.ts'
import { chooseLayout } from './layout.ts'
import { rowKeys } from './pane-rows.ts'
import type { DashState } from './view-state.ts'

/** The cursor of the pane after a key; other keys do nothing. */
export function moveCursor(state: DashState, key: string): DashState {
  const { view } = state
  const rows = rowKeys(state, view.pane)
  if (rows.length === 0) return state
  const at = rows.indexOf(view.panes[view.pane].selected ?? '')
  const place = chooseLayout(view)
    .flat()
    .find(({ pane }) => pane === view.pane)
  const page = Math.max(1, (place?.rows ?? 2) - 2)
  const steps: Readonly<Partial<Record<string, number>>> = {
    UP: at - 1,
    DOWN: at + 1,
    k: at - 1,
    j: at + 1,
    PAGE_UP: at - page,
    PAGE_DOWN: Math.max(0, at) + page,
    END: rows.length - 1,
  }
  if (key === 'HOME') return withPane(state, { selected: undefined })
  const to = steps[key]
  return to === undefined
    ? state
    : withPane(state, { selected: rows[Math.min(rows.length - 1, Math.max(0, to))] })
}
