import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { startDevnet } from '../support/with-devnet.ts'
import { makeFolder } from '../support/store-folder.ts'

const MAIN = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
const BLOCKS = 60

interface Ended {
  readonly code: number | null
  readonly lines: readonly string[]
  readonly stderr: string
}

interface RunOptions {
  /** Called with each line of stdout, and with what stderr has so far. */
  readonly onLine?: (line: string, child: ChildProcess) => void
  readonly onError?: (stderr: string, child: ChildProcess) => void
  readonly nodeFlags?: readonly string[]
}

/** Runs the command to its end. */
async function run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { nodeFlags = [], onLine, onError } = options
  const child = spawn(process.execPath, [...nodeFlags, MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  let [rest, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      lines.push(line)
      onLine?.(line, child)
    }
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    onError?.(stderr, child)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, lines, stderr: stderr.trim() }
}

const networkOf = (devnet: Devnet): readonly string[] => [
  '--chain-id',
  devnet.chainId,
  '--peer',
  formatAddress(devnet.address),
]
const numberOf = (line: string): number => (JSON.parse(line) as { readonly block_num: number }).block_num
const parse = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** A devnet with a past, and a directory with all of it. */
async function archived(t: ExecutionContext): Promise<{ readonly devnet: Devnet; readonly data: string }> {
  const devnet = await startDevnet(t, { history: BLOCKS, transactionsPerBlock: 2 })
  const data = join(await makeFolder(t), 'blocks of a chain')
  const { code, stderr } = await run(['archive', '--data', data, ...networkOf(devnet), '--to', 'head'])
  t.is(code, 0, stderr)
  return { devnet, data }
}

test('fetches a chain, goes on where it ended, and exports what stream prints', async (t) => {
  const devnet = await startDevnet(t, { history: BLOCKS, transactionsPerBlock: 2 })
  const data = await makeFolder(t)
  const network = networkOf(devnet)
  const first = await run(['archive', '--data', data, ...network, '--to', '25'])
  t.is(first.code, 0, first.stderr)
  t.is(first.stderr, '')
  t.deepEqual(parse(first.lines), [
    {
      first_block_num: 1,
      first_block_id: devnet.block(1)?.id,
      last_block_num: 25,
      last_block_id: devnet.block(25)?.id,
    },
  ])
  const second = await run(['archive', '--data', data, ...network, '--to', 'head'])
  t.is(second.code, 0, second.stderr)
  t.is(second.stderr, `${data} has blocks 1 to 25: going on from there.`)
  t.is(parse(second.lines)[0]?.['last_block_num'], BLOCKS)
  const verified = await run(['archive', 'verify', '--data', data])
  t.is(verified.code, 0, verified.stderr)
  t.deepEqual(parse(verified.lines), [
    { first_block_num: 1, last_block_num: BLOCKS, blocks: BLOCKS, problems: 0, unchecked: 0 },
  ])

  const exported = await run(['archive', 'export', '--data', data, '--format', 'jsonl'])
  const streamed = await run([
    'stream',
    ...network,
    '--from',
    'genesis',
    '--to',
    String(BLOCKS),
    '--format',
    'json',
  ])
  t.is(exported.lines.length, BLOCKS)
  t.deepEqual(exported.lines, streamed.lines)
  const part = await run(['archive', 'export', '--data', data, '--from', '10', '--to', '12'])
  t.deepEqual(part.lines, streamed.lines.slice(9, 12))
  const beyond = await run(['archive', 'export', '--data', data, '--to', '99'])
  t.is(beyond.code, 1)
  t.is(beyond.stderr, `${data} has blocks 1 to ${BLOCKS}, not 1 to 99.`)
})

test('follows the network until it is interrupted, and has kept what it said', async (t) => {
  const { devnet, data } = await archived(t)
  let isInterrupted = false
  const ended = run(['archive', '--data', data, ...networkOf(devnet), '--log-level', 'info'], {
    onError(stderr, child) {
      if (isInterrupted || !stderr.includes('peer is active')) return
      isInterrupted = child.kill('SIGINT')
    },
  })
  const { code, lines, stderr } = await ended
  t.is(code, 0, stderr)
  t.is(parse(lines)[0]?.['last_block_num'], BLOCKS)
})

test('another chain, another process and a directory that is none are told apart', async (t) => {
  const { devnet, data } = await archived(t)
  const other = await run(['archive', '--data', data, '--chain-id', '00'.repeat(32), '--peer', '127.0.0.1:1'])
  t.is(other.code, 4)
  t.is(
    other.stderr,
    `${data} holds blocks of chain ${devnet.chainId}, not of ${'00'.repeat(32)}: choose another directory`,
  )
  const none = await run(['archive', 'verify', '--data', join(data, 'nowhere')])
  t.is(none.code, 1)
  t.is(none.stderr, `${join(data, 'nowhere')} is not a directory in which blocks are kept`)
  const nameless = await run(['archive', ...networkOf(devnet)])
  t.is(nameless.code, 2)
  t.is(nameless.stderr, 'Name the directory to keep the blocks in: --data DIRECTORY.')

  const seconds: Promise<Ended>[] = []
  const first = await run(['archive', '--data', data, ...networkOf(devnet), '--log-level', 'info'], {
    onError(stderr, child) {
      if (seconds.length > 0 || !stderr.includes('peer is active')) return
      const second = run(['archive', '--data', data, ...networkOf(devnet)])
      seconds.push(second)
      void second.then(() => child.kill('SIGTERM'))
    },
  })
  t.is(first.code, 0, first.stderr)
  const [second] = await Promise.all(seconds)
  t.is(second?.code, 1)
  t.is(second?.stderr, `${data} is in use by another process: one at a time may have it open`)
})

test('a byte that is not what it was is found, and its block named', async (t) => {
  const { data } = await archived(t)
  const folder = join(data, 'blocks')
  const files = (await readdir(folder)).filter((name) => /\.(?:log|ldb)$/.test(name))
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size))
  const largest = join(folder, files[sizes.indexOf(Math.max(...sizes))] ?? '')
  const bytes = await readFile(largest)
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] as number) ^ 1
  await writeFile(largest, bytes)

  const { code, lines, stderr } = await run(['archive', 'verify', '--data', data])
  t.is(code, 1)
  t.regex(stderr, /is damaged/)
  const [found] = parse(lines)
  t.true(typeof found?.['block_num'] === 'number', lines[0])
  t.regex(String(found?.['problem']), /^blocks? \d+/)
  const pretty = await run(['archive', 'verify', '--data', data, '--format', 'pretty'])
  t.is(pretty.code, 1)
  t.regex(pretty.lines[0] ?? '', /^blocks? \d+/)
})

test('a stream is read from the directory, goes on from the network, and keeps what comes', async (t) => {
  const { devnet, data } = await archived(t)
  devnet.produce(5)
  const options = ['--data', data, ...networkOf(devnet), '--format', 'json']
  const all = await run(['stream', ...options, '--from', 'genesis', '--to', String(BLOCKS + 5)])
  t.is(all.code, 0, all.stderr)
  t.deepEqual(all.lines.map(numberOf), range(1, BLOCKS + 5))
  const exported = await run(['archive', 'export', '--data', data])
  t.deepEqual(exported.lines, all.lines)

  devnet.produce(3)
  const rest = await run(['stream', ...options, '--to', String(BLOCKS + 8)])
  t.deepEqual(rest.lines.map(numberOf), range(BLOCKS + 6, BLOCKS + 8))
  const cursor = `${BLOCKS}:${devnet.block(BLOCKS)?.id ?? ''}`
  const after = await run(['stream', ...options, '--from', cursor, '--to', String(BLOCKS + 8)])
  t.deepEqual(after.lines.map(numberOf), range(BLOCKS + 1, BLOCKS + 8))
  const time = new Date(blockTime(exported.lines[29]) * 1000).toISOString()
  const since = await run(['stream', ...options, '--from', time, '--to', '31'])
  t.deepEqual(since.lines.map(numberOf), [30, 31])

  const undone = await run(['stream', ...options, '--from', `30:0000001e${'ee'.repeat(16)}`, '--to', '40'])
  t.is(undone.code, 1)
  t.is(
    undone.stderr,
    `Block 30 of ${data} is another than 0000001e${'ee'.repeat(16)}, which was undone: begin earlier.`,
  )
})

function blockTime(line = ''): number {
  const { timestamp } = JSON.parse(line) as { readonly timestamp: string }
  return Date.parse(`${timestamp}Z`) / 1000
}

/** Node as it is where the package that keeps blocks on disk has no build. */
const WITHOUT_LEVEL = [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    import { register } from 'node:module'
    register('data:text/javascript,' + encodeURIComponent(
      'export const resolve = (name, context, next) => { if (name === "classic-level") throw new Error("no build"); return next(name, context) }'
    ))
  `)}`,
]

test('without the library that keeps blocks on disk, stream keeps them in memory and archive does not begin', async (t) => {
  const devnet = await startDevnet(t, { history: 20 })
  const data = await makeFolder(t)
  const options = ['--data', data, ...networkOf(devnet), '--from', 'genesis', '--to', '20']
  const why =
    'blocks cannot be kept on disk: the package classic-level is not installed or has no build for this machine'
  const archive = await run(['archive', ...options], { nodeFlags: WITHOUT_LEVEL })
  t.is(archive.code, 1)
  t.is(archive.stderr, why)
  const stream = await run(['stream', ...options, '--format', 'json'], { nodeFlags: WITHOUT_LEVEL })
  t.is(stream.code, 0, stream.stderr)
  t.is(stream.stderr, `${why}. This run keeps them in memory.`)
  t.deepEqual(stream.lines.map(numberOf), range(1, 20))
})
