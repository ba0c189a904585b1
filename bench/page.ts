// node dist/bench/page.js [SECONDS]: what the page weighs, what it costs a browser, and what listeners cost the node, at 30
// transactions a block each 3 seconds. Linux alone: the figures of the node's process are from /proc.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright-core'
import { timer, firstValueFrom } from 'rxjs'
import { createDevnet } from '../lib/devnet/create-devnet.ts'
import { readPageFiles } from '../lib/serve/page-files.ts'
import { formatAddress } from '../lib/transport/peer-address.ts'
import { round } from './figures.ts'

const TRANSACTIONS = 30
const INTERVAL_MS = 3000
const LISTENERS = 100
/** What a clock tick of /proc is, in milliseconds. */
const TICK_MS = 10

export interface PageFigures {
  /** What a browser loads, compressed, in kB. */
  readonly pageKilobytes: number
  /** Of each second, in milliseconds. */
  readonly scriptingMs: number
  readonly layoutMs: number
  readonly allTasksMs: number
  /** CPU time of the node's process in each second, in milliseconds. */
  readonly nodeMs: number
  readonly nodeWithListenersMs: number
  readonly nodeMiB: number
  readonly nodeWithListenersMiB: number
}

export async function benchPage(seconds: number): Promise<PageFigures> {
  const { files } = await readPageFiles()
  const loaded = [...files].filter(([path]) => !path.endsWith('.txt') && !path.endsWith('.svg'))
  const bytes = loaded.reduce((sum, [, { compressed }]) => sum + compressed.body.length, 0)
  const folder = mkdtempSync(join(tmpdir(), 'rx-bitshares-'))
  const devnet = createDevnet({ intervalMs: INTERVAL_MS, history: 60, transactionsPerBlock: TRANSACTIONS })
  await devnet.start()
  const genesis = join(folder, 'genesis.json')
  writeFileSync(genesis, devnet.genesis ?? '')
  const args = ['--genesis', genesis, '--peer', formatAddress(devnet.address), '--only', '--port', '0']
  const cli = new URL('../lib/cli/main.js', import.meta.url).pathname
  const node = spawn(process.execPath, [cli, 'serve', '--format', 'json', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    const [line] = (await once(createInterface({ input: node.stdout }), 'line')) as [string]
    node.stdout.resume()
    const { url } = JSON.parse(line) as { readonly url: string }
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(url)
    await pause(10)
    const cost = await measurePage(page, seconds)
    await page.close()
    const alone = await measureNode(node, seconds)
    const listeners = Array.from({ length: LISTENERS }, () =>
      get(new URL('/events', url), { agent: false }, (response) => response.resume()),
    )
    await pause(3)
    const crowded = await measureNode(node, seconds)
    for (const listener of listeners) listener.destroy()
    return {
      pageKilobytes: round(bytes / 1000, 1),
      ...cost,
      nodeMs: alone.cpuMs,
      nodeWithListenersMs: crowded.cpuMs,
      nodeMiB: alone.rssMiB,
      nodeWithListenersMiB: crowded.rssMiB,
    }
  } finally {
    await browser.close()
    node.kill()
    await devnet.close()
    rmSync(folder, { recursive: true })
  }
}

async function measurePage(
  page: Page,
  seconds: number,
): Promise<Pick<PageFigures, 'scriptingMs' | 'layoutMs' | 'allTasksMs'>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const read = async (): Promise<ReadonlyMap<string, number>> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return new Map(metrics.map(({ name, value }) => [name, value]))
  }
  const before = await read()
  await pause(seconds)
  const after = await read()
  const perSecond = (...names: readonly string[]): number =>
    round(
      names.reduce((sum, name) => sum + (after.get(name) ?? 0) - (before.get(name) ?? 0), 0) *
        (1000 / seconds),
      1,
    )
  return {
    scriptingMs: perSecond('ScriptDuration'),
    layoutMs: perSecond('LayoutDuration', 'RecalcStyleDuration'),
    allTasksMs: perSecond('TaskDuration'),
  }
}

async function measureNode(
  node: ChildProcess,
  seconds: number,
): Promise<{ readonly cpuMs: number; readonly rssMiB: number }> {
  const before = ticksOf(node)
  await pause(seconds)
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${node.pid ?? 0}/status`, 'utf8'))?.[1] ?? '0'
  return {
    cpuMs: round(((ticksOf(node) - before) * TICK_MS) / seconds, 1),
    rssMiB: Math.round(Number(rss) / 1024),
  }
}

/** User and system time of a process. */
function ticksOf({ pid = 0 }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

async function pause(seconds: number): Promise<void> {
  await firstValueFrom(timer(seconds * 1000))
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  console.log(JSON.stringify(await benchPage(Number(process.argv[2] ?? 30)), undefined, 2))
}
