import test from 'ava'
import { shareLatest } from '../../lib/flow/share-latest.ts'
import { runMarbles } from '../support/marbles.ts'

test('who comes later gets the newest value at once, over one subscription', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const source$ = cold(' a-b---c-')
    const subs = '         ^-------'
    const shared$ = source$.pipe(shareLatest())
    expectObservable(shared$).toBe('        a-b---c-')
    expectObservable(shared$, '----^').toBe('----b-c-')
    expectSubscriptions(source$.subscriptions).toBe(subs)
  })
})

test('the last one to leave stops the source and its value is forgotten', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const source$ = cold(' -a------')
    const shared$ = source$.pipe(shareLatest())
    expectObservable(shared$, '^--!     ').toBe('-a')
    expectObservable(shared$, '-----^   ').toBe('------a-')
    expectSubscriptions(source$.subscriptions).toBe(['^--!', '-----^--'])
  })
})

test('after the end the next subscriber starts the source anew', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const source$ = cold(' -a|')
    const shared$ = source$.pipe(shareLatest())
    expectObservable(shared$).toBe('            -a|')
    expectObservable(shared$, '----^').toBe('    -----a|')
    expectSubscriptions(source$.subscriptions).toBe(['^-!', '----^-!'])
  })
})

test('an error reaches all and is not replayed', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const source$ = cold(' -a#')
    const shared$ = source$.pipe(shareLatest())
    expectObservable(shared$).toBe('            -a#')
    expectObservable(shared$, '-----^').toBe('   ------a#')
    expectSubscriptions(source$.subscriptions).toBe(['^-!', '-----^-!'])
  })
})
