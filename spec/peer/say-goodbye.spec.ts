import test from 'ava'
import { LinkError, PeerFault } from '../../lib/errors.ts'
import { sayGoodbye } from '../../lib/peer/say-goodbye.ts'
import { createFakeLink } from '../support/fake-link.ts'
import { runWithClock } from '../support/virtual-time.ts'

const fault = new PeerFault('BAD_BLOCK', 'block 7 is not the one its id names')

test('says why, closes our half, and waits for the peer to close', (t) => {
  runWithClock(t, ({ cold, expectObservable, flush }, clock) => {
    const link = createFakeLink()
    cold<never>('300ms |').subscribe(link.message$)
    expectObservable(sayGoodbye(link, fault, clock, 1000)).toBe('300ms |')
    flush()
    t.deepEqual(link.sent, [
      {
        type: 'closing_connection_message',
        reason_for_closing: fault.message,
        closing_due_to_error: true,
        error: undefined,
      },
    ])
    t.true(link.isEnded)
  })
})

test('does not wait for ever', (t) => {
  runWithClock(t, ({ expectObservable, flush }, clock) => {
    const link = createFakeLink()
    expectObservable(sayGoodbye(link, fault, clock, 1000)).toBe('1s |')
    flush()
    t.false(link.message$.observed)
  })
})

test('a connection that breaks meanwhile is over', (t) => {
  runWithClock(t, ({ cold, expectObservable }, clock) => {
    const link = createFakeLink()
    cold<never>('20ms #').subscribe(link.message$)
    expectObservable(sayGoodbye(link, fault, clock, 1000)).toBe('20ms |')
  })
})

test('parting without a fault is not called an error', (t) => {
  runWithClock(t, ({ flush }, clock) => {
    const link = createFakeLink()
    sayGoodbye(link, new LinkError('TIMEOUT', 'the peer was silent for 60 s'), clock, 1000).subscribe()
    flush()
    const [message] = link.sent
    t.is(message?.type === 'closing_connection_message' && message.closing_due_to_error, false)
  })
})

test('who has closed, or broke off, is not spoken to', (t) => {
  runWithClock(t, ({ expectObservable, flush }, clock) => {
    for (const code of ['CLOSED', 'RESET'] as const) {
      const link = createFakeLink()
      expectObservable(sayGoodbye(link, new LinkError(code, 'gone'), clock, 1000)).toBe('|')
      flush()
      t.deepEqual(link.sent, [])
      t.false(link.isEnded)
    }
  })
})

test('a reason is cut, and what is no error has a word of its own', (t) => {
  runWithClock(t, ({ flush }, clock) => {
    const link = createFakeLink()
    sayGoodbye(link, new PeerFault('DECODE', 'x'.repeat(9999)), clock, 1000).subscribe()
    sayGoodbye(link, 'what is this', clock, 1000).subscribe()
    flush()
    const reasons = link.sent.map((message) =>
      message.type === 'closing_connection_message' ? message.reason_for_closing : '',
    )
    t.deepEqual(reasons, ['x'.repeat(256), 'internal error'])
  })
})

test('stops waiting with the subscription', (t) => {
  runWithClock(t, ({ flush }, clock) => {
    const link = createFakeLink()
    sayGoodbye(link, fault, clock, 1000).subscribe().unsubscribe()
    t.false(link.message$.observed)
    flush()
    t.is(link.sent.length, 1)
  })
})
