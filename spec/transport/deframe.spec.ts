import test from 'ava'
import fc from 'fast-check'
import { lastValueFrom, of, Subject, toArray } from 'rxjs'
import { PeerFault } from '../../lib/errors.ts'
import { deframe } from '../../lib/transport/deframe.ts'
import { createDeframer } from '../../lib/transport/deframer.ts'
import { packFrames } from '../../lib/transport/enframe.ts'
import type { Frame } from '../../lib/transport/frame.ts'
import { type FrameLimit, frameLimitOf, MAX_MESSAGE_SIZE_BYTES } from '../../lib/transport/frame-limits.ts'
import { cut } from '../support/cut.ts'
import { saysFrame, saysFrames } from '../support/frames.ts'
import { runMarbles } from '../support/marbles.ts'

const frame = (type: number, ...payload: number[]): Frame => ({ type, payload: Uint8Array.from(payload) })
const upTo = (keepBytes: number, excess: FrameLimit['excess']) => () => ({ keepBytes, excess })
const TOO_LARGE = { instanceOf: PeerFault, code: 'FRAME_TOO_LARGE' }

/** A header alone, as somebody sends who announces more than follows. */
function headerOf(type: number, sizeBytes: number): Uint8Array {
  const header = new Uint8Array(8)
  new DataView(header.buffer).setUint32(0, sizeBytes, true)
  new DataView(header.buffer).setUint32(4, type, true)
  return header
}

test('emits one frame when its last byte arrives', (t) => {
  const whole = packFrames([frame(5006, 1, 2, 3)])
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const byte$ = hot('   -a---b--|', { a: whole.subarray(0, 9), b: whole.subarray(9) })
    const subs = '        ^-------!'
    const expected = '    -----f--|'
    expectObservable(byte$.pipe(deframe(), saysFrames())).toBe(expected, { f: [frame(5006, 1, 2, 3)] })
    expectSubscriptions(byte$.subscriptions).toBe(subs)
  })
})

test('emits the frames of one chunk together, and none for a chunk that completes none', (t) => {
  const whole = packFrames([frame(5007), frame(5012, 9), frame(5013, 8, 7)])
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const byte$ = hot('   -a-b-c|', {
      a: whole.subarray(0, 33),
      b: whole.subarray(33, 40),
      c: whole.subarray(40),
    })
    const subs = '        ^-----!'
    const expected = '    -x---y|'
    expectObservable(byte$.pipe(deframe(), saysFrames())).toBe(expected, {
      x: [frame(5007), frame(5012, 9)],
      y: [frame(5013, 8, 7)],
    })
    expectSubscriptions(byte$.subscriptions).toBe(subs)
  })
})

test('errors with FRAME_TOO_LARGE at the header and unsubscribes from the bytes', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const byte$ = hot('   -a-a--|', { a: headerOf(1, 40) })
    const subs = '        ^!'
    const expected = '    -#'
    const fault = new PeerFault('FRAME_TOO_LARGE', 'message 1 of 40 bytes, at most 32 are allowed')
    expectObservable(byte$.pipe(deframe(upTo(32, 'fault')))).toBe(expected, undefined, fault)
    expectSubscriptions(byte$.subscriptions).toBe(subs)
  })
})

test('drops a frame that the end of the bytes cuts short', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const byte$ = hot('   -a|', { a: headerOf(1, 40) })
    expectObservable(byte$.pipe(deframe())).toBe('--|')
    expectSubscriptions(byte$.subscriptions).toBe('^-!')
  })
})

test('two subscribers do not share a half-read frame', (t) => {
  const whole = packFrames([frame(5012, 1, 2, 3)])
  const byte$ = new Subject<Uint8Array>()
  const frames$ = byte$.pipe(deframe())
  const seen: string[] = []
  const first = frames$.subscribe(() => seen.push('first'))
  byte$.next(whole.subarray(0, 5))
  frames$.subscribe(() => seen.push('second'))
  first.unsubscribe()
  byte$.next(whole)
  t.deepEqual(seen, ['second'])
})

test('the limit is asked for at each header, so it follows the state of the connection', (t) => {
  let limit: FrameLimit = { keepBytes: 4, excess: 'fault' }
  const deframer = createDeframer(() => limit)
  const large = packFrames([{ type: 1, payload: new Uint8Array(100) }])
  t.throws(() => deframer.push(large), TOO_LARGE)
  limit = { keepBytes: 100, excess: 'fault' }
  t.is(createDeframer(() => limit).push(large).length, 1)
})

test('two frames in one chunk may meet two limits', (t) => {
  const deframer = createDeframer((type) => ({ keepBytes: type === 1 ? 8 : 2, excess: 'fault' }))
  t.throws(() => deframer.push(packFrames([frame(1, 1, 2, 3), frame(2, 1, 2, 3)])), TOO_LARGE)
})

test('a payload over a lenient limit arrives cut short and the next frame whole', (t) => {
  const payload = Uint8Array.from({ length: 100 }, (_, index) => index)
  const bytes = packFrames([{ type: 1, payload }, frame(2, 7)])
  const expected = [{ type: 1, payload: payload.slice(0, 10), truncated: true }, frame(2, 7)]
  for (const sizes of [[1000], [1], [9, 30], [16]]) {
    const deframer = createDeframer((type) => ({ keepBytes: type === 1 ? 10 : 100, excess: 'truncate' }))
    t.deepEqual(
      cut(bytes, sizes).flatMap((chunk) => deframer.push(chunk).map(saysFrame)),
      expected as Frame[],
    )
  }
})

test('no limit allows more than 2 MiB, and 2 MiB is allowed', (t) => {
  const generous = upTo(2 ** 32, 'truncate')
  t.throws(() => createDeframer(frameLimitOf).push(headerOf(1001, MAX_MESSAGE_SIZE_BYTES + 1)), TOO_LARGE)
  t.throws(() => createDeframer(frameLimitOf).push(headerOf(1000, MAX_MESSAGE_SIZE_BYTES + 1)), TOO_LARGE)
  t.throws(() => createDeframer(generous).push(headerOf(1, 0xffff_ffff)), TOO_LARGE)
  const largest = packFrames([{ type: 1001, payload: new Uint8Array(MAX_MESSAGE_SIZE_BYTES).fill(3) }])
  const [whole] = createDeframer(frameLimitOf).push(largest)
  t.is(whole?.payload.length, MAX_MESSAGE_SIZE_BYTES)
  t.is(whole?.payload.at(-1), 3)
})

test('tells how much of a frame is missing', (t) => {
  const deframer = createDeframer(frameLimitOf)
  const bytes = packFrames([{ type: 1001, payload: new Uint8Array(100) }])
  t.is(deframer.missingBytes, 0)
  deframer.push(bytes.subarray(0, 5))
  t.is(deframer.missingBytes, 3)
  deframer.push(bytes.subarray(5, 50))
  t.is(deframer.missingBytes, 112 - 50)
  deframer.push(bytes.subarray(50))
  t.is(deframer.missingBytes, 0)
})

test('announcing 2 MiB costs nothing until the bytes come', (t) => {
  const before = process.memoryUsage().arrayBuffers
  const deframers = Array.from({ length: 200 }, () => createDeframer(frameLimitOf))
  for (const deframer of deframers)
    deframer.push(Buffer.concat([headerOf(1001, MAX_MESSAGE_SIZE_BYTES), Buffer.alloc(8)]))
  t.true(process.memoryUsage().arrayBuffers - before < 4 * 1024 * 1024)
  t.true(deframers.every(({ missingBytes }) => missingBytes > 0))
})

test('a payload keeps no more memory than itself or a slab of 8 KiB', (t) => {
  const chunk = packFrames(
    Array.from({ length: 400 }, (_, type): Frame => ({ type, payload: new Uint8Array(136) })),
  )
  const big = packFrames([{ type: 1001, payload: new Uint8Array(30_000) }])
  for (const bytes of [chunk, Buffer.from(chunk), big]) {
    for (const sizes of [[65_536], [1448], [100]]) {
      const deframer = createDeframer(frameLimitOf)
      for (const { payload } of cut(bytes, sizes).flatMap((piece) => deframer.push(Uint8Array.from(piece)))) {
        t.true(payload.buffer.byteLength <= Math.max(payload.length, 8192))
      }
    }
  }
})

test('payloads are plain bytes and not affected by a large chunk changing', (t) => {
  const chunk = Buffer.concat([packFrames([frame(1, 1, 2, 3)]), new Uint8Array(20_000)])
  const [first] = createDeframer(frameLimitOf).push(chunk)
  chunk.fill(9)
  t.deepEqual(first && saysFrame(first), frame(1, 1, 2, 3))
  t.is(Object.getPrototypeOf(first?.payload), Uint8Array.prototype)
})

test('any cut of the bytes yields the same frames', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 }),
      async (payloads, sizes) => {
        const frames = payloads.map((payload, type): Frame => ({ type, payload }))
        const chunks = cut(packFrames(frames), sizes)
        const decoded = await lastValueFrom(of(...chunks).pipe(deframe(), toArray()), { defaultValue: [] })
        t.deepEqual(decoded.flat().map(saysFrame), frames)
      },
    ),
    { numRuns: 300 },
  )
})

test('any cut of long and short frames yields the same frames', (t) => {
  const size = fc.oneof(
    fc.integer({ min: 0, max: 300 }),
    fc.integer({ min: 7000, max: 9000 }),
    fc.constant(30_000),
  )
  fc.assert(
    fc.property(
      fc.array(size, { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 10 }),
      (lengths, sizes) => {
        const frames = lengths.map((length, type): Frame => ({
          type,
          payload: new Uint8Array(length).fill(type + 1),
        }))
        const deframer = createDeframer(upTo(30_000, 'fault'))
        const decoded = cut(packFrames(frames), sizes).flatMap((chunk) =>
          deframer.push(Uint8Array.from(chunk)),
        )
        t.true(decoded.length === frames.length && decoded.every((one, index) => isSame(one, frames[index])))
      },
    ),
    { numRuns: 100 },
  )
})

test('no bytes make it throw anything but FRAME_TOO_LARGE', (t) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 20 }), (chunks) => {
      const deframer = createDeframer(frameLimitOf)
      try {
        for (const chunk of chunks) deframer.push(chunk)
        t.pass()
      } catch (error) {
        t.true(error instanceof PeerFault && error.code === 'FRAME_TOO_LARGE')
      }
    }),
  )
})

function isSame(a: Frame, b: Frame | undefined): boolean {
  return a.type === b?.type && Buffer.compare(a.payload, b.payload) === 0
}
