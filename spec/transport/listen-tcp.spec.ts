import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import test from 'ava'
import { UsageError } from '../../lib/errors.ts'
import { listenTcp } from '../../lib/transport/listen-tcp.ts'
import { endOf, listen } from '../support/loopback.ts'

test('tells the port it got, then each connection', async (t) => {
  const seen: string[] = []
  await new Promise<void>((resolve) => {
    const subscription = listenTcp({ host: '127.0.0.1', port: 0 }).subscribe((event) => {
      seen.push(event.type)
      if (event.type === 'listening') {
        t.true(event.address.port > 0)
        connect({ ...event.address })
          .on('close', () => resolve())
          .on('error', () => {})
          .resume()
      } else if (event.type === 'connection') {
        t.is(event.socket.listenerCount('error'), 1)
        event.socket.destroy()
        subscription.unsubscribe()
      }
    })
  })
  t.deepEqual(seen, ['listening', 'connection'])
})

test('a busy port errors in one sentence', async (t) => {
  const { address } = await listen(t)
  const error = await endOf(listenTcp(address))
  t.true(error instanceof UsageError && error.code === 'BAD_OPTION')
  t.is(
    (error as Error).message,
    `cannot listen at 127.0.0.1:${address.port}: the port is in use by another program`,
  )
})

test('an address of another machine errors in one sentence', async (t) => {
  const error = await endOf(listenTcp({ host: '192.0.2.1', port: 0 }))
  t.true(error instanceof UsageError)
  t.is((error as Error).message, 'cannot listen at 192.0.2.1:0: this machine does not have that address')
})

test('a port that cannot be errors', async (t) => {
  const error = await endOf(listenTcp({ host: '127.0.0.1', port: 70_000 }))
  t.true(error instanceof UsageError && error.code === 'BAD_OPTION')
})

test('unsubscribing frees the port and leaves the sockets it gave', async (t) => {
  const listener = await listen(t)
  const client = connect({ ...listener.address })
  t.teardown(() => client.destroy())
  const served = await listener.accepted()
  listener.close()
  const again = await new Promise<string>((resolve) => {
    const subscription = listenTcp(listener.address).subscribe({
      next: ({ type }) => {
        resolve(type)
        subscription.unsubscribe()
      },
      error: (error: unknown) => resolve(String(error)),
    })
  })
  t.is(again, 'listening')
  served.write('still here')
  t.is(String((await once(client, 'data'))[0]), 'still here')
})

test('unsubscribing while the port is being opened opens nothing', async (t) => {
  listenTcp({ host: '127.0.0.1', port: 0 })
    .subscribe(() => t.fail())
    .unsubscribe()
  await listen(t)
  t.pass()
})

test('connections reset right after they were accepted harm nobody', async (t) => {
  const listener = await listen(t)
  const resets: Promise<unknown>[] = []
  for (let count = 0; count < 50; count += 1) {
    const client: Socket = connect({ ...listener.address })
    client.on('error', () => {})
    resets.push(once(client, 'close'))
    client.on('connect', () => {
      client.write('x')
      client.resetAndDestroy()
    })
  }
  await Promise.all(resets)
  const client = connect({ ...listener.address })
  t.teardown(() => client.destroy())
  const { localPort } = await once(client, 'connect').then(() => client)
  let socket = await listener.accepted()
  while (socket.remotePort !== localPort) socket = await listener.accepted()
  socket.write('alive')
  t.is(String((await once(client, 'data'))[0]), 'alive')
})
