/**
 * The dashboard in a real terminal: tmux shows a kept recording at two sizes, what is on its screen is compared with the
 * kept frames, keys are pressed, the window is resized, and the terminal has to be as it was in the end.
 *
 * Needs tmux. Prints a line for each check and what passed and failed; the exit code says whether all did.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const DASH = `${process.execPath} dist/lib/cli/main.js dash`
const REPLAY = `${DASH} --replay spec/dash/recordings/devnet.jsonl --speed 100000`
const POLL_MS = 100
/** The machine may be busy. */
const PATIENCE_MS = 60_000
const QUIET_MS = 2500

const COLOR = /\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])(?:;\d+)*m/
const CLEAR = /\x1b\[[0-3]?J/

/** A terminal of its own, with a shell in it. */
class Terminal {
  readonly #socket = `rx-bitshares-${process.pid}`

  start(columns: number, rows: number): void {
    const shell = 'env -u NO_COLOR -u FORCE_COLOR bash --noprofile --norc'
    this.#tmux(
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      '-x',
      String(columns),
      '-y',
      String(rows),
      '-c',
      ROOT,
      shell,
    )
    this.#tmux('set-option', '-g', 'status', 'off')
    this.resize(columns, rows)
  }

  type(line: string): void {
    this.#tmux('send-keys', '-l', line)
    this.press('Enter')
  }

  press(...keys: readonly string[]): void {
    this.#tmux('send-keys', ...keys)
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', String(columns), '-y', String(rows))
  }

  /** What is on the screen, without spaces at the ends of lines and empty lines at the end. */
  get screen(): string {
    const lines = this.#tmux('capture-pane', '-p').split('\n')
    return lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd()
  }

  get screenWithStyles(): string {
    return this.#tmux('capture-pane', '-p', '-e')
  }

  value(name: string): string {
    return this.#tmux('display-message', '-p', `#{${name}}`).trim()
  }

  /** From now on everything that is written to the screen is written to a file, too. */
  watch(file: string): void {
    this.#tmux('pipe-pane', `cat > ${file}`)
  }

  stop(): void {
    spawnSync('tmux', ['-L', this.#socket, 'kill-server'])
  }

  #tmux(...args: readonly string[]): string {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' }
    return execFileSync('tmux', ['-u', '-L', this.#socket, ...args], { env, encoding: 'utf8' })
  }
}

const terminal = new Terminal()
const folder = mkdtempSync(join(tmpdir(), 'rx-bitshares-dash-'))
let passed = 0
let failed = 0

/** Waits until something holds; what it was in the end is shown if it never does. */
async function check(
  name: string,
  holds: () => boolean,
  shown: () => string = () => terminal.screen,
): Promise<void> {
  for (let waitedMs = 0; !holds() && waitedMs < PATIENCE_MS; waitedMs += POLL_MS) await sleep(POLL_MS)
  if (holds()) {
    passed += 1
    console.log(`✔ ${name}`)
  } else {
    failed += 1
    console.log(`✘ ${name}\n${shown()}`)
  }
}

/** The text of a kept frame. */
function kept(name: string): string {
  const [text = ''] = readFileSync(join(ROOT, `spec/dash/frames/${name}.txt`), 'utf8').split(/\n-+\n/)
  return text.trimEnd()
}

const shows = (name: string) => (): boolean => terminal.screen === kept(name)

/** Whether the shell has its terminal back: its own screen, a cursor, lines that are echoed; and what the command left. */
async function isGivenBack(how: string, code: number): Promise<void> {
  await check(`${how} ends with ${code}`, () => terminal.screen.includes(`code=${code}.`))
  terminal.type('stty -a')
  await check(`${how} gives the terminal back`, () => {
    const isAsBefore = terminal.value('alternate_on') === '0' && terminal.value('cursor_flag') === '1'
    return isAsBefore && terminal.screen.includes('before') && / icanon .* echo /s.test(terminal.screen)
  })
  terminal.type('clear')
}

async function testReplay(): Promise<void> {
  terminal.type(`echo before; ${REPLAY}; echo code=$?.`)
  await check('80×24 is as kept', shows('overview-80x24'))
  await check('there are colours', () => COLOR.test(terminal.screenWithStyles))
  terminal.resize(160, 48)
  await check('resized to 160×48 is as kept', shows('overview-160x48'))
  terminal.resize(80, 24)
  await check('resized back is as kept', shows('overview-80x24'))
  terminal.press('?')
  await check('? shows the help', shows('help-80x24'))
  terminal.press('Escape')
  await check('Esc leaves it', shows('overview-80x24'))
  terminal.press('Down', 'Down', 'Enter', 'Down', 'Enter')
  await check('a block is looked into', shows('detail-80x24'))
  terminal.press('q')
  terminal.press('Escape', '/')
  terminal.press('-l', 'limit')
  await check('a filter is typed', shows('typing-80x24'))
  terminal.press('Escape')
  await check('and taken away', shows('overview-80x24'))
  terminal.press('q')
  await isGivenBack('q', 0)

  terminal.resize(160, 48)
  terminal.type(`echo before; ${REPLAY}; echo code=$?.`)
  await check('160×48 is as kept', shows('overview-160x48'))
  terminal.press('C-c')
  await isGivenBack('Ctrl-C', 0)

  terminal.resize(80, 24)
  terminal.type(`NO_COLOR=1 ${REPLAY}`)
  await check('with NO_COLOR 80×24 is as kept', shows('overview-80x24'))
  await check('NO_COLOR takes the colours away', () => !COLOR.test(terminal.screenWithStyles))
  terminal.press('q')
}

async function testDevnet(): Promise<void> {
  terminal.type('clear')
  terminal.type(`echo before; ${DASH} --network devnet; echo code=$?.`)
  await check(
    'a devnet goes live',
    () => / ● live /.test(terminal.screen) && /^ #[2-9] /m.test(terminal.screen),
  )
  const written = join(folder, 'written')
  terminal.watch(written)
  await sleep(QUIET_MS)
  const output = readFileSync(written, 'utf8')
  await check(
    'what changes is written, and the screen never cleared',
    () => output !== '' && !CLEAR.test(output),
    () => output,
  )
  terminal.press('C-z')
  await check(
    'Ctrl-Z gives the terminal back',
    () => terminal.value('alternate_on') === '0' && /Stopped/.test(terminal.screen),
  )
  terminal.type('fg; echo code=$?.')
  await check('fg goes on', () => terminal.value('alternate_on') === '1' && / ● /.test(terminal.screen))
  terminal.press('q')
  await isGivenBack('q', 0)
}

if (spawnSync('tmux', ['-V']).status !== 0) {
  console.error('tmux is missing: apt-get install -y tmux')
  process.exit(1)
}
try {
  terminal.start(80, 24)
  await testReplay()
  await testDevnet()
} finally {
  terminal.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(`\ndash: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
