import { connect } from 'node:net'
import test from 'ava'
import { firstValueFrom } from 'rxjs'
import { servePage } from '../../lib/serve/serve-page.ts'
import { MAX_HEADER_BYTES } from '../../lib/http/limits.ts'
import { READY_HEAD_SECONDS } from '../../lib/metrics/limits.ts'
import { MAX_EVENT_CLIENTS } from '../../lib/serve/limits.ts'
import { createNameBook } from '../../lib/names/name-book.ts'
import { privateNetwork } from '../../lib/node/networks.ts'
import type { BlockPage, TransactionAnswer } from '../../lib/view/page-types.ts'
import type { ViewState } from '../../lib/view/reduce-view.ts'
import { formatCursor } from '../../lib/chain/cursor.ts'
import { listen as listenTcp } from '../support/loopback.ts'
import {
  blockOn,
  CHAIN_ID,
  CHAIN_SECONDS,
  chainOf,
  type Heard,
  heard,
  orderOf,
  PEER_STATUS,
  servedPage,
  SILENT,
  STATUS,
  transferOf,
} from '../support/page-world.ts'

const [ONE, TWO, THREE] = chainOf(3, (number) => ({ transactions: [[transferOf(0, 3, number)]] }))
if (ONE === undefined || TWO === undefined || THREE === undefined) throw new Error('three were made')

const idsOf = (events: readonly Heard[]): readonly (string | undefined)[] =>
  events.filter(({ event }) => event === 'block' || event === 'undo').map(({ id }) => id)
const hasBlocks = (count: number) => (events: readonly Heard[]) => idsOf(events).length >= count

test('the page and its files are served, each with what protects it', async (t) => {
  const { ask } = await servedPage(t)
  for (const path of [
    '/',
    '/market',
    '/block/5',
    '/assets/index-1.js',
    '/api/status',
    '/healthz',
    '/nowhere',
  ]) {
    const { headers } = await ask(path)
    const policy = String(headers['content-security-policy'])
    t.regex(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/, path)
    t.notRegex(policy, /unsafe|\*|data:|https?:/, path)
    t.is(headers['x-content-type-options'], 'nosniff', path)
    t.is(headers['referrer-policy'], 'no-referrer', path)
    t.is(headers['access-control-allow-origin'], undefined, path)
  }
  t.is((await ask('/')).text, '<!doctype html>')
  t.is((await ask('/assets/index-1.js')).headers['content-type'], 'text/javascript; charset=utf-8')
  const missing = await ask('/nowhere')
  t.is(missing.status, 404)
  t.deepEqual(JSON.parse(missing.text), { error: 'There is nothing at this address.' })
})

test('other methods, names and origins are refused', async (t) => {
  const { ask, port } = await servedPage(t)
  const statuses = await Promise.all([
    ask('/', { method: 'POST' }),
    ask('/api/status', { headers: { host: 'evil.example' } }),
    ask('/events', { headers: { origin: 'http://evil.example' } }),
    ask('/api/status', { headers: { origin: `http://127.0.0.1:${port}` } }),
  ])
  t.deepEqual(
    statuses.map(({ status }) => status),
    [405, 403, 403, 200],
  )
  t.is(statuses[0].headers.allow, 'GET, HEAD')
})

test('HEAD has the headers and nothing else', async (t) => {
  const { ask } = await servedPage(t)
  for (const path of ['/', '/api/status', '/events']) {
    const { status, text } = await ask(path, { method: 'HEAD' })
    t.is(status, 200, path)
    t.is(text, '', path)
  }
})

test('a block is told by number and by id, as sentences and as core prints it', async (t) => {
  const { node, json, ask } = await servedPage(t)
  node.apply(ONE, TWO, THREE)
  node.finalize(ONE, THREE)
  const byNumber = await json<BlockPage>('/api/block/2')
  t.is(byNumber.id, TWO.id)
  t.is(byNumber.standing, 'applied')
  t.is(byNumber.transactions[0]?.operations[0]?.text, 'committee-account sends 0.00002 BTS to null-account')
  t.deepEqual(await json<BlockPage>(`/api/block/${TWO.id}`), byNumber)
  t.is((await json<BlockPage>('/api/block/1')).standing, 'irreversible')
  t.deepEqual(await json('/api/block/2?format=rpc'), JSON.parse(JSON.stringify(TWO.toJSON())))
  const missing = await ask('/api/block/4')
  t.is(missing.status, 404)
  t.regex(missing.text, /There is no block 4 here/)
})

test('an undone block is still told by its id, and says so', async (t) => {
  const { node, json } = await servedPage(t)
  node.apply(ONE, TWO)
  node.undo(TWO)
  const other = blockOn(ONE, { after: 6 })
  node.apply(other)
  t.is((await json<BlockPage>(`/api/block/${TWO.id}`)).standing, 'undone')
  t.is((await json<BlockPage>('/api/block/2')).id, other.id)
  const { id = '' } = TWO.transactions[0] ?? {}
  const answer = await json<TransactionAnswer>(`/api/transaction/${id}`)
  t.is(answer.state === 'included' ? answer.block.standing : '', 'undone')
})

test('a block of a large size comes in parts', async (t) => {
  const { node, json } = await servedPage(t)
  const block = blockOn(undefined, {
    transactions: Array.from({ length: 150 }, (_, index) => [transferOf(0, 3, index + 1)]),
  })
  node.apply(block)
  const first = await json<BlockPage>('/api/block/1')
  const second = await json<BlockPage>('/api/block/1?first=100')
  t.is(first.transactionCount, 150)
  t.deepEqual(
    [...first.transactions, ...second.transactions].map(({ id }) => id),
    block.transactions.map(({ id }) => id),
  )
})

test('blocks that are not among the recent ones come from where they are kept', async (t) => {
  const asked: unknown[] = []
  const { json, ask } = await servedPage(t, {
    blocks: {
      get: (at) => {
        asked.push(at)
        return Promise.resolve(at === 2 || at === TWO.id ? TWO.raw : undefined)
      },
    },
  })
  t.is((await json<BlockPage>('/api/block/2')).id, TWO.id)
  t.is((await ask('/api/block/3')).status, 404)
  t.deepEqual(asked, [2, 3])
  t.deepEqual(await json(`/api/find/${TWO.id}`), { kind: 'block', number: 2, id: TWO.id })
})

test('a store that fails is an answer and an event, not the end', async (t) => {
  const { ask, events } = await servedPage(t, { blocks: { get: () => Promise.reject(new Error('disk')) } })
  const { status, text } = await ask('/api/block/2')
  t.is(status, 500)
  t.notRegex(text, /disk/)
  t.deepEqual(
    events.map((event) => (event.type === 'answerFailed' ? String(event.error) : event.type)),
    ['Error: disk'],
  )
  t.is((await ask('/healthz')).status, 200)
})

test('a transaction is told while it waits and when it is in a block', async (t) => {
  const { node, json, ask } = await servedPage(t)
  const pending = heard([transferOf(0, 3, 1)], 5)
  node.tellTransactions(pending)
  const waiting = await json<TransactionAnswer>(`/api/transaction/${pending.id}`)
  t.is(waiting.state, 'pending')
  node.apply(ONE)
  const included = await json<TransactionAnswer>(`/api/transaction/${pending.id}`)
  t.is(included.state === 'included' ? included.block.id : '', ONE.id)
  t.is((await ask(`/api/transaction/${'0'.repeat(40)}`)).status, 404)
})

test('what somebody looks for is found by what it is', async (t) => {
  const { node, json, ask } = await servedPage(t)
  node.apply(ONE)
  const { id: transactionId = '' } = ONE.transactions[0] ?? {}
  const found = (text: string) => json(`/api/find/${encodeURIComponent(text)}`)
  t.deepEqual(await found('1'), { kind: 'block', number: 1, id: ONE.id })
  t.deepEqual(await found(' #1 '), { kind: 'block', number: 1, id: ONE.id })
  t.deepEqual(await found(ONE.id.toUpperCase()), { kind: 'block', number: 1, id: ONE.id })
  t.deepEqual(await found(transactionId), { kind: 'transaction', id: transactionId })
  t.deepEqual(await found('committee-account'), { kind: 'account', id: '1.2.0', name: 'committee-account' })
  t.deepEqual(await found('1.2.77'), { kind: 'account', id: '1.2.77' })
  for (const text of ['2', 'nobody', 'f'.repeat(40), '<script>']) {
    t.is((await ask(`/api/find/${encodeURIComponent(text)}`)).status, 404, text)
  }
})

test('status and peers are told, and whether the node is ready', async (t) => {
  const { node, json, ask } = await servedPage(t)
  t.is((await ask('/readyz')).status, 503)
  node.tellStatus({ ...STATUS, head: ONE.cursor, headTime: CHAIN_SECONDS - READY_HEAD_SECONDS + 1 })
  node.tellPeers(PEER_STATUS)
  t.is((await ask('/readyz')).status, 200)
  const { network, status } = await json<Record<string, Record<string, unknown>>>('/api/status')
  t.is(network?.['chainId'], CHAIN_ID)
  t.is(status?.['headAgeSeconds'], READY_HEAD_SECONDS - 1)
  t.deepEqual(
    (await json<{ readonly peers: readonly { readonly peer: string }[] }>('/api/peers')).peers[0]?.peer,
    PEER_STATUS.peer,
  )
  node.tellStatus({ ...STATUS, head: ONE.cursor, headTime: CHAIN_SECONDS - READY_HEAD_SECONDS })
  const late = await ask('/readyz')
  t.is(late.status, 503)
  t.is((JSON.parse(late.text) as { readonly ready: boolean }).ready, false)
  t.is((await ask('/healthz')).text, 'ok\n')
})

test('metrics are what they are made to be', async (t) => {
  const without = await servedPage(t)
  t.is((await without.ask('/metrics')).status, 404)
  const { ask } = await servedPage(t, { metrics: () => Promise.resolve('up 1\n') })
  const { text, headers } = await ask('/metrics')
  t.is(text, 'up 1\n')
  t.is(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8')
})

test('events come as they happen, blocks with their cursor as id', async (t) => {
  const { node, listen } = await servedPage(t)
  const listener = await listen()
  await listener.until((events) => events.some(({ event }) => event === 'hello'))
  node.apply(ONE, TWO)
  node.undo(TWO)
  const events = await listener.until(hasBlocks(3))
  t.deepEqual(idsOf(events), [formatCursor(ONE.cursor), formatCursor(TWO.cursor), formatCursor(ONE.cursor)])
  const [hello] = events
  t.is(hello?.data['version'], '1.2.3+files')
  t.true(events.some(({ event }) => event === 'status'))
})

test('a snapshot and the events after its cursor are the whole', async (t) => {
  const { node, listen, json } = await servedPage(t)
  const empty = await json<{ readonly cursor: string }>('/api/snapshot')
  t.is(empty.cursor, '')
  node.apply(ONE, TWO)
  const fromNothing = await listen('/events?cursor=')
  t.deepEqual(idsOf(await fromNothing.until(hasBlocks(2))), [
    formatCursor(ONE.cursor),
    formatCursor(TWO.cursor),
  ])
  const { cursor, view } = await json<{ readonly cursor: string; readonly view: ViewState }>('/api/snapshot')
  t.is(cursor, formatCursor(TWO.cursor))
  t.deepEqual(
    view.blocks.map(({ number }) => number),
    [1, 2],
  )
  const listener = await listen(`/events?cursor=${cursor}`)
  node.apply(THREE)
  t.deepEqual(idsOf(await listener.until(hasBlocks(1))), [formatCursor(THREE.cursor)])
})

test('Last-Event-ID counts more than the cursor of the first visit', async (t) => {
  const { node, listen } = await servedPage(t)
  node.apply(ONE, TWO, THREE)
  const path = `/events?cursor=${formatCursor(ONE.cursor)}`
  const listener = await listen(path, { 'last-event-id': formatCursor(TWO.cursor) })
  t.deepEqual(idsOf(await listener.until(hasBlocks(1))), [formatCursor(THREE.cursor)])
})

test('a filter leaves operations out and blocks in', async (t) => {
  const { node, listen } = await servedPage(t)
  const listener = await listen('/events?ops=limit_order_create&accounts=1.2.7&json=1&topics=chain')
  const block = blockOn(undefined, {
    transactions: [[transferOf(7, 8), orderOf(7, 5, 6)], [orderOf(8, 5, 6)]],
  })
  node.apply(block, blockOn(block))
  const events = await listener.until(hasBlocks(2))
  t.deepEqual(
    events.map(({ event }) => event),
    ['hello', 'block', 'block'],
  )
  const [one, other] = events.slice(1).map(({ data }) => data['block'] as Record<string, unknown>)
  t.is(one?.['operationCount'], 3)
  const operations = one?.['operations'] as readonly {
    readonly place: unknown
    readonly op: readonly unknown[]
  }[]
  t.is(operations.length, 1)
  t.deepEqual(operations[0]?.place, [0, 1])
  t.is(operations[0]?.op[0], 1)
  t.deepEqual(other?.['operations'], [])
})

test('what cannot be listened to is refused in a sentence', async (t) => {
  const { ask } = await servedPage(t)
  for (const query of ['ops=nothing', 'cursor=5', 'accounts=alice', 'colour=red']) {
    const { status, text } = await ask(`/events?${query}`)
    t.is(status, 400, query)
    t.regex((JSON.parse(text) as { readonly error: string }).error, /^[^\n]+\.$/, query)
  }
})

test('there is room for so many listeners and no more', async (t) => {
  const { listen, ask } = await servedPage(t)
  const listeners = await Promise.all(Array.from({ length: MAX_EVENT_CLIENTS }, () => listen()))
  t.is((await ask('/events')).status, 503)
  const [first, ...others] = listeners
  first?.close()
  await first?.ended
  // The server hears of it on another connection than ours, so it is asked until it knows.
  let status = 503
  while (status === 503) {
    const next = await listen()
    status = next.status
    next.close()
  }
  t.is(status, 200)
  for (const listener of others) listener.close()
})

test('with a token nothing is told without it', async (t) => {
  const token = 'abcdefghijklmnop'
  const { ask } = await servedPage(t, { token })
  for (const path of ['/', '/api/status', '/events', '/metrics', '/healthz']) {
    t.is((await ask(path)).status, 401, path)
  }
  const welcome = await ask(`/market?token=${token}`)
  t.is(welcome.status, 303)
  t.is(welcome.headers.location, '/market')
  const [cookie = ''] = welcome.headers['set-cookie'] ?? []
  t.is((await ask('/', { headers: { cookie: cookie.split(';')[0] ?? '' } })).status, 200)
  t.is((await ask('/api/status', { headers: { authorization: `Bearer ${token}` } })).status, 200)
})

test('headers that are too long end the connection', async (t) => {
  const { ask, port } = await servedPage(t)
  const socket = connect(port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  let text = ''
  const closed = new Promise((resolve) => {
    socket
      .on('data', (part) => (text += part.toString()))
      .on('error', () => {})
      .on('close', resolve)
  })
  socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(MAX_HEADER_BYTES)}\r\n\r\n`)
  await closed
  t.regex(text, /^HTTP\/1\.1 431 /)
  t.is((await ask('/healthz')).status, 200)
})

test('what is not HTTP is answered with an error and a close', async (t) => {
  const { ask, port } = await servedPage(t)
  for (const bytes of [
    '\u0000\u0001\u0002\r\n\r\n',
    'GET http://[ HTTP/9.9\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
  ]) {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const closed = new Promise((resolve) => {
      socket
        .on('data', (part) => (text += part.toString()))
        .on('error', () => {})
        .on('close', resolve)
    })
    socket.write(bytes)
    await closed
    t.regex(text, /^HTTP\/1\.1 400 /)
  }
  t.is((await ask('/healthz')).status, 200)
})

test('odd addresses are answered, too', async (t) => {
  const { ask } = await servedPage(t)
  for (const path of [
    '//evil.example/',
    '/%',
    '/api/find/%',
    '/..%2f..%2fetc/passwd',
    '/api/block/../status',
    '/?token=',
  ]) {
    const { status } = await ask(path)
    t.true([200, 400, 404].includes(status), `${path}: ${status}`)
  }
  t.is((await ask('/api/../../etc/passwd')).status, 404)
})

test('leaving it closes the port, the listeners and the node', async (t) => {
  const { node, listen, close, ask } = await servedPage(t)
  const listener = await listen()
  close()
  await listener.ended
  t.false(node.isObserved)
  await t.throwsAsync(ask('/'), { code: 'ECONNREFUSED' })
})

test('it ends with the node', async (t) => {
  const options = {
    source: SILENT,
    network: privateNetwork(CHAIN_ID),
    names: createNameBook(),
    files: { version: '', files: new Map() },
    version: '',
    host: '127.0.0.1',
    port: 0,
  }
  const { node, listen } = await servedPage(t)
  const listener = await listen()
  node.end()
  await listener.ended
  const { address } = await listenTcp(t)
  await t.throwsAsync(firstValueFrom(servePage({ ...options, port: address.port })), {
    code: 'BAD_OPTION',
    message: `cannot listen at 127.0.0.1:${address.port}: the port is in use by another program`,
  })
})
