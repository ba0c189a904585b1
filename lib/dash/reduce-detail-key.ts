import { detailOperations } from './detail-operations.ts'
import { blockRows } from './pane-rows.ts'
import type { DashState, DetailView } from './view-state.ts'

const PAGE = 10

/** The dashboard after a key while a block is looked into. */
export function reduceDetailKey(state: DashState, detail: DetailView, key: string): DashState {
  const set = (changed: DetailView | undefined): DashState => ({
    ...state,
    view: { ...state.view, detail: changed },
  })
  const last = Math.max(0, detailOperations(state, detail.id).length - 1)
  const select = (to: number): DashState => set({ ...detail, selected: Math.min(last, Math.max(0, to)) })
  switch (key) {
    case 'ESCAPE':
    case 'q':
    case 'BACKSPACE':
      return set(undefined)
    case 'ENTER':
      return set({ ...detail, isOpen: !detail.isOpen })
    case 'UP':
    case 'k':
      return select(detail.selected - 1)
    case 'DOWN':
    case 'j':
      return select(detail.selected + 1)
    case 'PAGE_UP':
      return select(detail.selected - PAGE)
    case 'PAGE_DOWN':
      return select(detail.selected + PAGE)
    case 'HOME':
      return select(0)
    case 'END':
      return select(last)
    case 'LEFT':
    case 'RIGHT': {
      const rows = blockRows(state)
      const at = rows.findIndex(({ row }) => row.id === detail.id)
      const next = rows[key === 'LEFT' ? at + 1 : at - 1]
      return at === -1 || next === undefined
        ? state
        : set({ id: next.row.id, selected: 0, isOpen: detail.isOpen })
    }
    default:
      return state
  }
}
