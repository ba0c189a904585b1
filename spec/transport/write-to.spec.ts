import test from 'ava'
import { concat } from 'rxjs'
import { LinkError } from '../../lib/errors.ts'
import { writeTo } from '../../lib/transport/write-to.ts'
import { endOf } from '../support/loopback.ts'
import { createSocketPair } from '../support/socket-pair.ts'

const LARGE = new Uint8Array(100_000)

test('completes at once while there is room', (t) => {
  const [near] = createSocketPair()
  let isComplete = false
  writeTo(near, Uint8Array.of(1)).subscribe({ complete: () => (isComplete = true) })
  t.true(isComplete)
  t.is(near.listenerCount('drain'), 0)
})

test('completes at drain when there is none, and the next write waits for it', async (t) => {
  const [near, far] = createSocketPair()
  const seen: string[] = []
  const end = endOf(concat(writeTo(near, LARGE), writeTo(near, LARGE)))
  near.on('drain', () => seen.push('drain'))
  t.is(near.writableLength + far.readableLength, LARGE.length + far.readableLength)
  t.deepEqual(seen, [])
  far.resume()
  t.is(await end, 'complete')
  t.is(seen.length, 2)
  t.is(near.listenerCount('close'), 0)
})

test('writes nothing until it is subscribed, and again each time', async (t) => {
  const [near, far] = createSocketPair()
  const write$ = writeTo(near, Uint8Array.of(5))
  t.is(far.readableLength, 0)
  await endOf(write$)
  await endOf(write$)
  t.is(far.readableLength, 2)
})

test('errors with CLOSED when the socket closes before there is room', async (t) => {
  const [near] = createSocketPair()
  const end = endOf(writeTo(near, LARGE))
  near.destroy()
  const error = await end
  t.true(error instanceof LinkError && error.code === 'CLOSED')
})

test('errors with CLOSED on a closed socket', async (t) => {
  const [near] = createSocketPair()
  near.destroy()
  const error = await endOf(writeTo(near, LARGE))
  t.true(error instanceof LinkError && error.code === 'CLOSED')
})

test('unsubscribing leaves no listener', (t) => {
  const [near] = createSocketPair()
  const subscription = writeTo(near, LARGE).subscribe()
  t.is(near.listenerCount('drain'), 1)
  subscription.unsubscribe()
  t.is(near.listenerCount('drain'), 0)
})
