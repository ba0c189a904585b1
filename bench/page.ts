// node dist/bench/page.js [SECONDS]: what the page weighs, what listeners cost the node, and where a Chromium is what it costs
// that, at 30 transactions a block each 3 seconds. The node's own figures are those of its `/metrics`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright-core'
import { timer, firstValueFrom } from 'rxjs'
import { createDevnet } from '../lib/devnet/create-devnet.ts'
import { readPageFiles } from '../lib/serve/page-files.ts'
import { formatAddress } from '../lib/transport/peer-address.ts'
import { round } from './figures.ts'

const TRANSACTIONS = 30
const INTERVAL_MS = 3000
const LISTENERS = 100
/** What starts with the page is over by then. */
const SETTLE_SECONDS = 10
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** What the page costs a browser, in milliseconds of each second. */
export interface BrowserCost {
  readonly scriptingMs: number
  readonly layoutMs: number
  readonly allTasksMs: number
}

export interface NodeCost {
  /** CPU time of the node's process in each second, in milliseconds. */
  readonly cpuMs: number
  readonly residentMiB: number
}

export interface PageFigures {
  readonly transactionsPerBlock: number
  /** What a browser loads, compressed, in kB. */
  readonly pageKilobytes: number
  /** Undefined without a browser. */
  readonly browser: BrowserCost | undefined
  readonly listeners: number
  /** With nobody who listens. */
  readonly alone: NodeCost
  readonly withListeners: NodeCost
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
  try {
    const [line] = (await once(createInterface({ input: node.stdout }), 'line')) as [string]
    node.stdout.resume()
    const { url } = JSON.parse(line) as { readonly url: string }
    await pause(SETTLE_SECONDS)
    const alone = await measureNode(url, seconds)
    const listeners = Array.from({ length: LISTENERS }, () =>
      get(new URL('/events', url), { agent: false }, (response) => response.resume()),
    )
    await Promise.all(listeners.map((listener) => once(listener, 'response')))
    const withListeners = await measureNode(url, seconds)
    for (const listener of listeners) listener.destroy()
    return {
      transactionsPerBlock: TRANSACTIONS,
      pageKilobytes: round(bytes / 1000, 1),
      browser: await measureBrowser(url, seconds),
      listeners: LISTENERS,
      alone,
      withListeners,
    }
  } finally {
    node.kill()
    await devnet.close()
    rmSync(folder, { recursive: true })
  }
}

async function measureBrowser(url: string, seconds: number): Promise<BrowserCost | undefined> {
  const executablePath = [process.env['CHROMIUM'], ...BROWSERS].find(
    (path) => path !== undefined && existsSync(path),
  )
  if (executablePath === undefined) return undefined
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(url)
    await pause(SETTLE_SECONDS)
    return await measurePage(page, seconds)
  } finally {
    await browser.close()
  }
}

async function measurePage(page: Page, seconds: number): Promise<BrowserCost> {
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

async function measureNode(url: string, seconds: number): Promise<NodeCost> {
  const before = await readFigures(url)
  const startedAt = performance.now()
  await pause(seconds)
  const after = await readFigures(url)
  const passedSeconds = (performance.now() - startedAt) / 1000
  return {
    cpuMs: round(((after.cpuSeconds - before.cpuSeconds) * 1000) / passedSeconds, 1),
    residentMiB: Math.round(after.residentBytes / 1024 / 1024),
  }
}

async function readFigures(
  url: string,
): Promise<{ readonly cpuSeconds: number; readonly residentBytes: number }> {
  const text = await (await fetch(new URL('/metrics', url))).text()
  const figure = (name: string): number => {
    const line = text.split('\n').find((each) => each.startsWith(`rx_bitshares_${name} `))
    return Number(line?.slice(line.lastIndexOf(' ')))
  }
  return { cpuSeconds: figure('cpu_seconds_total'), residentBytes: figure('memory_bytes{kind="resident"}') }
}

async function pause(seconds: number): Promise<void> {
  await firstValueFrom(timer(seconds * 1000))
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  console.log(JSON.stringify(await benchPage(Number(process.argv[2] ?? 30)), undefined, 2))
}
