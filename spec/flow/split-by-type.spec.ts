import test from 'ava'
import { concat, ignoreElements, merge, mergeMap, Observable, of, Subject, take } from 'rxjs'
import { connectByType, splitByType } from '../../lib/flow/split-by-type.ts'
import { runMarbles } from '../support/marbles.ts'

type Message =
  { readonly type: 'ping'; readonly at: number } | { readonly type: 'pong'; readonly delay: string }

const p: Message = { type: 'ping', at: 1 }
const q: Message = { type: 'pong', delay: 'x' }

test('each type gets its messages over one subscription', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const message$ = hot<Message>('-p-q-p-|', { p, q })
    const subs = '                 ^------!'
    const messages = splitByType(message$)
    expectObservable(messages.of('ping')).toBe('-p---p-|', { p })
    expectObservable(messages.of('pong')).toBe('---q---|', { q })
    expectObservable(messages.all$).toBe('      -p-q-p-|', { p, q })
    expectSubscriptions(message$.subscriptions).toBe(subs)
  })
})

test('a message is narrowed to its type', (t) => {
  const message$ = new Subject<Message>()
  let at = 0
  splitByType(message$)
    .of('ping')
    .subscribe((ping) => (at = ping.at))
  message$.next(p)
  t.is(at, 1)
})

test('the source is left with the last subscriber and subscribed again with the next', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const message$ = hot<Message>('-p-p-p-p-|', { p })
    const messages = splitByType(message$)
    expectObservable(messages.of('ping'), '^-!      ').toBe('-p', { p })
    expectObservable(messages.of('pong'), '^---!    ').toBe('-')
    expectObservable(messages.of('ping'), '------^  ').toBe('-------p-|', { p })
    expectSubscriptions(message$.subscriptions).toBe(['^---!', '------^--!'])
  })
})

test('after the end the next subscriber starts the source anew', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const message$ = cold<Message>('-p|', { p })
    const messages = splitByType(message$)
    expectObservable(messages.of('ping')).toBe('         -p|', { p })
    expectObservable(messages.of('ping'), '----^').toBe('-----p|', { p })
    expectObservable(messages.all$, '--------^').toBe('---------p|', { p })
    expectSubscriptions(message$.subscriptions).toBe(['^-!', '----^-!', '--------^-!'])
  })
})

test('an error reaches every type', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const failure = new Error('broken')
    const message$ = hot<Message>('-p-#', { p }, failure)
    const messages = splitByType(message$)
    expectObservable(messages.of('ping')).toBe('-p-#', { p }, failure)
    expectObservable(messages.of('pong')).toBe('---#', { p }, failure)
    expectSubscriptions(message$.subscriptions).toBe('^--!')
  })
})

test('who subscribes during a message does not get that message', (t) => {
  const message$ = new Subject<Message>()
  const messages = splitByType(message$)
  const late: Message[] = []
  messages
    .of('ping')
    .pipe(mergeMap(() => messages.of('ping')))
    .subscribe((message) => late.push(message))
  message$.next(p)
  t.is(late.length, 0)
  message$.next(p)
  t.is(late.length, 1)
})

test('connected in one piece, nothing is missed even of a source that emits at once', (t) => {
  let subscriptions = 0
  const message$ = new Observable<Message>((subscriber) => {
    subscriptions += 1
    return of(p, q, p).subscribe(subscriber)
  })
  const seen: string[] = []
  message$
    .pipe(connectByType((messages) => merge(messages.of('pong'), messages.of('ping'), messages.of('ping'))))
    .subscribe(({ type }) => seen.push(type))
  t.deepEqual(seen, ['ping', 'ping', 'pong', 'ping', 'ping'])
  t.is(subscriptions, 1)
})

test('connected in one piece, the source stays subscribed between two listeners', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const message$ = hot<Message>('-p-q-q-|', { p, q })
    const subs = '                 ^------!'
    const result$ = message$.pipe(
      connectByType((messages) =>
        concat(messages.of('ping').pipe(take(1), ignoreElements()), messages.of('pong')),
      ),
    )
    expectObservable(result$).toBe('---q-q-|', { q })
    expectSubscriptions(message$.subscriptions).toBe(subs)
  })
})

test('connected in one piece, unsubscribing and the end of the result leave the source', (t) => {
  runMarbles(t, ({ hot, cold, expectObservable, expectSubscriptions }) => {
    const message$ = hot<Message>('-p-p-p-|', { p })
    const over$ = cold('           --|')
    expectObservable(message$.pipe(connectByType((messages) => messages.of('ping'))), '^-!').toBe('-p', { p })
    expectObservable(message$.pipe(connectByType(() => over$))).toBe('--|')
    expectSubscriptions(message$.subscriptions).toBe(['^-!', '^-!'])
  })
})

test('two subscriptions to the connected whole are apart', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const message$ = hot<Message>('-p-p-|', { p })
    const result$ = message$.pipe(connectByType((messages) => messages.of('ping')))
    expectObservable(result$).toBe('-p-p-|', { p })
    expectObservable(result$, '--^').toBe('---p-|', { p })
    expectSubscriptions(message$.subscriptions).toBe(['^----!', '--^--!'])
  })
})
