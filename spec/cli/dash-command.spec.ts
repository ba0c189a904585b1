import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'

const MAIN = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
const RECORDING = fileURLToPath(new URL('../../../spec/dash/recordings/devnet.jsonl', import.meta.url))

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function run(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, 'dash', ...args], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

test('without a terminal it says in a sentence what to do instead', async (t) => {
  for (const args of [
    ['--network', 'devnet'],
    ['--replay', RECORDING],
  ]) {
    const { code, stdout, stderr } = await run(...args)
    t.is(code, 2)
    t.is(stdout, '')
    t.regex(stderr, /^dash needs a terminal .*rx-bitshares stream .*\n$/)
  }
})

test('prints the last frame of a recording in a size', async (t) => {
  const { code, stdout } = await run('--replay', RECORDING, '--size', '80x24')
  t.is(code, 0)
  const kept = readFileSync(new URL('../../../spec/dash/frames/overview-80x24.txt', import.meta.url), 'utf8')
  t.is(stdout, kept.slice(0, kept.indexOf('-'.repeat(80))))
})

test('refuses what cannot be, with the exit code for that', async (t) => {
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['--size', '80x24'], 2, /--size prints a frame of a recording/],
    [['--replay', RECORDING, '--size', '80'], 2, /Give columns and rows/],
    [['--replay', RECORDING, '--speed', '0'], 2, /Give a number above 0/],
    [['--replay', RECORDING, '--record', 'x'], 2, /cannot be used with/],
    [['--replay', '/nowhere/at-all', '--size', '80x24'], 1, /^cannot read \/nowhere\/at-all: .*ENOENT/],
  ]
  await Promise.all(
    cases.map(async ([args, expected, message]) => {
      const { code, stderr } = await run(...args)
      t.is(code, expected, args.join(' '))
      t.regex(stderr, message)
    }),
  )
})

test('names the line of a recording that is not one', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'broken.jsonl')
  await writeFile(file, `${readFileSync(RECORDING, 'utf8').slice(0, 5000)}\n`)
  const { code, stderr } = await run('--replay', file, '--size', '80x24')
  t.is(code, 2)
  t.regex(stderr, /^line \d+ of the recording: .*\n$/)
})
