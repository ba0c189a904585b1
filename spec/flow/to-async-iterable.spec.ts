import test from 'ava'
import fc from 'fast-check'
import { concat, EMPTY, NEVER, Observable, of, range, Subject, throwError } from 'rxjs'
import { UsageError } from '../../lib/errors.ts'
import { toAsyncIterable } from '../../lib/flow/to-async-iterable.ts'

/** One turn for every promise that is settled. */
const turn = (): Promise<void> => Promise.resolve()

async function collect<T>(values: AsyncIterable<T>, into: T[] = []): Promise<T[]> {
  for await (const value of values) into.push(value)
  return into
}

test('gives every value in order and ends with the source', async (t) => {
  t.deepEqual(await collect(toAsyncIterable(of(1, 2, 3))), [1, 2, 3])
  t.deepEqual(await collect(toAsyncIterable(EMPTY)), [])
})

test('waits for values that come later', async (t) => {
  const source$ = new Subject<number>()
  const seen: number[] = []
  const done = collect(toAsyncIterable(source$), seen)
  source$.next(1)
  await turn()
  source$.next(2)
  source$.next(3)
  source$.complete()
  t.deepEqual(await done, [1, 2, 3])
})

test('subscribes at the first turn, once a loop', async (t) => {
  let subscriptions = 0
  const source$ = new Observable<number>((subscriber) => {
    subscriptions += 1
    subscriber.next(subscriptions)
    subscriber.complete()
  })
  const values = toAsyncIterable(source$)
  const iterator = values[Symbol.asyncIterator]()
  t.is(subscriptions, 0)
  t.deepEqual(await iterator.next(), { done: false, value: 1 })
  t.deepEqual(await iterator.next(), { done: true, value: undefined })
  t.deepEqual(await collect(values), [2])
})

test('leaving the loop unsubscribes and opens the gate', async (t) => {
  const source$ = new Subject<number>()
  const log: string[] = []
  const gate = { close: () => log.push('close'), open: () => log.push('open') }
  const loop = (async () => {
    for await (const value of toAsyncIterable(source$, { highWaterMark: 2, gate })) {
      source$.next(value + 1)
      source$.next(value + 2)
      break
    }
  })()
  await turn()
  source$.next(1)
  await loop
  t.false(source$.observed)
  t.deepEqual(log, ['close', 'open'])
})

test('a loop that throws unsubscribes', async (t) => {
  const source$ = new Subject<number>()
  const loop = (async () => {
    for await (const value of toAsyncIterable(source$)) throw new Error(`value ${value}`)
  })()
  source$.next(1)
  await t.throwsAsync(loop, { message: 'value 1' })
  t.false(source$.observed)
})

test('without a gate a full queue ends the loop, after what was queued', async (t) => {
  const source$ = new Subject<number>()
  const iterator = toAsyncIterable(source$, { highWaterMark: 3 })[Symbol.asyncIterator]()
  const first = iterator.next()
  for (let value = 0; value < 10; value += 1) source$.next(value)
  t.false(source$.observed)
  t.deepEqual(await first, { done: false, value: 0 })
  for (const value of [1, 2, 3]) t.deepEqual(await iterator.next(), { done: false, value })
  await t.throwsAsync(iterator.next(), {
    instanceOf: UsageError,
    code: 'OVERFLOW',
    message: 'the loop fell behind: 3 values wait, at most 3 may',
  })
  t.deepEqual(await iterator.next(), { done: true, value: undefined })
})

test('a source that overflows while it is subscribed is unsubscribed', async (t) => {
  const seen: number[] = []
  let emitted = 0
  const source$ = new Observable<number>((subscriber) => {
    while (!subscriber.closed) subscriber.next((emitted += 1))
  })
  await t.throwsAsync(collect(toAsyncIterable(source$, { highWaterMark: 4 }), seen), { code: 'OVERFLOW' })
  t.deepEqual(seen, [1, 2, 3, 4])
  t.true(emitted <= 6)
})

test('with a gate a full queue stops the source and half an empty one starts it', async (t) => {
  const source$ = new Subject<number>()
  const log: string[] = []
  const gate = { close: () => log.push('close'), open: () => log.push('open') }
  const iterator = toAsyncIterable(source$, { highWaterMark: 4, gate })[Symbol.asyncIterator]()
  const first = iterator.next()
  for (let value = 0; value < 7; value += 1) source$.next(value)
  await first
  t.deepEqual(log.slice(0, 1), ['close'])
  t.false(log.includes('open'))
  for (const value of [1, 2, 3]) t.deepEqual(await iterator.next(), { done: false, value })
  t.false(log.includes('open'))
  t.is((await iterator.next()).value, 4)
  t.true(log.includes('open'))
  t.true(source$.observed)
})

test('an error comes after the values before it, and once', async (t) => {
  const failure = new Error('broken')
  const source$ = concat(
    of(1, 2),
    throwError(() => failure),
  )
  const iterator = toAsyncIterable(source$)[Symbol.asyncIterator]()
  t.is((await iterator.next()).value, 1)
  t.is((await iterator.next()).value, 2)
  t.is(await t.throwsAsync(iterator.next()), failure)
  t.true((await iterator.next()).done)
})

test('an error that the loop waits for rejects it', async (t) => {
  const source$ = new Subject<number>()
  const iterator = toAsyncIterable(source$)[Symbol.asyncIterator]()
  const [first, second] = [iterator.next(), iterator.next()]
  source$.error(new Error('broken'))
  await t.throwsAsync(first, { message: 'broken' })
  t.true((await second).done)
  t.true((await iterator.next()).done)
})

test('an abort ends the loop at once and drops what is queued', async (t) => {
  const source$ = new Subject<number>()
  const controller = new AbortController()
  const iterator = toAsyncIterable(source$, { signal: controller.signal })[Symbol.asyncIterator]()
  const first = iterator.next()
  source$.next(1)
  source$.next(2)
  controller.abort(new Error('enough'))
  t.is((await first).value, 1)
  await t.throwsAsync(iterator.next(), { message: 'enough' })
  t.true((await iterator.next()).done)
  t.false(source$.observed)
})

test('an abort ends a loop that waits, and leaves no listener', async (t) => {
  const controller = new AbortController()
  const loop = collect(toAsyncIterable(NEVER, { signal: controller.signal }))
  controller.abort(new Error('enough'))
  await t.throwsAsync(loop, { message: 'enough' })

  let listeners = 0
  const signal = {
    aborted: false,
    addEventListener: () => (listeners += 1),
    removeEventListener: () => (listeners -= 1),
  } as unknown as AbortSignal
  await collect(toAsyncIterable(of(1), { signal }))
  t.is(listeners, 0)
})

test('a signal that is aborted already subscribes nothing', async (t) => {
  const source$ = new Observable<number>(() => t.fail())
  const signal = AbortSignal.abort(new Error('too late'))
  await t.throwsAsync(collect(toAsyncIterable(source$, { signal })), { message: 'too late' })
})

test('several turns asked for at once are answered in order', async (t) => {
  const source$ = new Subject<number>()
  const iterator = toAsyncIterable(source$)[Symbol.asyncIterator]()
  const asked = [iterator.next(), iterator.next(), iterator.next()]
  source$.next(1)
  source$.next(2)
  source$.complete()
  const results = await Promise.all(asked)
  t.deepEqual(results, [
    { done: false, value: 1 },
    { done: false, value: 2 },
    { done: true, value: undefined },
  ])
})

test('returning releases who still waits', async (t) => {
  const iterator = toAsyncIterable(NEVER)[Symbol.asyncIterator]()
  const waiting = iterator.next()
  t.deepEqual(await iterator.return?.(), { done: true, value: undefined })
  t.true((await waiting).done)
  t.true((await iterator.next()).done)
})

test('with a gate that is obeyed nothing is lost and the queue stays bounded', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 0, max: 200 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
      async (highWaterMark, total, bursts) => {
        const source$ = new Subject<number>()
        let isOpen = true
        let sent = 0
        let taken = 0
        let longest = 0
        const pump = (): void => {
          while (isOpen && sent < total) source$.next(sent++)
          if (sent === total) source$.complete()
          longest = Math.max(longest, sent - taken)
        }
        const gate = {
          close: () => void (isOpen = false),
          open: () => void (isOpen = true),
        }
        const seen: number[] = []
        const iterator = toAsyncIterable(source$, { highWaterMark, gate })[Symbol.asyncIterator]()
        for (let index = 0; ; index += 1) {
          const asked = Array.from({ length: bursts[index % bursts.length] ?? 1 }, () => iterator.next())
          pump()
          const results = await Promise.all(asked)
          for (const { done, value } of results) {
            if (done !== true) seen.push(value)
          }
          taken = seen.length
          if (results.some(({ done }) => done)) break
        }
        t.deepEqual(
          seen,
          Array.from({ length: total }, (_, value) => value),
        )
        t.true(longest <= highWaterMark + 5)
      },
    ),
  )
})

test('a range longer than the queue is too much without a gate', async (t) => {
  await t.throwsAsync(collect(toAsyncIterable(range(0, 17))), { code: 'OVERFLOW' })
  t.is((await collect(toAsyncIterable(range(0, 16)))).length, 16)
})
