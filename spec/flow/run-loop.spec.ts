import test from 'ava'
import { map, NEVER, Observable, of, Subject, take, throwError } from 'rxjs'
import { runLoop } from '../../lib/flow/run-loop.ts'
import { runMarbles } from '../support/marbles.ts'

/** The state is the events so far; the first `limit` of them command one more. */
const count = (limit: number) => ({
  createState: () => '',
  reduce: (state: string, event: string) => [state + event, state.length < limit ? [event] : []] as const,
})

test('answers are reduced in turn, also when a command answers at once', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const event$ = hot('  -a---')
    const expected = '    -(xy)'
    const state$ = runLoop({ event$, ...count(1), perform: () => of('!') })
    expectObservable(state$).toBe(expected, { x: 'a', y: 'a!' })
    expectSubscriptions(event$.subscriptions).toBe('^----')
  })
})

test('late answers arrive as events and unsubscribing cancels them', (t) => {
  runMarbles(t, ({ hot, cold, expectObservable, expectSubscriptions }) => {
    const event$ = hot('  -a------')
    const answer$ = cold('  --b----')
    const unsub = '       ----!'
    const expected = '    -x-y-'
    const state$ = runLoop({ event$, ...count(9), perform: () => answer$ })
    expectObservable(state$, unsub).toBe(expected, { x: 'a', y: 'ab' })
    expectSubscriptions(event$.subscriptions).toBe('^---!')
    expectSubscriptions(answer$.subscriptions).toBe(['-^--!', '---^!'])
  })
})

test('a command that is done at once needs no stream', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions, flush }) => {
    const done: string[] = []
    const perform = (command: string): undefined => void done.push(command)
    const event$ = hot('  -a-b-|')
    const expected = '    -x-y-|'
    expectObservable(runLoop({ event$, ...count(9), perform })).toBe(expected, { x: 'a', y: 'ab' })
    expectSubscriptions(event$.subscriptions).toBe('^----!')
    flush()
    t.deepEqual(done, ['a', 'b'])
  })
})

test('completes when the events and every command have', (t) => {
  runMarbles(t, ({ hot, cold, expectObservable, expectSubscriptions }) => {
    const event$ = hot('  -a-|')
    const answer$ = cold(' ---b---|')
    const expected = '    -x--y---|'
    const state$ = runLoop({ event$, ...count(1), perform: () => answer$ })
    expectObservable(state$).toBe(expected, { x: 'a', y: 'ab' })
    expectSubscriptions(event$.subscriptions).toBe('^--!')
    expectSubscriptions(answer$.subscriptions).toBe('-^------!')
  })
})

test('an event raised by a subscriber waits until the commands of the one before are performed', (t) => {
  const log: string[] = []
  const event$ = new Subject<string>()
  const state$ = runLoop({
    event$,
    createState: () => '',
    reduce: (state: string, event: string) => [state + event, [event]] as const,
    perform: (command) => void log.push(`perform ${command}`),
  })
  state$.subscribe((state) => {
    log.push(`state ${state}`)
    if (state === 'a') event$.next('b')
  })
  event$.next('a')
  t.deepEqual(log, ['state a', 'perform a', 'state ab', 'perform b'])
})

test('commands of one event are performed in their order, before what they answer', (t) => {
  const log: string[] = []
  const state$ = runLoop({
    event$: of(0),
    createState: () => 0,
    reduce: (state: number, event: number) => [state + event, event === 0 ? [1, 2, 3] : []] as const,
    perform: (command) => {
      log.push(`perform ${command}`)
      return of(command)
    },
  })
  state$.subscribe((state) => log.push(`state ${state}`))
  t.deepEqual(log, ['state 0', 'perform 1', 'perform 2', 'perform 3', 'state 1', 'state 3', 'state 6'])
})

test('two subscribers have a state each', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const event$ = hot('  -a-b-|')
    const state$ = runLoop({
      event$,
      createState: () => new Set<string>(),
      reduce: (state: Set<string>, event: string) => [state.add(event), []] as const,
      perform: () => undefined,
    }).pipe(map((seen) => [...seen].join('')))
    expectObservable(state$).toBe('        -x-y-|', { x: 'a', y: 'ab' })
    expectObservable(state$, '--^---!').toBe('---z-|', { z: 'b' })
    expectSubscriptions(event$.subscriptions).toBe(['^----!', '--^--!'])
  })
})

test('nothing is reduced or performed after the subscriber has left', (t) => {
  const log: string[] = []
  const state$ = runLoop({
    event$: of('a', 'b'),
    createState: () => '',
    reduce: (state: string, event: string) => {
      log.push(`reduce ${event}`)
      return [state + event, [event]] as const
    },
    perform: (command) => void log.push(`perform ${command}`),
  })
  state$.pipe(take(1)).subscribe()
  t.deepEqual(log, ['reduce a'])
})

test('leaves events without end that come at once', (t) => {
  const event$ = new Observable<string>((subscriber) => {
    while (!subscriber.closed) subscriber.next('a')
  })
  const seen: string[] = []
  runLoop({ event$, ...count(0), perform: () => undefined })
    .pipe(take(3))
    .subscribe((state) => seen.push(state))
  t.deepEqual(seen, ['a', 'aa', 'aaa'])
})

test('errors with the error of the events, of a command, of the reducer', (t) => {
  const failure = new Error('broken')
  const fail = (): never => {
    throw failure
  }
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const broken$ = hot(' -a-#', undefined, failure)
    const event$ = hot('  -a--')
    const quiet = { ...count(0), perform: () => undefined }
    expectObservable(runLoop({ event$: broken$, ...quiet })).toBe('-x-#', { x: 'a' }, failure)
    expectObservable(runLoop({ event$, ...quiet, reduce: fail })).toBe('-#', undefined, failure)
    expectObservable(runLoop({ event$, ...count(1), perform: fail })).toBe('-(x#)', { x: 'a' }, failure)
    const failing$ = throwError(() => failure)
    expectObservable(runLoop({ event$, ...count(1), perform: () => failing$ })).toBe(
      '-(x#)',
      { x: 'a' },
      failure,
    )
    expectSubscriptions(event$.subscriptions).toBe(['^!', '^!', '^!'])
  })
})

test('a hundred thousand answers in a row do not grow the stack', (t) => {
  let last = 0
  runLoop({
    event$: of(0),
    createState: () => 0,
    reduce: (_: number, event: number) => [event, event < 100_000 ? [event + 1] : []] as const,
    perform: (next) => of(next),
  }).subscribe((state) => (last = state))
  t.is(last, 100_000)
})

test('commands under way are let go of when they complete', (t) => {
  const event$ = new Subject<number>()
  const answers = Array.from({ length: 100 }, () => new Subject<number>())
  const subscription = runLoop({
    event$,
    createState: () => 0,
    reduce: (state: number, event: number) => [state + 1, event >= 0 ? [event] : []] as const,
    perform: (command) => answers[command] ?? NEVER,
  }).subscribe()
  for (let index = 0; index < 100; index += 1) event$.next(index)
  t.true(answers.every((answer$) => answer$.observed))
  for (const answer$ of answers.slice(0, 99)) answer$.complete()
  subscription.unsubscribe()
  t.false(answers.some((answer$) => answer$.observed))
})
