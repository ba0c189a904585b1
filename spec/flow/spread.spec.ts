import test from 'ava'
import { Observable, of, take } from 'rxjs'
import { spread } from '../../lib/flow/spread.ts'
import { runMarbles } from '../support/marbles.ts'

test('emits the elements of each list in order', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const list$ = hot<readonly string[]>('-x----y-z|', { x: ['a', 'b'], y: [], z: ['c'] })
    const subs = '        ^--------!'
    const expected = '    -(ab)---c|'
    expectObservable(list$.pipe(spread())).toBe(expected)
    expectSubscriptions(list$.subscriptions).toBe(subs)
  })
})

test('leaves a list where the subscriber leaves', (t) => {
  let read = 0
  const list = new Proxy([1, 2, 3, 4], {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) read += 1
      return Reflect.get(target, key, receiver) as unknown
    },
  })
  const seen: number[] = []
  of(list)
    .pipe(spread(), take(2))
    .subscribe((value) => seen.push(value))
  t.deepEqual(seen, [1, 2])
  t.true(read <= 3)
})

test('leaves a source without end that emits at once', (t) => {
  const list$ = new Observable<readonly number[]>((subscriber) => {
    while (!subscriber.closed) subscriber.next([1])
  })
  const seen: number[] = []
  list$.pipe(spread(), take(3)).subscribe((value) => seen.push(value))
  t.deepEqual(seen, [1, 1, 1])
})

test('passes errors and unsubscribes', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const list$ = hot('   -x-#', { x: ['a'] })
    expectObservable(list$.pipe(spread())).toBe('-a-#')
    expectObservable(list$.pipe(spread()), '^-!').toBe('-a')
    expectSubscriptions(list$.subscriptions).toBe(['^--!', '^-!'])
  })
})
