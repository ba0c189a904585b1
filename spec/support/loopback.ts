import type { Socket } from 'node:net'
import type { ExecutionContext } from 'ava'
import { firstValueFrom, Observable } from 'rxjs'
import { connectTcp } from '../../lib/transport/connect-tcp.ts'
import { listenTcp } from '../../lib/transport/listen-tcp.ts'
import type { PeerAddress } from '../../lib/transport/peer-address.ts'

/** Ports on 127.0.0.1 that live as long as the test. */
export interface Listener {
  readonly address: PeerAddress
  /** The next accepted socket. */
  accepted(): Promise<Socket>
  close(): void
}

/** Listens on a free port; everything it accepted is destroyed at the end of the test. */
export async function listen(t: ExecutionContext): Promise<Listener> {
  const sockets: Socket[] = []
  const waiting: ((socket: Socket) => void)[] = []
  return new Promise((resolve, reject) => {
    const subscription = listenTcp({ host: '127.0.0.1', port: 0 }).subscribe({
      next: (event) => {
        if (event.type === 'connection') {
          t.teardown(() => event.socket.destroy())
          const waiter = waiting.shift()
          if (waiter === undefined) sockets.push(event.socket)
          else waiter(event.socket)
        } else if (event.type === 'listening') {
          resolve({
            address: event.address,
            accepted: () => {
              const socket = sockets.shift()
              return socket === undefined
                ? new Promise((take) => waiting.push(take))
                : Promise.resolve(socket)
            },
            close: () => subscription.unsubscribe(),
          })
        }
      },
      error: reject,
    })
    t.teardown(() => subscription.unsubscribe())
  })
}

/** Two ends of a real TCP connection on loopback, destroyed at the end of the test. */
export async function connectedPair(t: ExecutionContext): Promise<readonly [near: Socket, far: Socket]> {
  const listener = await listen(t)
  const near = await firstValueFrom(connectTcp(listener.address, { timeoutMs: 10_000 }))
  t.teardown(() => near.destroy())
  const far = await listener.accepted()
  listener.close()
  return [near, far]
}

/** Resolves with how the stream ended: `complete`, or the error. Values are counted by `next`. */
export function endOf<T>(source$: Observable<T>, next: (value: T) => void = () => {}): Promise<unknown> {
  return new Promise((resolve) => {
    source$.subscribe({ next, error: resolve, complete: () => resolve('complete') })
  })
}

/** Lets the event loop turn often enough for everything on loopback that can happen to happen. */
export async function settle(t: ExecutionContext): Promise<void> {
  const [near, far] = await connectedPair(t)
  far.pipe(far)
  near.resume()
  for (let round = 0; round < 20; round += 1) {
    await new Promise<unknown>((resolve) => {
      near.once('data', resolve)
      near.write('.')
    })
  }
}
