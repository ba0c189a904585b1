import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import type { Browser } from 'playwright-core'
import type { PeerHello } from '../../lib/peer/hello.ts'
import type { Operation } from '../../lib/protocol/generated/types.ts'
import { readPageFiles } from '../../lib/serve/page-files.ts'
import { operationOf } from '../names/chain-model.ts'
import { launchBrowser, openPage, type Watched } from '../support/browser.ts'
import { blockOn, PEER_STATUS, servedPage, STATUS, transferOf } from '../support/page-world.ts'

let browser: Browser

test.before(async () => {
  browser = await launchBrowser()
})

test.after.always(async () => {
  await browser.close()
})

/** Texts that become code where text is taken for markup, for an address, a style or a template. */
const PAYLOADS: readonly string[] = [
  '<script>window.hit=1</script>',
  '"><script>window.hit=1</script>',
  "'><script>window.hit=1</script>",
  '</title><script>window.hit=1</script>',
  '</script><script>window.hit=1</script>',
  '<img src=x onerror=window.hit=1>',
  '<img src="x" onerror="window.hit=1">',
  '<svg onload=window.hit=1>',
  '<svg><script>window.hit=1</script></svg>',
  '<svg><animate onbegin=window.hit=1 attributeName=x dur=1s>',
  '<body onload=window.hit=1>',
  '<iframe src="javascript:parent.hit=1"></iframe>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<a href="javascript:window.hit=1">x</a>',
  '<details open ontoggle=window.hit=1>',
  '<input autofocus onfocus=window.hit=1>',
  '<video><source onerror=window.hit=1></video>',
  '<math><mtext></mtext><script>window.hit=1</script></math>',
  '<style>*{display:none}</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href=//evil.example/>',
  '<form action=//evil.example><button>x</button></form>',
  '<object data="javascript:window.hit=1"></object>',
  '<template><script>window.hit=1</script></template>',
  '<!--<img src="--><img src=x onerror=window.hit=1>',
  '<noscript><p title="</noscript><img src=x onerror=window.hit=1>">',
  '<xss style="x:expression(window.hit=1)">',
  '" onmouseover="window.hit=1" x="',
  "' onclick='window.hit=1' x='",
  'javascript:window.hit=1',
  'data:text/html,<script>window.hit=1</script>',
  '${window.hit=1}',
  '{{constructor.constructor("window.hit=1")()}}',
  '&lt;script&gt;window.hit=1&lt;/script&gt;',
  '&#60;script&#62;window.hit=1&#60;/script&#62;',
  '\\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e',
  '%3Cscript%3Ewindow.hit=1%3C/script%3E',
  'x\r\ndata: {"type":"reset"}\r\n\r\n',
  '\u202egnp.exe\u0000\u001b[31m',
]

const hello = (text: string): PeerHello => ({
  userAgent: text,
  protocolVersion: 106,
  nodeId: '',
  publicKey: '',
  chainId: '',
  inboundAddress: text,
  inboundPort: 0,
  outboundPort: 0,
  platform: text,
  revision: text,
  head: { number: 1, id: '' },
  headTime: 0,
})

const AUTHORITY = { weight_threshold: 1, account_auths: [], key_auths: [], address_auths: [] }

/** Operations that carry a text as a name, in a memo, in an address and as data. */
function operationsWith(text: string): readonly Operation[] {
  const data = Buffer.from(text).toString('hex')
  return [
    operationOf('account_create', {
      registrar: '1.2.0',
      referrer: '1.2.0',
      name: text,
      owner: AUTHORITY,
      active: AUTHORITY,
      options: {
        memo_key: 'BTS1111111111111111111111111111111114T1Anm',
        voting_account: '1.2.5',
        num_witness: 0,
        num_committee: 0,
        votes: [],
      },
    }),
    operationOf('witness_create', {
      witness_account: '1.2.0',
      url: text,
      block_signing_key: 'BTS1111111111111111111111111111111114T1Anm',
    }),
    operationOf('custom', { payer: '1.2.0', id: 1, data }),
    operationOf('asset_create', {
      issuer: '1.2.0',
      symbol: text.slice(0, 16),
      precision: 5,
      common_options: {
        max_supply: 1,
        issuer_permissions: 0,
        flags: 0,
        core_exchange_rate: {
          base: { amount: 1, asset_id: '1.3.0' },
          quote: { amount: 1, asset_id: '1.3.1' },
        },
        description: text,
      },
    }),
  ]
}

/** No element that is not ours, nothing that ran, nothing that the policy had to stop. */
async function isHarmless({ page, complaints }: Watched): Promise<readonly string[]> {
  const strays = await page.evaluate<readonly string[]>(`[
    ...(window.hit === undefined ? [] : ['something ran']),
    ...[...document.querySelectorAll('#app script, #app img, #app iframe, #app object, #app style, #app link, #app base, #app meta, #app video, #app template, #app form:not(.search)')].map((element) => element.outerHTML),
    ...[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name)),
    ...[...document.querySelectorAll('a')].filter((link) => !/^(https?:|)$/.test(link.protocol)).map((link) => link.href),
  ]`)
  return [...strays, ...complaints]
}

test.serial('what strangers write stays text, wherever it is shown', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const nodesFile = join(folder, 'nodes.json')
  const nodes = PAYLOADS.map((text, index) => ({
    id: `${text}:${index}`,
    reachable: index % 2 === 0,
    seed: index < 5,
    user_agent: text,
    platform: text,
    country: text,
    reason: text,
    lists: PAYLOADS,
  }))
  await writeFile(nodesFile, JSON.stringify(nodes))
  const world = await servedPage(t, { files: await readPageFiles(), nodesFile })
  const block = blockOn(undefined, {
    transactions: PAYLOADS.map(operationsWith),
  })
  world.node.apply(block)
  world.node.tellStatus({ ...STATUS, state: 'connecting', reason: PAYLOADS.join(' ') })
  world.node.tellPeers(
    ...PAYLOADS.map((text, index) => ({ ...PEER_STATUS, peer: `192.0.2.${index}:1776`, hello: hello(text) })),
  )
  const base = `http://127.0.0.1:${world.port}`

  const network = await openPage(t, browser, `${base}/network`)
  await network.page
    .locator('[data-agent]')
    .nth(PAYLOADS.length - 1)
    .waitFor()
  await network.page.locator('.map-nodes tbody tr').nth(10).waitFor()
  const agents = await network.page.locator('[data-agent]').allTextContents()
  for (const [index, text] of PAYLOADS.slice(0, -2).entries()) {
    t.true(agents[index]?.startsWith(text), `${agents[index] ?? ''} is not ${text}`)
  }
  t.deepEqual(await isHarmless(network), [])

  const overview = await openPage(t, browser, `${base}/`)
  await overview.page.locator('.feed-line').nth(20).waitFor()
  t.deepEqual(await isHarmless(overview), [])

  const page = await openPage(t, browser, `${base}/block/1`)
  await page.page.locator('.operation').nth(PAYLOADS.length).waitFor()
  // Opened, each shows all that is in it.
  await page.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
  const told = (await page.page.locator('.json').allTextContents()).join('\n')
  for (const text of PAYLOADS.slice(0, 10)) t.true(told.includes(JSON.stringify(text)), text)
  t.deepEqual(await isHarmless(page), [])

  const transaction = await openPage(t, browser, `${base}/transaction/${block.transactions[0]?.id ?? ''}`)
  await transaction.page.locator('.json').first().waitFor({ state: 'attached' })
  t.deepEqual(await isHarmless(transaction), [])
})

test.serial('so do addresses and what somebody searches for', async (t) => {
  const world = await servedPage(t, { files: await readPageFiles() })
  world.node.apply(blockOn(undefined, { transactions: [[transferOf(0, 3)]] }))
  const base = `http://127.0.0.1:${world.port}`
  const watched = await openPage(t, browser, `${base}/`)
  const { page } = watched
  for (const text of PAYLOADS.slice(0, 12)) {
    await page.goto(`${base}/?about=${encodeURIComponent(text)}`)
    await page.getByText('Only operations about').waitFor()
    t.is(await page.locator('.about strong').innerText(), text)
    await page.locator('#search').fill(text)
    await page.keyboard.press('Enter')
    await page.getByText('Nothing of that kind').waitFor()
    // That it is not found is an answer of the server which the console repeats.
    const strays = (await isHarmless(watched)).filter((each) => !each.includes('status of 404'))
    t.deepEqual(strays, [])
  }
})

test.serial('the policy is in force: what would be put in is refused', async (t) => {
  const world = await servedPage(t, { files: await readPageFiles() })
  const { page } = await openPage(t, browser, `http://127.0.0.1:${world.port}/`)
  await page.locator('.live-live').waitFor()
  const message = await page.evaluate<string>(`(() => {
    try { document.body.innerHTML = '<img src=x onerror=window.hit=1>' } catch (error) { return error.message }
    return 'it was taken'
  })()`)
  t.regex(message, /TrustedHTML/)
  const refused = await page.evaluate<string>(`new Promise((resolve) => {
    addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective))
    const style = document.createElement('style')
    style.textContent = '*{display:none}'
    document.head.append(style)
  })`)
  t.is(refused, 'style-src-elem')
})
