import { fromEventPattern, map, type Observable } from 'rxjs'
import type { ScreenBuffer as Buffer } from 'terminal-kit'
import { columnsOf } from './columns.ts'
import type { Frame, Style } from './frame.ts'
import type { Size } from './view-state.ts'

/** The terminal, as the dashboard uses it. */
export interface Screen {
  readonly size: Size
  /** Keys by name (`UP`, `ENTER`, `CTRL_C`), characters as they are. Hot. */
  readonly key$: Observable<string>
  /** The size, when it changes. Hot. */
  readonly size$: Observable<Size>
  /** Shows a frame. Only cells that differ from the frame before are written. */
  draw(frame: Frame): void
  /** Writes everything anew: something else wrote to the terminal. Emits its size, so that a frame is drawn. */
  refresh(this: void): void
  /** Gives the terminal back and stops this process, until the shell lets it go on. */
  suspend(this: void): void
  /** Gives the terminal back as it was. Once is enough, more does no harm. */
  close(this: void): void
}

type Attributes = Buffer.Attributes

const COLORS: Readonly<Record<Style, Attributes>> = {
  plain: {},
  dim: { dim: true },
  strong: { bold: true },
  good: { color: 'green' },
  warn: { color: 'yellow' },
  bad: { color: 'red', bold: true },
  accent: { color: 'cyan' },
  bar: { color: 'white', bgColor: 'blue' },
  key: { color: 'white', bgColor: 'blue', bold: true, underline: true },
  heading: { color: 'black', bgColor: 'cyan' },
  focus: { color: 'black', bgColor: 'green' },
  cursor: { inverse: true },
}

/** The same for https://no-color.org: what is left is bold, underlined and inverse. */
const NO_COLORS: Readonly<Record<Style, Attributes>> = {
  plain: {},
  dim: {},
  strong: { bold: true },
  good: {},
  warn: {},
  bad: { bold: true },
  accent: {},
  bar: { inverse: true },
  key: { inverse: true, bold: true },
  heading: { underline: true },
  focus: { underline: true, bold: true },
  cursor: { inverse: true },
}

/** Takes over the terminal of this process: its other screen, its keys, its cursor. Loads the terminal library. */
export async function openScreen(hasColor: boolean): Promise<Screen> {
  const { default: termkit } = await import('terminal-kit')
  const { terminal } = termkit
  const attributes = hasColor ? COLORS : NO_COLORS
  let buffer: Buffer | undefined
  let isOpen = false

  const open = (): void => {
    isOpen = true
    buffer = undefined
    terminal.fullscreen(true)
    terminal.hideCursor(true)
    terminal.grabInput(true)
  }
  const leave = (): void => {
    if (!isOpen) return
    isOpen = false
    terminal.grabInput(false)
    terminal.styleReset()
    terminal.hideCursor(false)
    terminal.fullscreen(false)
  }
  const refresh = (): void => {
    buffer = undefined
    terminal.emit('resize', terminal.width, terminal.height)
  }
  const goOn = (): void => {
    open()
    refresh()
  }
  open()
  // Also where the process ends in the middle of something: a terminal left in raw mode is of no use to anybody. Before an
  // error is printed, so that it is not printed on a screen that goes.
  process.on('exit', leave)
  process.on('uncaughtExceptionMonitor', leave)

  function listen<T extends readonly unknown[]>(name: string): Observable<T> {
    return fromEventPattern(
      (handler) => terminal.on(name, handler),
      (handler) => terminal.off(name, handler),
      (...values: unknown[]) => values as unknown as T,
    )
  }

  return {
    size: { columns: terminal.width, rows: terminal.height },
    key$: listen<[string]>('key').pipe(map(([name]) => KEY_NAMES[name] ?? name)),
    size$: listen<[number, number]>('resize').pipe(map(([columns, rows]) => ({ columns, rows }))),
    draw({ columns, rows, lines }) {
      if (!isOpen) return
      if (buffer?.width !== columns || buffer.height !== rows) {
        buffer = new termkit.ScreenBuffer({ dst: terminal, width: columns, height: rows })
      }
      const target = buffer
      for (const [y, line] of lines.entries()) {
        let x = 0
        for (const { text, style } of line) {
          target.put({ x, y, attr: attributes[style], wrap: false, dx: 1, dy: 0 }, text)
          x += columnsOf(text)
        }
      }
      target.draw({ delta: true })
    },
    refresh,
    suspend() {
      leave()
      process.once('SIGCONT', goOn)
      process.kill(process.pid, 'SIGTSTP')
    },
    close() {
      leave()
      process.off('exit', leave)
      process.off('uncaughtExceptionMonitor', leave)
      process.off('SIGCONT', goOn)
    },
  }
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  KP_ENTER: 'ENTER',
  DELETE: 'BACKSPACE',
  CTRL_H: 'BACKSPACE',
}
