import { join } from 'node:path'
import test from 'ava'
import type { Browser } from 'playwright-core'
import { createNameBook } from '../../lib/names/name-book.ts'
import { readPageFiles } from '../../lib/serve/page-files.ts'
import { launchBrowser, openPage, PICTURES, shownNumbers } from '../support/browser.ts'
import {
  blockOn,
  type BlockWish,
  chainOf,
  heard,
  orderOf,
  PEER_STATUS,
  servedPage,
  transferOf,
} from '../support/page-world.ts'

let browser: Browser

test.before(async () => {
  browser = await launchBrowser()
})

test.after.always(async () => {
  await browser.close()
})

const files = readPageFiles()
const GENESIS = {
  initial_accounts: ['alice', 'bob'].map((name) => ({ name })),
  initial_assets: [{ symbol: 'USD', issuer_name: 'alice', precision: 4 }],
  initial_witness_candidates: [{ owner_name: 'alice' }, { owner_name: 'bob' }],
  initial_committee_candidates: [],
  immutable_parameters: { num_special_accounts: 6, num_special_assets: 1 },
}
const names = () => createNameBook({ genesis: GENESIS })
/** The ids of alice and bob. */
const [ALICE, BOB] = [6, 7]
const wish = (number: number): BlockWish => ({
  witness: (number % 2) + 1,
  transactions: [[transferOf(ALICE, BOB, number * 100_000)], [orderOf(BOB, 100_000, 50 * number)]],
})

test.serial('blocks, operations and figures come as the node tells them', async (t) => {
  const world = await servedPage(t, { files: await files, names: names() })
  const blocks = chainOf(20, wish)
  world.node.apply(...blocks.slice(0, 15))
  world.node.tellPeers(PEER_STATUS)
  const { page, complaints } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`)
  await page.locator('[data-number="15"]').waitFor()
  world.node.apply(...blocks.slice(15))
  await page.locator('[data-head="20"]').waitFor()
  t.deepEqual(
    await shownNumbers(page),
    Array.from({ length: 18 }, (_, index) => 20 - index),
  )
  await page.getByText('alice sends 20 BTS to bob', { exact: true }).waitFor()
  t.is(await page.locator('[data-state="produced"]').count(), 20)
  t.is(await page.locator('.live').innerText(), 'Live')
  t.deepEqual(complaints, [])
})

test.serial('chips choose kinds of operations, and say with aria-pressed which', async (t) => {
  const world = await servedPage(t, { files: await files, names: names() })
  world.node.apply(...chainOf(5, wish))
  const { page } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`)
  const types = () =>
    page
      .locator('.feed-line')
      .evaluateAll((lines: { getAttribute(name: string): string }[]) => [
        ...new Set(lines.map((line) => line.getAttribute('data-type'))),
      ])
  await page.locator('.feed-line').nth(9).waitFor()
  t.deepEqual((await types()).sort(), ['limit_order_create', 'transfer'])
  await page.getByRole('button', { name: /^Transfers/ }).click()
  await page.locator('[data-type="limit_order_create"]').first().waitFor({ state: 'detached' })
  t.deepEqual(await types(), ['transfer'])
  t.is(await page.getByRole('button', { name: /^Transfers/ }).getAttribute('aria-pressed'), 'true')
  await page.getByRole('button', { name: /^Orders/ }).click()
  await page.locator('[data-type="limit_order_create"]').first().waitFor()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  t.is(await page.getByRole('button', { name: /^Orders/ }).getAttribute('aria-pressed'), 'false')
  await page.getByRole('button', { name: /^Governance/ }).click()
  await page.getByText('None of the newest operations is of that kind').waitFor()
})

test.serial('the feed can be stopped and goes on where the chain is', async (t) => {
  const world = await servedPage(t, { files: await files, names: names() })
  const blocks = chainOf(6, wish)
  world.node.apply(...blocks.slice(0, 5))
  const { page } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`)
  await page.getByText('alice sends 5 BTS to bob').waitFor()
  await page.keyboard.press('p')
  world.node.apply(...blocks.slice(5))
  await page.locator('[data-head="6"]').waitFor()
  t.is(await page.getByText('alice sends 6 BTS to bob').count(), 0)
  await page.keyboard.press('p')
  await page.getByText('alice sends 6 BTS to bob').waitFor()
})

test.serial('search leads to blocks, transactions and accounts, or says that there is nothing', async (t) => {
  const world = await servedPage(t, { files: await files, names: names() })
  const blocks = chainOf(5, wish)
  world.node.apply(...blocks)
  const { page, complaints } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`)
  const search = async (text: string): Promise<void> => {
    await page.keyboard.press('/')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.locator('[data-head="5"]').waitFor()
  await search('3')
  await page.locator('[data-block="3"]').waitFor()
  t.is(new URL(page.url()).pathname, `/block/${blocks[2]?.id ?? ''}`)
  const transactionId = blocks[1]?.transactions[0]?.id ?? ''
  await search(transactionId)
  await page.locator(`[data-transaction="${transactionId}"]`).waitFor()
  await page.getByText('alice sends 2 BTS to bob').waitFor()
  await search('alice')
  await page.getByText('Only operations about').waitFor()
  t.is(await page.locator('[data-type="limit_order_create"]').count(), 0)
  t.deepEqual(complaints, [])
  await search('nobody-of-that-name')
  await page.getByRole('alert').getByText('Nothing of that kind is known here').waitFor()
  await page.goBack()
  await page.locator(`[data-transaction="${transactionId}"]`).waitFor()
})

test.serial('a fork is seen: undone blocks stay, marked, and so do their slots and operations', async (t) => {
  const world = await servedPage(t, { files: await files, names: names() })
  const [one, two, three] = chainOf(3, wish)
  if (one === undefined || two === undefined || three === undefined) throw new Error('three were made')
  world.node.apply(one, two, three)
  const { page } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`)
  await page.locator('[data-head="3"]').waitFor()
  world.node.undo(three, two)
  const other = blockOn(one, { after: 9, witness: 2, transactions: [[transferOf(BOB, ALICE, 700_000)]] })
  const missed = { isProduced: false, isUndone: false, block: undefined, timestamp: other.timestamp - 1 }
  world.node.tellSlots(
    { ...missed, witness: '1.6.1' },
    { ...missed, timestamp: other.timestamp, witness: '1.6.2', isProduced: true, block: other.cursor },
  )
  world.node.apply(other)
  await page.locator('[data-head="2"]').waitFor()
  t.deepEqual(await shownNumbers(page), [2, 3, 2, 1])
  t.is(await page.locator('[data-number][data-undone]').count(), 2)
  t.is(await page.locator('[data-state="undone"]').count(), 2)
  t.is(await page.locator('[data-state="missed"]').innerText(), '×')
  t.true((await page.locator('.feed-line.is-undone').getByText('undone').count()) > 0)
  await page.screenshot({ path: join(PICTURES, 'fork-1280-light.png'), fullPage: true })
  await page.goto(`http://127.0.0.1:${world.port}/block/${three.id}`)
  await page.getByText('undone: the chain went on with another block').waitFor()
})

test.serial('a pending transaction is followed into its block', async (t) => {
  const world = await servedPage(t, { files: await files, names: names() })
  const [one, two] = chainOf(2, (number) =>
    number === 1 ? {} : { transactions: [[transferOf(ALICE, BOB, 5)]] },
  )
  if (one === undefined || two === undefined) throw new Error('two were made')
  world.node.apply(one)
  const { page } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`)
  await page.locator('[data-head="1"]').waitFor()
  world.node.tellTransactions(heard([transferOf(ALICE, BOB, 5)], two.received.at - 640))
  await page.locator('.trace-pending').getByText('waiting').waitFor()
  world.node.apply(two)
  await page.locator('.trace-included').getByText('640 ms').waitFor()
  t.is(await page.locator('.trace-pending').count(), 0)
})

test.serial('colours are as the system has them, or as they were chosen before', async (t) => {
  const world = await servedPage(t, { files: await files })
  const { page } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`, { colorScheme: 'dark' })
  const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
  t.is(await background(), 'rgb(10, 14, 19)')
  // From the system's to dark, then to light.
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  t.is(await background(), 'rgb(244, 246, 248)')
  await page.reload()
  t.is(await background(), 'rgb(244, 246, 248)')
})

test.serial('everything can be reached with the keyboard, and where one is can be seen', async (t) => {
  const world = await servedPage(t, { files: await files, names: names() })
  world.node.apply(...chainOf(5, wish))
  const { page } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`)
  await page.locator('[data-head="5"]').waitFor()
  await page.keyboard.press('Tab')
  t.is(await page.evaluate<string>('document.activeElement.textContent'), 'To the content')
  await page.locator('[role="slider"]').focus()
  t.regex((await page.locator('[role="slider"]').getAttribute('aria-valuetext')) ?? '', /block 5/)
  await page.keyboard.press('ArrowLeft')
  t.regex((await page.locator('[role="slider"]').getAttribute('aria-valuetext')) ?? '', /block 4/)
  t.is(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle'), 'solid')
  await page.keyboard.press('Enter')
  await page.locator('[data-block="4"]').waitFor()
  await page.keyboard.press('w')
  await page.getByRole('heading', { name: 'Witnesses', level: 1 }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('order flow').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await page.getByRole('heading', { name: 'Order flow', level: 1 }).waitFor()
})

test.serial('witnesses can be sorted, and the order is told', async (t) => {
  const world = await servedPage(t, { files: await files, names: names() })
  world.node.apply(...chainOf(5, (number) => ({ witness: number < 4 ? 1 : 2 })))
  const { page } = await openPage(t, browser, `http://127.0.0.1:${world.port}/witnesses`)
  const order = () => page.locator('.witnesses tbody .witness-name').allInnerTexts()
  await page.locator('.witnesses tbody tr').nth(1).waitFor()
  t.deepEqual(await order(), ['alice', 'bob'])
  await page.getByRole('button', { name: 'Produced' }).click()
  t.deepEqual(await order(), ['bob', 'alice'])
  t.is(await page.locator('th[aria-sort]').getAttribute('aria-sort'), 'ascending')
})

test.serial('an open page notices that another one is served now', async (t) => {
  const served = await files
  const first = await servedPage(t, { files: served })
  const { page } = await openPage(t, browser, `http://127.0.0.1:${first.port}/`)
  await page.locator('.live-live').waitFor()
  first.close()
  const second = await servedPage(t, { files: { ...served, version: 'other' }, port: first.port })
  second.node.apply(...chainOf(2))
  await page.getByText('The server has a newer page.').waitFor()
  t.is(await page.locator('.live').innerText(), 'Live')
})
