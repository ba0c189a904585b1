import test from 'ava'
import fc from 'fast-check'
import { createSharedGate } from '../../lib/flow/gate.ts'

test('the producer stops with the first reason and goes on with the last', (t) => {
  const log: string[] = []
  const shared = createSharedGate({ close: () => log.push('close'), open: () => log.push('open') })
  const [a, b] = [shared.addReason(), shared.addReason()]
  a.open()
  t.deepEqual(log, [])
  a.close()
  a.close()
  b.close()
  a.open()
  t.true(shared.isClosed)
  b.open()
  b.open()
  t.false(shared.isClosed)
  t.deepEqual(log, ['close', 'open'])
})

test('it is closed exactly while any reason holds, in whatever order they come and go', (t) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.boolean())), (steps) => {
      let isOpen = true
      const shared = createSharedGate({ close: () => (isOpen = false), open: () => (isOpen = true) })
      const gates = Array.from({ length: 4 }, () => shared.addReason())
      const closed = new Set<number>()
      for (const [reason, isClosing] of steps) {
        if (isClosing) {
          gates[reason]?.close()
          closed.add(reason)
        } else {
          gates[reason]?.open()
          closed.delete(reason)
        }
        t.is(isOpen, closed.size === 0)
        t.is(shared.isClosed, closed.size > 0)
      }
    }),
  )
})
