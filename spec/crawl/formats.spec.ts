import { readFileSync } from 'node:fs'
import test from 'ava'
import { readCountryTable } from '../../lib/crawl/country-table.ts'
import { finishCrawl, printCrawl } from '../../lib/crawl/finish-crawl.ts'
import { NO_HISTORY } from '../../lib/crawl/history.ts'
import { mapNetwork } from '../../lib/crawl/map-network.ts'
import { printDot } from '../../lib/crawl/print-dot.ts'
import { printGraphml } from '../../lib/crawl/print-graphml.ts'
import { printNodes } from '../../lib/crawl/print-nodes.ts'
import type { Probe } from '../../lib/crawl/probe.ts'
import {
  SAMPLE,
  SAMPLE_CHAIN_ID,
  SAMPLE_COUNTRIES,
  SAMPLE_END_MS,
  SAMPLE_INTERVAL_SECONDS,
} from './sample.ts'

const context = {
  chainId: SAMPLE_CHAIN_ID,
  blockIntervalSeconds: SAMPLE_INTERVAL_SECONDS,
  finishedMs: SAMPLE_END_MS,
  countryOf: readCountryTable(SAMPLE_COUNTRIES).countryOf,
}
const texts = printCrawl(finishCrawl(SAMPLE, NO_HISTORY, context), context)

// Specs run from dist/spec/crawl.
const golden = (name: string): string =>
  readFileSync(new URL(`../../../spec/vectors/crawl/${name}`, import.meta.url), 'utf8')

for (const [name, text] of texts) {
  test(`${name} is written as it always was`, (t) => {
    t.is(text, golden(name))
  })
}

test('all four files are there', (t) => {
  t.deepEqual([...texts.keys()], ['nodes.json', 'network.graphml', 'network.dot', 'history.json'])
})

test('JSON files are documents with one node a line', (t) => {
  const nodes = JSON.parse(golden('nodes.json')) as { nodes: { id: string }[]; summary: object }
  t.deepEqual(
    nodes.nodes.map(({ id }) => id),
    ['6.6.6.6:22', '7.7.7.7:1776', '8.8.4.4:1776', '9.9.9.9:2000', 'hidden:5555555555555555'],
  )
  t.is(golden('nodes.json').split('\n').length, nodes.nodes.length + 3)
  t.like(nodes.summary, {
    nodes: 5,
    reachable: 2,
    stuck: 1,
    hidden: 1,
    edges: 5,
    mutual_edges: 2,
    results: { accepted: 1, rejected: 1, unreachable: 1 },
    countries: { CH: 1, US: 1 },
  })
  t.like(JSON.parse(golden('history.json')), {
    format: 'rx-bitshares crawl history',
    chain_id: SAMPLE_CHAIN_ID,
  })
})

/** Text of a node that means something to every format. */
const EVIL = `]]></data><x>&amp;"\\"];\n--> {[\u0000\u001b\ud800\uffff é 𝄞`

test('whatever a node calls itself, it stays inside its quotes', (t) => {
  const [first] = SAMPLE as readonly [Probe, ...Probe[]]
  const claims = { ...(first.claims as NonNullable<Probe['claims']>), userAgent: EVIL, platform: '__proto__' }
  const map = mapNetwork([{ ...first, claims }])
  const xml = printGraphml(map, context)
  t.true(xml.includes(']]&gt;&lt;/data&gt;&lt;x&gt;&amp;amp;&quot;\\&quot;];\n--&gt; {[ é 𝄞</data>'))
  t.deepEqual(
    [...xml.matchAll(/<[^>]*>/g)].filter(
      ([tag]) => !/^<(?:\?xml|\/?(?:graphml|key|graph|node|data|edge)\b)/.test(tag),
    ),
    [],
  )
  // A quote that is not escaped ends a text of DOT; so there is an even number of them in every line.
  for (const line of printDot(map, 3).split('\n'))
    t.is([...line.replaceAll('\\\\', '').replaceAll('\\"', '').matchAll(/"/g)].length % 2, 0, line)
  const printed = JSON.parse(printNodes(map, context)) as { summary: { platforms: object } }
  t.deepEqual(Object.keys(printed.summary.platforms), ['__proto__'])
})
