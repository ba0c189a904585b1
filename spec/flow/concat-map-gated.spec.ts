import test from 'ava'
import { asyncScheduler, map, type Observable, of, timer } from 'rxjs'
import { PeerFault } from '../../lib/errors.ts'
import { concatMapGated } from '../../lib/flow/concat-map-gated.ts'
import { runMarbles } from '../support/marbles.ts'

function slowly<T>(value: T): Observable<T> {
  return timer(3).pipe(map(() => value))
}

test('closes the gate at the high mark and opens it at the low mark', (t) => {
  runMarbles(t, ({ hot, expectObservable, flush }) => {
    const log: string[] = []
    const gate = {
      close: () => log.push(`close@${asyncScheduler.now()}`),
      open: () => log.push(`open@${asyncScheduler.now()}`),
    }
    const source$ = hot(' abcd------------|')
    const expected = '    ---a--b--c--d---|'
    expectObservable(source$.pipe(concatMapGated(slowly, gate, { high: 3, low: 1, max: 8 }))).toBe(expected)
    flush()
    t.deepEqual(log, ['close@2', 'open@9'])
  })
})

test('errors with OVERFLOW when the producer ignores the closed gate', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const source$ = hot(' abcd---')
    const subs = '        ^--!'
    const expected = '    ---#'
    const gate = { close() {}, open() {} }
    const gated$ = source$.pipe(concatMapGated(slowly, gate, { high: 2, low: 1, max: 3 }))
    expectObservable(gated$).toBe(
      expected,
      undefined,
      new PeerFault('OVERFLOW', '4 values wait, at most 3 may'),
    )
    expectSubscriptions(source$.subscriptions).toBe(subs)
  })
})

test('leaves the gate open when it ends', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions, flush }) => {
    const log: string[] = []
    const gate = { close: () => log.push('close'), open: () => log.push('open') }
    const source$ = hot(' ab-----')
    const unsub = '       ----!'
    const subs = '        ^---!'
    const expected = '    ---a-'
    expectObservable(source$.pipe(concatMapGated(slowly, gate, { high: 2, low: 0, max: 8 })), unsub).toBe(
      expected,
    )
    expectSubscriptions(source$.subscriptions).toBe(subs)
    flush()
    t.deepEqual(log, ['close', 'open'])
  })
})

test('two subscribers count for themselves', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const source$ = hot(' ab-----')
    const gate = { close() {}, open() {} }
    const gated$ = source$.pipe(concatMapGated(slowly, gate, { high: 2, low: 1, max: 2 }))
    expectObservable(gated$).toBe('---a--b')
    expectObservable(gated$).toBe('---a--b')
    expectSubscriptions(source$.subscriptions).toBe(['^------', '^------'])
  })
})

test('synchronous projections keep order', (t) => {
  const seen: number[] = []
  const gate = { close() {}, open() {} }
  of(...Array.from({ length: 1000 }, (_, i) => i))
    .pipe(concatMapGated((value) => of(value), gate, { high: 4, low: 1, max: 8 }))
    .subscribe({
      next: (value) => seen.push(value),
      error: (error: unknown) => {
        throw error
      },
    })
  t.is(seen.length, 1000)
})
