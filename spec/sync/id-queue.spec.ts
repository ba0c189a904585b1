import test from 'ava'
import fc from 'fast-check'
import { packHashes } from '../../lib/messages/hashes.ts'
import { IdQueue, numberAt } from '../../lib/sync/id-queue.ts'
import { blockIds } from '../support/blocks.ts'
import { hexOf } from '../support/hex.ts'

const step = fc.oneof(
  fc.record({ what: fc.constant('append' as const), count: fc.nat(40), from: fc.nat(3) }),
  fc.record({ what: fc.constant('drop' as const), count: fc.nat(40), from: fc.constant(0) }),
  fc.record({ what: fc.constant('clear' as const), count: fc.constant(0), from: fc.constant(0) }),
)

test('it is what an array of ids would be', (t) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const queue = new IdQueue()
      let model: string[] = []
      let next = 1
      for (const { what, count, from } of steps) {
        if (what === 'append') {
          const ids = blockIds(next, next + count + from - 1)
          next += count + from
          queue.append(packHashes(ids), from)
          model.push(...ids.slice(from))
        } else if (what === 'drop') {
          const dropped = Math.min(count, model.length)
          queue.dropFirst(dropped)
          model.splice(0, dropped)
        } else {
          queue.clear()
          model = []
        }
        t.is(queue.length, model.length)
        for (const place of [0, 1, -1, model.length, -model.length, -model.length - 1])
          t.is(queue.at(place), model.at(place))
        t.is(hexOf(queue.view(0, queue.length)), model.join(''))
        if (model.length > 1) t.is(hexOf(queue.view(1, 2)), model[1] ?? '')
      }
    }),
  )
})

test('what it is given may change afterwards', (t) => {
  const ids = packHashes(blockIds(1, 2))
  const queue = new IdQueue()
  queue.append(ids, 0)
  ids.bytes.fill(0)
  t.deepEqual([queue.at(0), queue.at(1)], blockIds(1, 2))
})

test('the height of a packed id is a number of 32 bits', (t) => {
  t.is(numberAt(Uint8Array.of(9, 0xff, 0xff, 0xff, 0xfe), 1), 0xffff_fffe)
})
