import test from 'ava'
import fc from 'fast-check'
import { readProbeJson, toProbeJson } from '../../lib/crawl/probe-json.ts'
import { SAMPLE } from './sample.ts'

test('a visit is the same after it was written and read', (t) => {
  for (const probe of SAMPLE) {
    const json: unknown = JSON.parse(JSON.stringify(toProbeJson(probe, 3, 'US')))
    t.deepEqual(readProbeJson(json), probe)
  }
})

test('what stands in a file is read as far as it is a visit, and nothing else comes of it', (t) => {
  const field = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant([]),
    fc.constant({}),
  )
  const good = toProbeJson(SAMPLE[0] as (typeof SAMPLE)[number], 3)
  const names = Object.keys(good)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), field), (change) => {
      const probe = readProbeJson({ ...good, ...change })
      if (probe === undefined) return
      t.regex(probe.endpoint, /^[\w.-]+:\d+$/)
      t.true(Number.isFinite(probe.atMs))
      t.true((probe.reason ?? '').length <= 200)
      for (const { endpoint } of probe.lists ?? []) t.regex(endpoint, /^[\w.-]+:\d+$/)
    }),
  )
  for (const nothing of [
    undefined,
    null,
    7,
    'x',
    [],
    { ...good, endpoint: 'a b' },
    { ...good, result: 'maybe' },
    { ...good, at: 'x' },
  ])
    t.is(readProbeJson(nothing), undefined)
})
