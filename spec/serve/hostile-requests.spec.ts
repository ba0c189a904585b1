import { connect } from 'node:net'
import test, { type ExecutionContext } from 'ava'
import type { HttpLimits } from '../../lib/http/listen-http.ts'
import { MAX_HEADER_BYTES, MAX_URL_LENGTH } from '../../lib/http/limits.ts'
import { servedPage } from '../support/page-world.ts'

/** Little enough to end while a test runs, and more than an honest request takes on a machine that has much to do. */
const SHORT: Partial<HttpLimits> = { headersTimeoutMs: 500, requestTimeoutMs: 1000, checkEveryMs: 100 }
const REQUESTS = 10_000
const AT_ONCE = 50

/** Sends bytes as they are; resolves with what came back once the server has closed the connection. */
function send(t: ExecutionContext, port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.setEncoding('latin1').on('data', (part: string) => (text += part))
    socket.on('error', () => {}).on('close', () => resolve(text))
    t.teardown(() => socket.destroy())
    if (bytes.length > 0) socket.write(bytes)
  })
}

/** Whether an honest request is answered. Where the machine is so busy that it counts as slow too, it is made again. */
async function isAnswered(ask: (path: string) => Promise<{ readonly status: number }>): Promise<boolean> {
  for (;;) {
    const { status } = await ask('/healthz')
    if (status !== 408) return status === 200
  }
}

const statusOf = (answer: string): string => answer.slice(0, 'HTTP/1.1 200'.length)

test('who is slow with a request, or sends none, is cut; the others are answered meanwhile', async (t) => {
  const { ask, port } = await servedPage(t, { limits: SHORT })
  const slow = [
    'GET / HT',
    'GET / HTTP/1.1\r\nHost: localhost\r\n',
    'GET / HTTP/1.1\r\nHost: localhost\r\nX: a',
    '',
  ]
  const ends = Array.from({ length: 100 }, (_, index) => send(t, port, slow[index % slow.length] ?? ''))
  t.true(await isAnswered(ask))
  for (const answer of await Promise.all(ends))
    t.true(['', 'HTTP/1.1 408'].includes(statusOf(answer)), answer)
  t.true(await isAnswered(ask))
})

test('a header that goes on for ever, a line a time, is cut too', async (t) => {
  const { ask, port } = await servedPage(t, { limits: SHORT })
  const socket = connect(port, '127.0.0.1')
  const closed = new Promise((resolve) => socket.on('error', () => {}).on('close', resolve))
  t.teardown(() => socket.destroy())
  const drip = (error?: Error | null): void => {
    if (error === undefined || error === null) socket.write('X: a\r\n', drip)
  }
  socket.resume().write('GET / HTTP/1.1\r\nHost: localhost\r\n', drip)
  await closed
  t.true(await isAnswered(ask))
})

test('there is room for so many connections; more are closed as they come, until one has gone', async (t) => {
  const { ask, port } = await servedPage(t, { limits: { maxConnections: 2 } })
  const held = await Promise.all([0, 1].map(() => holdOpen(t, port)))
  t.is(await send(t, port, 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'), '')
  for (const release of held) await release()
  let isHeard = false
  // The server hears of it on other connections than ours, so it is asked until it knows.
  while (!isHeard) {
    isHeard = await ask('/healthz').then(
      ({ status }) => status === 200,
      () => false,
    )
  }
  t.true(isHeard)
})

/** A connection of which the server has answered one request. */
function holdOpen(t: ExecutionContext, port: number): Promise<() => Promise<void>> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const closed = new Promise<void>((close) => socket.on('error', () => {}).on('close', () => close()))
    t.teardown(() => socket.destroy())
    socket.once('data', () => {
      resolve(() => {
        socket.destroy()
        return closed
      })
    })
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
  })
}

const REFUSED: readonly (readonly [title: string, status: string, request: string])[] = [
  ['a body', '413', 'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody'],
  [
    'a body that is promised and never comes',
    '413',
    'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n',
  ],
  [
    'a body in pieces without an end',
    '413',
    'GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n',
  ],
  [
    'two lengths, which a proxy in front might read otherwise',
    '400',
    'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['POST', '405', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody'],
  ['PUT', '405', 'PUT / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['DELETE', '405', 'DELETE /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['OPTIONS', '405', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['TRACE', '405', 'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['no such method', '400', 'FETCH / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['another name', '403', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ['another origin', '403', 'GET /events HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n'],
  ['the address of another server', '400', 'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['too long an address', '414', `GET /${'a'.repeat(MAX_URL_LENGTH)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
  [
    'headers that are too long',
    '431',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(MAX_HEADER_BYTES)}\r\n\r\n`,
  ],
]

for (const [title, status, request] of REFUSED) {
  test(`${title} is refused with ${status}, and the connection ends`, async (t) => {
    const { port, ask } = await servedPage(t)
    t.is(statusOf(await send(t, port, request)), `HTTP/1.1 ${status}`)
    t.is((await ask('/healthz')).status, 200)
  })
}

test('a connection is not handed on to anybody', async (t) => {
  const { port, ask } = await servedPage(t)
  t.is(await send(t, port, 'CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost\r\n\r\n'), '')
  const upgrade =
    'GET /events HTTP/1.0\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
  t.notRegex(statusOf(await send(t, port, upgrade.replace('/events', '/healthz'))), /101/)
  t.is((await ask('/healthz')).status, 200)
})

test('ten thousand requests that are none leave it answering, and no larger', async (t) => {
  t.timeout(300_000)
  const { port, ask, listen } = await servedPage(t)
  const listener = await listen()
  const random = createRandom(7)
  let sent = 0
  const hammer = async (): Promise<void> => {
    while (sent < REQUESTS) {
      sent += 1
      t.notRegex(statusOf(await send(t, port, garbage(random))), /HTTP\/1\.1 (?:2|500)/)
    }
  }
  const before = process.memoryUsage().rss
  await Promise.all(Array.from({ length: AT_ONCE }, hammer))
  const grownMiB = (process.memoryUsage().rss - before) / 1024 / 1024
  t.log(`grown by ${grownMiB.toFixed(0)} MiB`)
  // Both ends are in this process. Ten kilobytes kept of each would be a hundred.
  t.true(grownMiB < 100, `grown by ${grownMiB} MiB`)
  t.is((await ask('/healthz')).status, 200)
  t.is(listener.status, 200)
  listener.close()
})

/** The same numbers each time, below `limit`. */
function createRandom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % limit
  }
}

/** Something that ends its connection: bytes without sense, or a request that is nearly one. */
function garbage(random: (limit: number) => number): Uint8Array {
  const head =
    ['GET', 'POST', '\0', 'GET /api/find/', 'HEAD /%ff', 'PRI * HTTP/2.0', '{"id":1}'][random(7)] ?? ''
  const noise = Uint8Array.from({ length: 1 + random(300) }, () => random(256))
  // What is in no line of HTTP: it cannot be read as a request that has not come to its end.
  return Buffer.concat([Buffer.from(head), noise, Buffer.from('\r\n\0\r\n\r\n')])
}
