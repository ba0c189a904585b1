import { once } from 'node:events'
import test from 'ava'
import {
  firstValueFrom,
  lastValueFrom,
  NEVER,
  of,
  mergeMap,
  merge,
  timeout,
  VirtualTimeScheduler,
} from 'rxjs'
import { createEphemeralKeys } from '../../lib/crypto/key-agreement.ts'
import { LinkError, PeerFault } from '../../lib/errors.ts'
import { exchangeKeys } from '../../lib/transport/exchange-keys.ts'
import { fromSocket } from '../../lib/transport/from-socket.ts'
import { connectedPair, endOf } from '../support/loopback.ts'
import { createSocketPair } from '../support/socket-pair.ts'
import { SESSION } from '../support/session-vectors.ts'
import { plain } from '../support/hex.ts'

const { alice, bob, secret } = SESSION
const asAlice = () => createEphemeralKeys(alice.privateKey)
const asBob = () => createEphemeralKeys(bob.privateKey)

test('both ends get the same secret', async (t) => {
  const [near, far] = await connectedPair(t)
  const secrets = [firstValueFrom(exchangeKeys(near, asAlice)), firstValueFrom(exchangeKeys(far, asBob))]
  t.deepEqual(await Promise.all(secrets), [secret, secret])
  t.false(near.destroyed || far.destroyed)
})

test('writes its key without waiting for the other', async (t) => {
  const [near, far] = createSocketPair()
  const subscription = exchangeKeys(near, asAlice).subscribe()
  const [key] = (await once(far, 'data')) as [Uint8Array]
  t.deepEqual(plain(key), alice.publicKey)
  subscription.unsubscribe()
})

test('what follows the key in the same chunk is left for the stream', async (t) => {
  for (const [near, far] of [createSocketPair(), await connectedPair(t)]) {
    const seen: number[] = []
    const end = endOf(exchangeKeys(near, asAlice).pipe(mergeMap(() => fromSocket(near))), (chunk) =>
      seen.push(...chunk),
    )
    far.write(Uint8Array.of(...bob.publicKey, 1, 2, 3))
    far.write(Uint8Array.of(4))
    far.end(Uint8Array.of(5))
    t.is(await end, 'complete')
    t.deepEqual(seen, [1, 2, 3, 4, 5])
  }
})

test('the key may come byte by byte', async (t) => {
  const [near, far] = createSocketPair()
  const received = lastValueFrom(exchangeKeys(near, asAlice))
  for (const byte of bob.publicKey) {
    far.write(Uint8Array.of(byte))
    await Promise.resolve()
  }
  t.deepEqual(await received, secret)
  t.is(near.listenerCount('readable'), 0)
  t.is(near.listenerCount('end'), near.listeners('end').length)
})

test('errors with CLOSED when the end comes before the key, after any byte', async (t) => {
  for (let length = 0; length < 33; length += 1) {
    const [near, far] = createSocketPair()
    const end = endOf(exchangeKeys(near, asAlice))
    far.end(bob.publicKey.subarray(0, length))
    const error = await end
    t.true(error instanceof LinkError && error.code === 'CLOSED', `after ${length} bytes`)
    t.true(near.destroyed)
  }
})

test('errors with RESET when the connection breaks before the key', async (t) => {
  const [near, far] = await connectedPair(t)
  const end = endOf(exchangeKeys(near, asAlice))
  far.resetAndDestroy()
  const error = await end
  t.true(error instanceof LinkError && error.code === 'RESET')
})

test('errors with CLOSED on a socket that is closed already', async (t) => {
  const [near] = createSocketPair()
  near.destroy()
  await once(near, 'close')
  const error = await endOf(exchangeKeys(near, asAlice))
  t.true(error instanceof LinkError && error.code === 'CLOSED')
})

test('errors with BAD_KEY for a key that is none, and for our own', async (t) => {
  for (const key of [new Uint8Array(33), new Uint8Array(33).fill(0xff), alice.publicKey]) {
    const [near, far] = createSocketPair()
    const end = endOf(exchangeKeys(near, asAlice))
    far.write(key)
    const error = await end
    t.true(error instanceof PeerFault && error.code === 'BAD_KEY')
    t.true(near.destroyed)
  }
})

test('unsubscribing before the key destroys the socket, afterwards it does not', async (t) => {
  const [near, far] = createSocketPair()
  exchangeKeys(near, asAlice).subscribe().unsubscribe()
  t.true(near.destroyed)
  t.true(far.readable)

  const [kept, other] = createSocketPair()
  const done = new Promise((resolve) => {
    const subscription = merge(exchangeKeys(kept, asAlice), NEVER).subscribe(() => {
      queueMicrotask(() => {
        subscription.unsubscribe()
        resolve(undefined)
      })
    })
  })
  other.write(bob.publicKey)
  await done
  t.false(kept.destroyed)
  t.is(kept.listenerCount('readable'), 0)
})

test("the caller's deadline ends it", async (t) => {
  const [near] = createSocketPair()
  const scheduler = new VirtualTimeScheduler()
  const late$ = of('late')
  const first = firstValueFrom(
    exchangeKeys(near).pipe(timeout({ first: 4000, scheduler, with: () => late$ })),
  )
  scheduler.flush()
  t.is(await first, 'late')
  t.true(near.destroyed)
})

test('each connection has keys of its own', async (t) => {
  const keys: string[] = []
  for (let count = 0; count < 2; count += 1) {
    const [near, far] = createSocketPair()
    const subscription = exchangeKeys(near).subscribe()
    const [key] = (await once(far, 'data')) as [Uint8Array]
    keys.push(Buffer.from(key).toString('hex'))
    subscription.unsubscribe()
  }
  t.not(keys[0], keys[1])
})
