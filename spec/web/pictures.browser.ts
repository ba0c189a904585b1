import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'ava'
import type { Browser, Page } from 'playwright-core'
import { createNameBook } from '../../lib/names/name-book.ts'
import { firstValueFrom, take, toArray } from 'rxjs'
import { createNode } from '../../lib/node/create-node.ts'
import { readPageFiles } from '../../lib/serve/page-files.ts'
import { launchBrowser, openPage, PICTURES } from '../support/browser.ts'
import { servedPage } from '../support/page-world.ts'
import { startDevnet } from '../support/with-devnet.ts'
import { MAPPED_SEEDS, networkMap } from './network-map.ts'

let browser: Browser

test.before(async () => {
  browser = await launchBrowser()
})

test.after.always(async () => {
  await browser.close()
})

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]
const PAGES = [
  ['overview', '/'],
  ['market', '/market'],
  ['witnesses', '/witnesses'],
  ['network', '/network'],
  ['block', '/block/3'],
] as const
const HISTORY = 90

test.serial(
  'every page fits phones, desks and wide screens, light and dark; pictures of it are kept',
  async (t) => {
    const devnet = await startDevnet(t, { production: 'timed', history: HISTORY, transactionsPerBlock: 5 })
    const node = createNode({ network: devnet.network, from: 'genesis' })
    const nodesFile = join(PICTURES, 'nodes.json')
    await writeFile(nodesFile, JSON.stringify({ nodes: networkMap() }))
    const world = await servedPage(t, {
      source: node,
      network: { ...devnet.network, seeds: MAPPED_SEEDS },
      names: createNameBook({ genesis: JSON.parse(devnet.genesis ?? '') }),
      files: await readPageFiles(),
      nodesFile,
    })
    await firstValueFrom(node.block$.pipe(take(HISTORY + 8), toArray()))
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of SIZES) {
        const { page, complaints } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`, {
          viewport,
          colorScheme,
          reducedMotion: 'reduce',
        })
        for (const [name, path] of PAGES) {
          await page.goto(`http://127.0.0.1:${world.port}${path}`)
          await page.locator('.live-live').waitFor()
          await page.locator('main h1').waitFor({ state: 'attached' })
          if (name === 'overview') await page.locator('.block-row').nth(10).waitFor()
          if (name === 'network') await page.locator('.map-nodes tbody tr').first().waitFor()
          t.is(await overflowOf(page), 0, `${name} at ${viewport.width}`)
          await page.screenshot({
            path: join(PICTURES, `${name}-${viewport.width}-${colorScheme}.png`),
            fullPage: true,
          })
        }
        t.deepEqual(complaints, [])
      }
    }
  },
)

/** By how many pixels a page is wider than its window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  )
}
