import test from 'ava'
import { filter, map, share, Subject } from 'rxjs'
import type { NamedEvent } from '../../lib/names/follow-event.ts'
import { createNameBook, type NameBook } from '../../lib/names/name-book.ts'
import { followNames } from '../../lib/node/follow-names.ts'
import { ChainModel, operationOf } from '../names/chain-model.ts'
import { runMarbles } from '../support/marbles.ts'

/** A block that registers an account, or none. */
function event(type: NamedEvent['type'], number: number, name?: string): NamedEvent {
  const operations =
    name === undefined
      ? []
      : [
          operationOf('account_create', {
            name,
            owner: { weight_threshold: 1 },
            active: { weight_threshold: 1 },
            options: { memo_key: 'BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV' },
          }),
        ]
  return { type, block: { number, timestamp: number, transactions: [{ operations, operation_results: [] }] } }
}

const begin = (): NameBook => createNameBook({ genesis: ChainModel.genesis })
/** The last name that is known, and the block it is known by. */
const stand = (names: NameBook) => (): string => `${names.head}:${names.account('1.2.8') ?? ''}`

test('a book is in step with the events that pass, undone ones too', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const names = begin()
    const event$ = hot('a-b-c-d-e-|', {
      a: event('block_applied', 1, 'one'),
      b: event('block_irreversible', 1, 'one'),
      c: event('block_undone', 1, 'one'),
      d: event('block_applied', 1),
      e: event('block_applied', 2, 'other'),
    })
    expectObservable(event$.pipe(followNames(names), map(stand(names)))).toBe('a-b-c-d-e-|', {
      a: '1:one',
      b: '1:one',
      c: '0:',
      d: '1:',
      e: '2:other',
    })
    expectSubscriptions(event$.subscriptions).toBe('^---------!')
  })
})

test('an undone block that the book did not learn from is passed', (t) => {
  const names = createNameBook({ names: JSON.parse(JSON.stringify(begin())) as unknown })
  const event$ = new Subject<NamedEvent>()
  const seen: string[] = []
  event$.pipe(followNames(names), map(stand(names))).subscribe((text) => seen.push(text))
  event$.next(event('block_undone', 0))
  event$.next(event('block_applied', 1, 'one'))
  event$.next(event('block_undone', 3))
  t.deepEqual(seen, ['0:', '1:one', '1:one'])
})

test('a book follows one subscription at a time, and another after it', (t) => {
  const names = begin()
  const event$ = new Subject<NamedEvent>()
  const followed$ = event$.pipe(followNames(names))
  const errors: unknown[] = []
  const first = followed$.subscribe()
  followed$.subscribe({ error: (error: unknown) => errors.push(error) })
  t.like(errors, [{ code: 'BAD_OPTION' }])
  t.true(event$.observed)
  first.unsubscribe()
  t.false(event$.observed)

  const shared$ = followed$.pipe(share())
  const heads: (number | undefined)[] = []
  shared$.subscribe(() => heads.push(names.head))
  shared$.pipe(filter(({ type }) => type === 'block_applied')).subscribe(() => heads.push(names.head))
  event$.next(event('block_applied', 1))
  t.deepEqual(heads, [1, 1])
})
