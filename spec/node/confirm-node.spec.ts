import test from 'ava'
import { LinkError } from '../../lib/errors.ts'
import { CHECK_TIMEOUT_MS, confirmNode } from '../../lib/node/firewall/confirm-node.ts'
import type { VisitEvent } from '../../lib/peer/visit-peer.ts'
import { runWithClock } from '../support/virtual-time.ts'

const NODE_ID = 'aa'.repeat(33)
const at = 0
const greetedBy = (nodeId: string): VisitEvent => ({
  type: 'greeted',
  peer: 0,
  at,
  hello: { nodeId } as Extract<VisitEvent, { readonly type: 'greeted' }>['hello'],
})
const EVENTS: Readonly<Record<string, VisitEvent>> = {
  r: { type: 'reached', peer: 0, at },
  k: { type: 'connected', peer: 0, at },
  n: greetedBy(NODE_ID),
  o: greetedBy('bb'.repeat(33)),
  e: { type: 'ending', peer: 0, at },
  c: { type: 'closed', peer: 0, at, error: new LinkError('UNREACHABLE', 'nobody') },
}

const CASES = [
  ['the hello of the node', '    r-k-n-e-c|', '^---!', '----(y|)'],
  ['the hello of another node', 'r-k-o-e-c|', '^---!', '----(n|)'],
  ['the end of a connection', '  r-k-e-c|  ', '^-----!', '------(n|)'],
  ['that nobody is there', '     --c|      ', '^-!', '--(n|)'],
  ['no visit at all', '          --|       ', '^-!', '--(n|)'],
] as const
for (const [what, source, subs, expected] of CASES) {
  test(`${what} is an answer, and ends the visit`, (t) => {
    runWithClock(t, ({ cold, expectObservable, expectSubscriptions }, clock) => {
      const visit$ = cold(source.trim(), EVENTS)
      expectObservable(visit$.pipe(confirmNode(NODE_ID, clock.scheduler))).toBe(expected, {
        y: true,
        n: false,
      })
      expectSubscriptions(visit$.subscriptions).toBe(subs.length === 5 ? '^---!' : subs)
    })
  })
}

test('silence is an answer after a while', (t) => {
  runWithClock(t, ({ cold, expectObservable, expectSubscriptions }, clock) => {
    const visit$ = cold('r-k', EVENTS)
    const confirmed$ = visit$.pipe(confirmNode(NODE_ID, clock.scheduler))
    expectObservable(confirmed$).toBe(`${CHECK_TIMEOUT_MS}ms (n|)`, { n: false })
    expectSubscriptions(visit$.subscriptions).toBe(`^ ${CHECK_TIMEOUT_MS - 1}ms !`)
  })
})

test('whoever leaves before ends the visit', (t) => {
  runWithClock(t, ({ cold, expectObservable, expectSubscriptions }, clock) => {
    const visit$ = cold('r-k', EVENTS)
    expectObservable(visit$.pipe(confirmNode(NODE_ID, clock.scheduler)), '^--!').toBe('----')
    expectSubscriptions(visit$.subscriptions).toBe('^--!')
  })
})
