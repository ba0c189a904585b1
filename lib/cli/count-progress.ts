import { asyncScheduler } from 'rxjs'
import { hasColor } from './output.ts'
import { formatSeconds } from './progress.ts'

const REDRAW_MS = 250

/** One line about a long count on stderr: how far, how fast, time left. Nothing where stderr is not a terminal. */
export function createCounter(what: string, total: number): { show(done: number): void; clear(): void } {
  const stream = process.stderr
  if (!hasColor(stream)) return { show() {}, clear() {} }
  const startedAt = asyncScheduler.now()
  let shownAt = startedAt
  return {
    show(done) {
      const now = asyncScheduler.now()
      if (now - shownAt < REDRAW_MS) return
      shownAt = now
      const perSecond = (done * 1000) / (now - startedAt)
      const left = formatSeconds((total - done) / perSecond)
      const percent = Math.floor((done / total) * 100)
      const line = `${percent}%  ${done} of ${total} ${what}  ${Math.round(perSecond)}/s  ${left} left`
      stream.write(`\r${line.slice(0, stream.columns)}\x1b[K`)
    },
    clear() {
      if (shownAt > startedAt) stream.write('\r\x1b[K')
    },
  }
}
