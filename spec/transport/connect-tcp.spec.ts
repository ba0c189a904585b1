import { once } from 'node:events'
import test from 'ava'
import { firstValueFrom, VirtualTimeScheduler } from 'rxjs'
import { LinkError, UsageError } from '../../lib/errors.ts'
import { connectTcp } from '../../lib/transport/connect-tcp.ts'
import { endOf, listen } from '../support/loopback.ts'

const SOON = { timeoutMs: 10_000 }

test('emits a connected socket that outlives the subscription', async (t) => {
  const listener = await listen(t)
  let socket: { destroyed: boolean; destroy(): void; listenerCount(name: string): number } | undefined
  t.is(await endOf(connectTcp(listener.address, SOON), (value) => (socket = value)), 'complete')
  t.false(socket?.destroyed)
  t.is(socket?.listenerCount('error'), 1)
  socket?.destroy()
})

test('each subscription connects for itself', async (t) => {
  const listener = await listen(t)
  const connection$ = connectTcp(listener.address, SOON)
  const [a, b] = [await firstValueFrom(connection$), await firstValueFrom(connection$)]
  await listener.accepted()
  await listener.accepted()
  t.not(a, b)
  a.destroy()
  b.destroy()
})

test('errors with UNREACHABLE in one sentence where nothing listens', async (t) => {
  const listener = await listen(t)
  const { port } = listener.address
  listener.close()
  const error = await endOf(connectTcp({ host: '127.0.0.1', port }, SOON))
  t.true(error instanceof LinkError && error.code === 'UNREACHABLE')
  t.is(
    (error as Error).message,
    `cannot connect to 127.0.0.1:${port}: nothing listens there (connection refused)`,
  )
})

test('errors with UNREACHABLE for a host that cannot be', async (t) => {
  const error = await endOf(connectTcp({ host: 'no such host', port: 1776 }, SOON))
  t.true(error instanceof LinkError && error.code === 'UNREACHABLE')
  t.regex((error as Error).message, /^cannot connect to no such host:1776: /)
})

test('errors with TIMEOUT when there is no answer in time', async (t) => {
  const listener = await listen(t)
  const scheduler = new VirtualTimeScheduler()
  const end = endOf(connectTcp(listener.address, { timeoutMs: 6000, scheduler }))
  scheduler.flush()
  const error = await end
  t.true(error instanceof LinkError && error.code === 'TIMEOUT')
  t.is((error as Error).message, `cannot connect to 127.0.0.1:${listener.address.port}: no answer in 6 s`)
  t.is(scheduler.frame, 6000)
})

test('a connection in time leaves no timer', async (t) => {
  const listener = await listen(t)
  const scheduler = new VirtualTimeScheduler()
  const socket = await firstValueFrom(connectTcp(listener.address, { timeoutMs: 6000, scheduler }))
  scheduler.flush()
  t.false(socket.destroyed)
  socket.destroy()
})

test('unsubscribing before the connection closes it', async (t) => {
  const listener = await listen(t)
  connectTcp(listener.address, SOON)
    .subscribe(() => t.fail())
    .unsubscribe()
  const socket = await firstValueFrom(connectTcp(listener.address, SOON))
  // The kernel may have connected the first one; then it is closed at once, and the second one is not.
  const first = await listener.accepted()
  if (first.remotePort !== socket.localPort) {
    first.resume()
    await once(first, 'close')
  }
  t.false(socket.destroyed)
  socket.destroy()
})

test('errors with BAD_OPTION for a port that cannot be', async (t) => {
  for (const port of [0, -1, 65_536, 1.5, Number.NaN]) {
    const error = await endOf(connectTcp({ host: '127.0.0.1', port }, SOON))
    t.true(error instanceof UsageError && error.code === 'BAD_OPTION')
  }
})
