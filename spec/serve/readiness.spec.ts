import test from 'ava'
import { READY_HEAD_AGE_SECONDS } from '../../lib/serve/limits.ts'
import { readinessOf } from '../../lib/serve/readiness.ts'

const IN_SYNC = [{ sync: 'inSync' }] as const

test('a young head and a peer in sync make a node ready', (t) => {
  t.deepEqual(readinessOf({ headTime: 100 }, IN_SYNC, 102.25), {
    isReady: true,
    headAgeSeconds: 2.3,
    peersInSync: 1,
    reason: 'at the head',
  })
})

test('it is not without a block, without a peer in sync, or with an old head', (t) => {
  t.is(readinessOf(undefined, IN_SYNC, 100).reason, 'there is no block yet')
  t.is(readinessOf({ headTime: 0 }, IN_SYNC, 100).reason, 'there is no block yet')
  t.is(readinessOf({ headTime: 100 }, [{ sync: 'fetching' }], 100).reason, 'no peer is in sync')
  t.false(readinessOf({ headTime: 100 }, [], 100).isReady)
  t.true(readinessOf({ headTime: 100 }, IN_SYNC, 99.9 + READY_HEAD_AGE_SECONDS).isReady)
  const late = readinessOf({ headTime: 100 }, IN_SYNC, 100 + READY_HEAD_AGE_SECONDS)
  t.false(late.isReady)
  t.is(late.reason, 'the head block is 15 s old')
})
