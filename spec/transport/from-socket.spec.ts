import { once } from 'node:events'
import test from 'ava'
import { firstValueFrom, take } from 'rxjs'
import { LinkError, PeerFault } from '../../lib/errors.ts'
import { fromSocket } from '../../lib/transport/from-socket.ts'
import { connectedPair, endOf } from '../support/loopback.ts'
import { createSocketPair } from '../support/socket-pair.ts'

test('unsubscribing destroys the socket and leaves no data listener', async (t) => {
  const [near, far] = createSocketPair()
  const first = firstValueFrom(fromSocket(near).pipe(take(1)))
  far.write(Uint8Array.of(7))
  t.deepEqual([...(await first)], [7])
  t.true(near.destroyed)
  t.is(near.listenerCount('data'), 0)
  t.is(near.listenerCount('close'), 0)
})

test('completes when the other end closes', async (t) => {
  const [near, far] = createSocketPair()
  const end = endOf(fromSocket(near))
  far.end()
  t.is(await end, 'complete')
  t.true(near.destroyed)
})

test('what came before the end is emitted before it completes', async (t) => {
  const [near, far] = await connectedPair(t)
  far.end(Uint8Array.of(1, 2, 3))
  const seen: number[] = []
  t.is(await endOf(fromSocket(near), (chunk) => seen.push(...chunk)), 'complete')
  t.deepEqual(seen, [1, 2, 3])
})

test('errors with RESET when the connection breaks', async (t) => {
  const [near, far] = await connectedPair(t)
  const end = endOf(fromSocket(near))
  far.resetAndDestroy()
  const error = await end
  t.true(error instanceof LinkError && error.code === 'RESET')
  t.is((error as Error).message, 'connection lost: the other end broke the connection')
})

test('errors with the error of ours that the socket was destroyed with', async (t) => {
  const [near] = createSocketPair()
  const fault = new PeerFault('OVERFLOW', 'too much')
  const end = endOf(fromSocket(near))
  near.destroy(fault)
  t.is(await end, fault)
})

test('a socket that has ended before anybody subscribed ends the stream at once', async (t) => {
  const [near] = createSocketPair()
  near.destroy()
  await once(near, 'close')
  t.is(await endOf(fromSocket(near)), 'complete')

  const [broken] = createSocketPair()
  broken.on('error', () => {})
  broken.destroy(new Error('cable cut'))
  await new Promise((resolve) => broken.on('close', resolve))
  const error = await endOf(fromSocket(broken))
  t.true(error instanceof LinkError && error.message === 'connection lost: cable cut')
})

test('an error after unsubscribing harms nobody', (t) => {
  const [near] = createSocketPair()
  fromSocket(near).subscribe().unsubscribe()
  t.notThrows(() => near.emit('error', new Error('late')))
})
