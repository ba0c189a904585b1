import type { Status } from '../node/events.ts'
import { hasColor } from './output.ts'

const BAR_WIDTH = 24

/**
 * One line about a long catch-up on stderr, drawn over and over: bar, rate, time left. Nothing where stderr is not a
 * terminal.
 */
export function createProgress(): { show(status: Status): void; clear(): void } {
  const stream = process.stderr
  if (!hasColor(stream)) return { show() {}, clear() {} }
  let isShown = false
  let first: number | undefined
  const clear = (): void => {
    if (isShown) stream.write('\r\x1b[K')
    isShown = false
  }
  return {
    clear,
    show(status) {
      const head = status.head?.number
      if (status.state === 'locating') {
        stream.write(`\r${status.reason.slice(0, stream.columns)}\x1b[K`)
        isShown = true
        return
      }
      if (status.state !== 'syncing' || head === undefined || status.behindBlocks < 100) {
        clear()
        return
      }
      first ??= head
      stream.write(`\r${progressLine(status, head, first).slice(0, stream.columns)}\x1b[K`)
      isShown = true
    },
  }
}

/** The line itself, for a head and the first head seen. */
export function progressLine(status: Status, head: number, first: number): string {
  const { behindBlocks, blocksPerSecond } = status
  const done = (head - first) / Math.max(1, head - first + behindBlocks)
  const filled = Math.round(done * BAR_WIDTH)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
  const left = blocksPerSecond > 0 ? formatSeconds(behindBlocks / blocksPerSecond) : '?'
  const percent = `${Math.floor(done * 100)}%`.padStart(4)
  return `${bar} ${percent}  #${head} of ${head + behindBlocks}  ${Math.round(blocksPerSecond)} blocks/s  ${left} left`
}

/** `40 s`, `12 min` or `3.5 h`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
