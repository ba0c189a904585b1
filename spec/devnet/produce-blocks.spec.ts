import test from 'ava'
import { asyncScheduler, map, type OperatorFunction } from 'rxjs'
import { createChainClock } from '../../lib/devnet/chain-clock.ts'
import type { ChainEvent } from '../../lib/devnet/chain-event.ts'
import { produceBlocks, produceOnRequest } from '../../lib/devnet/produce-blocks.ts'
import { type Timeline, toTimeline } from '../../lib/devnet/timeline.ts'
import { blockId } from '../support/blocks.ts'
import { runMarbles } from '../support/marbles.ts'

/** Three blocks, three seconds apart; one transaction becomes known half-way to each. */
function createSource(): Timeline {
  let made = 0
  return toTimeline({
    get head() {
      return { number: made, id: blockId(made) }
    },
    get headSeconds() {
      return 1000 + made * 3
    },
    get nextSeconds() {
      return made < 3 ? 1000 + (made + 1) * 3 : undefined
    },
    pending: () => [{ id: '', payload: new Uint8Array(0), hash: `for ${made + 1}`, at: 0.5 }],
    next() {
      made += 1
      return {
        number: made,
        id: blockId(made),
        previous: blockId(made - 1),
        timestamp: 1000 + made * 3,
        witness: 1,
        transactions: 0,
        payload: new Uint8Array(0),
      }
    },
  })
}

/** Makes the next block if there is one, as often as it is asked. */
function makeOn(timeline: Timeline): OperatorFunction<unknown, readonly ChainEvent[]> {
  return map(() => (timeline.nextSeconds === undefined ? [] : timeline.next()))
}

function letterOf(event: ChainEvent): string {
  return event.type === 'block' ? String(event.block.number) : 't'
}

test('makes a block every interval and completes after the last', (t) => {
  runMarbles(t, ({ expectObservable }) => {
    const source = createSource()
    const clock = createChainClock(source, 4, asyncScheduler)
    const expected = '--t-1-t-2-t-(3|)'
    expectObservable(produceBlocks(source, clock, 4, asyncScheduler).pipe(map(letterOf))).toBe(expected)
  })
})

test('makes no block after it was unsubscribed', (t) => {
  const source = createSource()
  runMarbles(t, ({ expectObservable }) => {
    const clock = createChainClock(source, 4, asyncScheduler)
    const unsub = '   -------!'
    const expected = '--t-1-t-'
    expectObservable(produceBlocks(source, clock, 4, asyncScheduler).pipe(map(letterOf)), unsub).toBe(
      expected,
    )
  })
  t.is(source.headSeconds, 1003)
})

test('its clock goes evenly from block to block and stops at the last', (t) => {
  runMarbles(t, ({ expectObservable, cold }) => {
    const source = createSource()
    const clock = createChainClock(source, 4, asyncScheduler)
    expectObservable(produceBlocks(source, clock, 4, asyncScheduler).pipe(map(letterOf)))
    const look$ = cold('  a-b--c-------------d|')
    const expected = '    a-b--c-------------d|'
    const seconds = { a: 1000, b: 1001.5, c: 1003.75, d: 1009 }
    expectObservable(look$.pipe(map(() => clock.seconds()))).toBe(expected, seconds)
  })
})

test('makes blocks on request, each with the transactions for the next one behind it', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const source = createSource()
    const clock = createChainClock(source, Infinity, asyncScheduler)
    const request$ = hot('---a-----a------a------a---|')
    const subs = '        ^--------------------------!'
    const expected = '    t--(1t)--(2t)---3----------|'
    const made$ = produceOnRequest(source, clock, request$.pipe(makeOn(source)), asyncScheduler)
    expectObservable(made$.pipe(map(letterOf))).toBe(expected)
    expectSubscriptions(request$.subscriptions).toBe(subs)
  })
})

test('the clock of blocks made on request stands still in between', (t) => {
  runMarbles(t, ({ hot, cold, expectObservable }) => {
    const source = createSource()
    const clock = createChainClock(source, Infinity, asyncScheduler)
    const made$ = hot('-----a---').pipe(makeOn(source))
    expectObservable(produceOnRequest(source, clock, made$, asyncScheduler).pipe(map(letterOf)))
    const look$ = cold('a---b-----c|')
    const expected = '  a---b-----c|'
    expectObservable(look$.pipe(map(() => clock.seconds()))).toBe(expected, { a: 1000, b: 1000, c: 1003 })
  })
})
