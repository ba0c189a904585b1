import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { chainIdOf } from '../../lib/devnet/genesis.ts'
import { listen } from '../support/loopback.ts'

const MAIN = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly lines: readonly Record<string, unknown>[]
  readonly stderr: string
}

/** Runs the command to its end; `onLine` may end it. */
async function run(args: readonly string[], onLine: (kill: () => void) => void = () => {}): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, 'devnet', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    onLine(() => child.kill('SIGINT'))
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const [code] = (await once(child, 'close')) as [number | null]
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { code, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>), stderr }
}

test('prints where it listens, then its blocks, and ends after the last', async (t) => {
  const args = [
    '--interval',
    '50',
    '--start',
    '2026-01-01',
    '--seed',
    'spec',
    '--blocks',
    '3',
    '--nodes',
    '2',
  ]
  const [one, other] = await Promise.all([run(args), run(args)])
  t.is(one.code, 0)
  const [listening, ...blocks] = one.lines
  t.is(listening?.['event'], 'listening')
  t.is((listening?.['addresses'] as readonly string[]).length, 2)
  t.deepEqual(
    blocks.map(({ block_num }) => block_num),
    [1, 2, 3],
  )
  t.is(blocks[0]?.['timestamp'], '2026-01-01T00:00:01')
  t.deepEqual(blocks, other.lines.slice(1))
})

test('prints how its nodes fall apart and come together', async (t) => {
  const args = ['--interval', '20', '--forks', '2', '--blocks', '24', '--transactions', '0', '--seed', 'spec']
  const { code, lines, stderr } = await run(args)
  t.is(code, 0, stderr)
  t.is((lines[0]?.['addresses'] as readonly string[]).length, 2)
  const fork = lines.findIndex(({ event }) => event === 'fork')
  t.is(lines[fork]?.['block_num'], 20)
  t.is(lines[fork]?.['block_id'], lines[fork - 1]?.['block_id'])
  const joined = lines.findIndex(({ event }) => event === 'switch')
  const branches = lines.slice(fork + 1, joined)
  const { winner, undone, applied, block_id: head } = lines[joined] ?? {}
  t.is(undone, 2)
  t.is(applied, branches.filter(({ branch }) => branch === winner).length)
  t.is(undone, branches.filter(({ branch }) => branch !== winner).length)
  t.is(branches.findLast(({ branch }) => branch === winner)?.['block_id'], head)
  t.true(lines.slice(0, fork).every((line) => !('branch' in line)))
  t.true(Number(lines.at(-1)?.['block_num']) >= 24)
})

test('writes the genesis document, and ends well when it is interrupted', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const path = join(folder, 'genesis.json')
  const { code, lines, stderr } = await run(['--genesis', path, '--port', '0'], (kill) => kill())
  t.is(code, 0, stderr)
  t.is(lines[0]?.['chain_id'], chainIdOf(await readFile(path, 'utf8')))
})

test('writes a chain and serves it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const path = join(folder, 'blocks.bin')
  const written = await run(['--write', path, '--count', '30', '--transactions', '1'])
  t.is(written.code, 0)
  t.is(written.lines[0]?.['block_num'], 30)
  const args = ['--recording', path, '--hold', '2', '--interval', '50', '--blocks', '30']
  const { code, lines } = await run(args)
  t.is(code, 0)
  t.is(lines[0]?.['chain_id'], written.lines[0]?.['chain_id'])
  t.deepEqual(
    lines.slice(1).map(({ block_num }) => block_num),
    [29, 30],
  )
  t.is(lines.at(-1)?.['block_id'], written.lines[0]?.['block_id'])
})

test('says in one sentence what stands in the way', async (t) => {
  const { address } = await listen(t)
  const ends = await Promise.all([
    run(['--port', String(address.port)]),
    run(['--interval', '3']),
    run(['--forks', '0']),
    run(['--forks', 'many']),
    run(['--recording', '/nowhere/blocks.bin']),
    run(['--write', '/nowhere/blocks.bin', '--count', '1']),
  ])
  t.deepEqual(
    ends.map(({ code, stderr }) => [code, stderr.split('\n', 1)[0]]),
    [
      [1, `cannot listen at 127.0.0.1:${address.port}: the port is in use by another program`],
      [2, 'intervalMs is 3, not a whole number from 20 to 30000'],
      [2, 'forks.depth is 0, not a whole number from 1 to 20'],
      [
        2,
        "error: option '--forks [depth]' argument 'many' is invalid. Give a number of blocks such as 5, or a range such as 1-5.",
      ],
      [2, 'cannot read /nowhere/blocks.bin: there is no such file'],
      [1, "cannot write /nowhere/blocks.bin: ENOENT: no such file or directory, open '/nowhere/blocks.bin'"],
    ],
  )
})
