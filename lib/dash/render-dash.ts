import { fitLine, fitLines, type Frame, type Line, sideBySide, span } from './frame.ts'
import { chooseLayout, FOOTER_ROWS, HEADER_ROWS, LEAST_SIZE } from './layout.ts'
import { renderDetail } from './render-detail.ts'
import { renderFooter } from './render-footer.ts'
import { renderHeader } from './render-header.ts'
import { renderHelp } from './render-help.ts'
import { renderPane } from './render-pane.ts'
import type { DashState } from './view-state.ts'

/** The frame that shows a state: a function of nothing else. */
export function renderDash(state: DashState): Frame {
  const { size } = state.view
  const { columns, rows } = size
  if (columns < LEAST_SIZE.columns || rows < LEAST_SIZE.rows) {
    const text = `${LEAST_SIZE.columns}×${LEAST_SIZE.rows} is the least: this is ${columns}×${rows}`
    return { columns, rows, lines: fitLines([[span(text)]], columns, rows) }
  }
  const body = renderBody(state, rows - HEADER_ROWS - FOOTER_ROWS)
  const lines = [...renderHeader(state), ...body, renderFooter(state)]
  return { columns, rows, lines: lines.map((line) => fitLine(line, columns)) }
}

function renderBody(state: DashState, rows: number): readonly Line[] {
  const { view } = state
  if (view.isHelp) return renderHelp(view.size.columns, rows)
  if (view.detail !== undefined) return renderDetail(state, view.detail, rows)
  return chooseLayout(view).flatMap((placed) => {
    const [left = [], right] = placed.map((each) => renderPane(state, each))
    return right === undefined ? left : sideBySide(left, right)
  })
}
