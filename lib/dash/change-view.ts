import { isFilteredAlike } from './pane-rows.ts'
import { type DashState, type Pane, PANES, type PaneView, type ViewState } from './view-state.ts'

/** The state with a part of its view changed. */
export function withView(state: DashState, change: Partial<ViewState>): DashState {
  return { ...state, view: { ...state.view, ...change } }
}

/** The state with how its pane is looked at changed. */
export function withPane(state: DashState, change: Partial<PaneView>): DashState {
  const { panes, pane } = state.view
  return withView(state, { panes: { ...panes, [pane]: { ...panes[pane], ...change } } })
}

/** The state with a filter for its pane and those that are filtered alike. */
export function withFilter(state: DashState, filter: string): DashState {
  const { panes, pane } = state.view
  const changed = Object.fromEntries(
    PANES.map((each) => [
      each,
      isFilteredAlike(each, pane) ? { ...panes[each], filter, selected: undefined } : panes[each],
    ]),
  ) as Record<Pane, PaneView>
  return withView(state, { panes: changed, typed: undefined })
}
