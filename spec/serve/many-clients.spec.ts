import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import test, { type ExecutionContext } from 'ava'
import { STALLED_CLIENT_MS, WATCH_CLIENTS_MS } from '../../lib/serve/limits.ts'
import { blockOn, type PageWorld, servedPage, transferOf } from '../support/page-world.ts'
import { createVirtualTime } from '../support/virtual-time.ts'
import type { Block } from '../../lib/node/block.ts'

const CLIENTS = 100
const READERS = 10
/** A block of so many transfers makes an event of about 100 kB: enough for the kernel's buffers to be full at some time. */
const TRANSFERS = Array.from({ length: 200 }, (_, index) => transferOf(0, 3, index + 1))
const MAX_BLOCKS = 400

/** Asks for events and reads nothing of them, not even the headers. */
function connectDeaf(t: ExecutionContext, { port }: PageWorld): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      onread: { buffer: new Uint8Array(1), callback: () => false },
    })
    socket.on('error', reject).on('connect', () => {
      socket.off('error', reject).on('error', () => {})
      socket.pause()
      socket.write('GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n')
      resolve(socket)
    })
    t.teardown(() => socket.destroy())
  })
}

/** Reads everything and keeps nothing but the numbers of the blocks. */
async function connectReader(t: ExecutionContext, { port }: PageWorld): Promise<Reader> {
  const numbers: number[] = []
  let unread = ''
  let look: () => void = () => {}
  const asked = get({ port, host: '127.0.0.1', path: '/events?topics=chain', agent: false })
  t.teardown(() => asked.destroy())
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.on('error', () => {})
  response.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${unread}${text}`.split('\n')
    unread = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('id: ')) numbers.push(Number.parseInt(line.slice(4), 10))
    look()
  })
  return {
    numbers,
    until: (count) =>
      new Promise((resolve) => {
        look = () => {
          if (numbers.length >= count) resolve()
        }
        look()
      }),
  }
}

interface Reader {
  readonly numbers: readonly number[]
  until(count: number): Promise<void>
}

test('of a hundred listeners ninety that never read are dropped, and ten hear everything', async (t) => {
  const time = createVirtualTime()
  const world = await servedPage(t, { scheduler: time.scheduler })
  const readers = await Promise.all(Array.from({ length: READERS }, () => connectReader(t, world)))
  await Promise.all(Array.from({ length: CLIENTS - READERS }, () => connectDeaf(t, world)))
  const before = process.memoryUsage().rss
  const numbers: number[] = []
  let head: Block | undefined
  while (droppedOf(world) < CLIENTS - READERS) {
    t.true(numbers.length < MAX_BLOCKS, `only ${droppedOf(world)} were dropped`)
    head = blockOn(head, { transactions: [TRANSFERS] })
    numbers.push(head.number)
    world.node.apply(head)
    // Those who read have read it before the next one comes.
    await Promise.all(readers.map((reader) => reader.until(numbers.length)))
    if (numbers.length % 20 === 0) time.advance(STALLED_CLIENT_MS + WATCH_CLIENTS_MS)
  }
  for (const reader of readers) t.deepEqual(reader.numbers, numbers)
  t.is((await world.ask('/healthz')).status, 200)
  const grownMiB = (process.memoryUsage().rss - before) / 1024 / 1024
  t.log(`${numbers.length} blocks until all were dropped, grown by ${grownMiB.toFixed(0)} MiB`)
  // A queue of its own for each would be two gigabytes.
  t.true(grownMiB < 300, `grown by ${grownMiB} MiB`)
})

function droppedOf({ events }: PageWorld): number {
  return events.filter(({ type }) => type === 'clientDropped').length
}
