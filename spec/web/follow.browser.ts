import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { filter, firstValueFrom, take } from 'rxjs'
import type { Browser } from 'playwright-core'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { launchBrowser, openPage, shownNumbers } from '../support/browser.ts'
import { startDevnet } from '../support/with-devnet.ts'

const MAIN = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
/** Blocks that are made while the server is away: ten seconds of them. */
const MISSED = 10

let browser: Browser

test.before(async () => {
  browser = await launchBrowser()
})

test.after.always(async () => {
  await browser.close()
})

async function serve(t: ExecutionContext, args: readonly string[]): Promise<readonly [ChildProcess, string]> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--format', 'json', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  child.stdout.resume()
  return [child, (JSON.parse(line) as { readonly url: string }).url]
}

test.serial('a server that is killed and comes back leaves no gap in the page', async (t) => {
  const devnet = await startDevnet(t, {
    production: 'timed',
    intervalMs: 1000,
    history: 60,
    transactionsPerBlock: 5,
  })
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const genesis = join(folder, 'genesis.json')
  await writeFile(genesis, devnet.genesis ?? '')
  const args = ['--genesis', genesis, '--peer', formatAddress(devnet.address), '--only']
  const [first, url] = await serve(t, [...args, '--port', '0'])
  const { page, asked } = await openPage(t, browser, url)
  const started = devnet.head.number
  await page.locator(`[data-number="${started + 2}"]`).waitFor()

  first.kill('SIGKILL')
  const { number: gone } = devnet.head
  await firstValueFrom(
    devnet.block$.pipe(
      filter(({ number }) => number >= gone + MISSED),
      take(1),
    ),
  )
  await page.locator('.live-away').waitFor()
  const shownWhileAway = await shownNumbers(page)
  t.true((shownWhileAway[0] ?? 0) <= gone + 1)

  await serve(t, [...args, '--port', new URL(url).port])
  await page.locator(`[data-number="${gone + MISSED + 2}"]`).waitFor()
  const numbers = await shownNumbers(page)
  const [newest = 0] = numbers
  t.deepEqual(
    numbers,
    numbers.map((_, index) => newest - index),
  )
  t.true(numbers.includes(gone) && numbers.includes(gone + MISSED))
  const slots = await page.locator('[data-state]').count()
  t.is(await page.locator('[data-state="produced"]').count(), slots)
  // It went on where it was: nothing was loaded anew.
  t.is(asked.filter((path) => path === '/api/snapshot').length, 1)
  t.is(await page.locator('.live').innerText(), 'Live')
})
