import test from 'ava'
import fc from 'fast-check'
import { enframe, packFrames } from '../../lib/transport/enframe.ts'
import type { Frame } from '../../lib/transport/frame.ts'
import { hexOf } from '../support/hex.ts'
import { runMarbles } from '../support/marbles.ts'
import { SESSION } from '../support/session-vectors.ts'

test('an empty message is one block', (t) => {
  t.deepEqual(packFrames([{ type: 5009, payload: new Uint8Array(0) }]), SESSION.addressRequest)
})

test('frames stand one after the other, each filled up to whole blocks', (t) => {
  const frames = [0, 8, 9].map((size): Frame => ({ type: 5012, payload: new Uint8Array(size).fill(0xee) }))
  t.is(
    hexOf(packFrames(frames)),
    [
      '00000000941300000000000000000000',
      '0800000094130000eeeeeeeeeeeeeeee',
      '0900000094130000eeeeeeeeeeeeeeeeee000000000000000000000000000000',
    ].join(''),
  )
  t.is(packFrames([]).length, 0)
})

test('the padding is zeros, whatever the memory held before', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (payload) => {
      Buffer.allocUnsafe(4096).fill(0xff)
      const bytes = packFrames([{ type: 1, payload }])
      t.is(bytes.length % 16, 0)
      t.true(bytes.length - 8 - payload.length < 16)
      t.true(bytes.subarray(8 + payload.length).every((byte) => byte === 0))
    }),
  )
})

test('each list of frames becomes its bytes', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const frames$ = hot(' -a-a-|', { a: [{ type: 5009, payload: new Uint8Array(0) }] })
    const subs = '        ^----!'
    const expected = '    -b-b-|'
    expectObservable(frames$.pipe(enframe())).toBe(expected, { b: SESSION.addressRequest })
    expectSubscriptions(frames$.subscriptions).toBe(subs)
  })
})
