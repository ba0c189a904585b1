import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { listen } from '../support/loopback.ts'
import { startDevnet } from '../support/with-devnet.ts'

const MAIN = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

function start(t: ExecutionContext, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [MAIN, 'serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.teardown(() => child.kill('SIGKILL'))
  return child
}

/** Runs the command to its end. */
async function run(
  t: ExecutionContext,
  args: readonly string[],
): Promise<readonly [code: number, said: string]> {
  const child = start(t, args)
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout?.resume()
  const [code] = (await once(child, 'close')) as [number]
  return [code, stderr.trim()]
}

/** The lines that the command prints, as JSON. */
function linesOf(child: ChildProcess): AsyncIterableIterator<Record<string, unknown>> {
  if (child.stdout === null) throw new Error('there is no stdout')
  const lines = createInterface({ input: child.stdout })
  return parsed(lines)
}

async function* parsed(lines: AsyncIterable<string>): AsyncGenerator<Record<string, unknown>, undefined> {
  for await (const line of lines) yield JSON.parse(line) as Record<string, unknown>
}

test('prints where the page is, shows blocks, answers, and ends well when it is stopped', async (t) => {
  const child = start(t, ['--network', 'devnet', '--port', '0', '--format', 'json'])
  const lines = linesOf(child)
  const first = (await lines.next()).value as Record<string, unknown>
  t.is(first['event'], 'listening')
  const url = String(first['url'])
  t.regex(url, /^http:\/\/127\.0\.0\.1:\d+\/$/)
  t.is(((await lines.next()).value as Record<string, unknown>)['block_num'], 1)
  const page = await fetch(url)
  t.is(page.status, 200)
  t.regex(await page.text(), /<div id="app">/)
  const block = (await (await fetch(`${url}api/block/2`)).json()) as { readonly witnessName: string }
  t.regex(block.witnessName, /^witness\d$/)
  const figures = await (await fetch(`${url}metrics`)).text()
  t.regex(figures, /^rx_bitshares_head_block_number \d+$/m)
  t.regex(figures, /^rx_bitshares_blocks_applied_total\{source="sync"\} \d\d+$/m)
  t.regex(figures, /^rx_bitshares_build_info\{version="[\d.]+",node="v[\d.]+",signatures="\w+"\} 1$/m)
  // Connections are told now and then: it is asked until the one to the devnet was.
  let ready = await fetch(`${url}readyz`)
  while (!ready.ok) ready = await fetch(`${url}readyz`)
  t.regex(await ready.text(), /"ready":true.*"peersInSync":1/)
  t.is(await (await fetch(`${url}healthz`)).text(), 'ok\n')
  child.kill('SIGTERM')
  for await (const line of lines) t.is(typeof line['block_num'], 'number')
  const [code] = child.exitCode === null ? ((await once(child, 'close')) as [number]) : [child.exitCode]
  t.is(code, 0)
})

test('follows a private chain that its genesis document names', async (t) => {
  const devnet = await startDevnet(t)
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const genesis = join(folder, 'genesis.json')
  await writeFile(genesis, devnet.genesis ?? '')
  devnet.produce(3)
  const child = start(t, [
    ...['--genesis', genesis, '--peer', formatAddress(devnet.address), '--only'],
    ...['--from', 'genesis', '--port', '0', '--format', 'json'],
  ])
  const lines = linesOf(child)
  const { url } = (await lines.next()).value as { readonly url: string }
  for (const number of [1, 2, 3])
    t.is(((await lines.next()).value as Record<string, unknown>)['block_num'], number)
  const { network } = (await (await fetch(`${url}api/status`)).json()) as {
    readonly network: Record<string, unknown>
  }
  t.is(network['chainId'], devnet.chainId)
})

test('keeps blocks where it is told to, and shows them after it was started anew', async (t) => {
  const devnet = await startDevnet(t)
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const genesis = join(folder, 'genesis.json')
  await writeFile(genesis, devnet.genesis ?? '')
  devnet.produce(3)
  const args = [
    ...['--genesis', genesis, '--peer', formatAddress(devnet.address), '--only', '--from', 'genesis'],
    ...['--data', join(folder, 'data'), '--port', '0', '--format', 'json'],
  ]
  const first = start(t, args)
  for await (const line of linesOf(first)) if (line['block_num'] === 3) break
  first.kill('SIGTERM')
  await once(first, 'close')
  const lines = linesOf(start(t, args))
  const { url } = (await lines.next()).value as { readonly url: string }
  devnet.produce(1)
  t.is(((await lines.next()).value as Record<string, unknown>)['block_num'], 4)
  const block = (await (await fetch(`${url}api/block/2`)).json()) as { readonly id: string }
  t.is(block.id, devnet.block(2)?.id ?? '')
  t.regex(await (await fetch(`${url}metrics`)).text(), /^rx_bitshares_store_bytes [1-9]\d+$/m)
})

test('beyond this machine it asks for a token, which is in the address', async (t) => {
  const args = ['--network', 'devnet', '--port', '0', '--format', 'json', '--host', '0.0.0.0']
  const lines = linesOf(start(t, [...args, '--allow-host', '127.0.0.1']))
  const { url } = (await lines.next()).value as { readonly url: string }
  t.regex(url, /^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{24}$/)
  t.is((await fetch(new URL('/', url))).status, 401)
  const welcome = await fetch(url, { redirect: 'manual' })
  t.is(welcome.status, 303)
})

test('says in one sentence what stands in the way', async (t) => {
  const { address } = await listen(t)
  const ends = await Promise.all([
    run(t, ['--network', 'devnet', '--port', String(address.port)]),
    run(t, ['--network', 'devnet', '--port', '65536']),
    run(t, ['--network', 'devnet', '--host', '0.0.0.0']),
    run(t, ['--network', 'devnet', '--token', 'short']),
    run(t, ['--genesis', '/nowhere/genesis.json']),
  ])
  const [busy, ...others] = ends
  t.deepEqual(busy, [
    1,
    `cannot listen at 127.0.0.1:${address.port}: the port is in use by another program. Choose another with --port.`,
  ])
  t.deepEqual(
    others.map(([code, said]) => [code, said.split('\n')[0]]),
    [
      [2, "error: option '--port <number>' argument '65536' is invalid. Give a port, 0 to 65535."],
      [2, '--host 0.0.0.0 needs --allow-host: the name or address by which browsers will call this server'],
      [
        2,
        "error: option '--token <text>' argument 'short' is invalid. A token has 16 to 128 letters, digits, _ or -.",
      ],
      [
        2,
        "--genesis: /nowhere/genesis.json cannot be read: ENOENT: no such file or directory, open '/nowhere/genesis.json'",
      ],
    ],
  )
})
