import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { listen } from '../support/loopback.ts'
import { startDevnet } from '../support/with-devnet.ts'

const MAIN = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly lines: readonly Record<string, unknown>[]
  readonly stderr: string
}

async function run(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, 'crawl', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const [code] = (await once(child, 'close')) as [number | null]
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { code, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>), stderr }
}

async function folderOf(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return folder
}

test('crawls a devnet of thirty nodes, a line a visit, and writes its files', async (t) => {
  const folder = await folderOf(t)
  const countries = join(folder, 'countries.csv')
  await writeFile(countries, 'start,end,country\n127.0.0.0,127.255.255.255,XX\n')
  const out = join(folder, 'map')
  const { code, lines, stderr } = await run('--network', 'devnet', '--out', out, '--countries', countries)
  t.is(code, 0, stderr)
  const visits = lines.filter(({ event }) => event === 'probe')
  t.is(visits.length, 30)
  t.true(visits.every(({ reachable, country }) => reachable === true && country === 'XX'))
  t.like(lines.at(-1), { event: 'finished', visited: 30, reachable: 30, stuck: 3, countries: { XX: 30 } })
  t.deepEqual((await readdir(out)).sort(), ['history.json', 'network.dot', 'network.graphml', 'nodes.json'])
  const nodes = JSON.parse(await readFile(join(out, 'nodes.json'), 'utf8')) as {
    nodes: { reachable: boolean }[]
  }
  t.is(nodes.nodes.filter(({ reachable }) => reachable).length, 30)
})

test('with a history the same nodes are not visited twice in an hour', async (t) => {
  const devnet = await startDevnet(t, { nodes: 4, varied: true })
  const out = await folderOf(t)
  const args = ['--chain-id', devnet.chainId, '--peer', formatAddress(devnet.address), '--out', out]
  const first = await run(...args)
  t.like(first.lines.at(-1), { visited: 4 })
  const second = await run(...args)
  t.is(second.code, 0, second.stderr)
  t.like(second.lines, { 0: { event: 'finished', visited: 0, reachable: 4 }, length: 1 })
  t.is((second.lines[0]?.['unvisited'] as { resting: number }).resting, 4)
  const { runs } = JSON.parse(await readFile(join(out, 'history.json'), 'utf8')) as {
    runs: { visited: number }[]
  }
  t.deepEqual(
    runs.map(({ visited }) => visited),
    [4, 0],
  )
})

test('who is denied is not visited, and only the given peer where only that is wanted', async (t) => {
  const devnet = await startDevnet(t, { nodes: 5 })
  const [first, second] = devnet.addresses.map(formatAddress)
  const args = ['--chain-id', devnet.chainId, '--peer', first ?? '']
  const denied = await run(...args, '--deny', second ?? '')
  t.like(denied.lines.at(-1), { visited: 4, unvisited: { forbidden: 1 } })
  const only = await run(...args, '--only')
  t.like(only.lines.at(-1), { visited: 1 })
})

test('how it ends says what it found', async (t) => {
  const devnet = await startDevnet(t)
  const listener = await listen(t)
  const { address } = listener
  listener.close()
  const where = formatAddress(devnet.address)
  const [nobody, other, wrong] = await Promise.all([
    run('--chain-id', devnet.chainId, '--peer', formatAddress(address)),
    run('--chain-id', 'ab'.repeat(32), '--peer', where),
    run('--chain-id', devnet.chainId, '--peer', where, '--deny', 'a b'),
  ])
  t.is(nobody.code, 3)
  t.is(nobody.stderr, 'no node could be reached\n')
  t.is(other.code, 4)
  t.is(wrong.code, 2)
  t.regex(wrong.stderr, /^--deny: "a b" is neither an address/)
})
