import { request } from 'node:http'
import test, { type ExecutionContext } from 'ava'
import { firstValueFrom, lastValueFrom, of } from 'rxjs'
import { createMetrics } from '../../lib/metrics/create-metrics.ts'
import { READY_HEAD_SECONDS } from '../../lib/metrics/limits.ts'
import { readinessOf } from '../../lib/metrics/readiness.ts'
import { type MetricsServing, serveMetrics } from '../../lib/metrics/serve-metrics.ts'
import { followDevnet, startDevnet, whenStatus } from '../support/with-devnet.ts'

interface Answer {
  readonly status: number | undefined
  readonly type: string | undefined
  readonly text: string
}

type Served = Parameters<typeof serveMetrics>[0]

const READY: Served = {
  contentType: 'text/plain; version=0.0.4',
  text: () => Promise.resolve('x 1\n'),
  readiness: () => ({ isReady: true, headAgeSeconds: 1, peersInSync: 1, reason: 'at the head' }),
}

async function serve(t: ExecutionContext, metrics: Served, hosts: readonly string[] = []) {
  const address = await new Promise<string>((resolve, reject) => {
    const subscription = serveMetrics(metrics, { host: '127.0.0.1', port: 0 }, hosts).subscribe({
      next: (serving: MetricsServing) => resolve(serving.address),
      error: reject,
    })
    t.teardown(() => subscription.unsubscribe())
  })
  const port = Number(address.split(':')[1])
  return (path: string, { host = address, method = 'GET', origin = '', body = '' } = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = body === '' ? {} : { 'content-length': String(body.length) }
      const headers = { host, ...length, ...(origin === '' ? {} : { origin }) }
      const asked = request({ host: '127.0.0.1', port, path, method, agent: false, headers })
      asked.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (text += part))
        response.on('end', () =>
          resolve({ status: response.statusCode, type: response.headers['content-type'], text }),
        )
      })
      asked.on('error', reject)
      asked.end(body)
    })
}

test('figures, life and readiness are answered, anything else is not', async (t) => {
  const ask = await serve(t, READY)
  t.deepEqual(await ask('/metrics'), { status: 200, type: READY.contentType, text: 'x 1\n' })
  t.like(await ask('/healthz'), { status: 200, text: 'ok\n' })
  t.like(await ask('/readyz?x'), { status: 200, text: 'at the head\n' })
  t.like(await ask('/readyz', { method: 'HEAD' }), { status: 200, text: '' })
  t.like(await ask('/'), { status: 404 })
  t.like(await ask('/metrics', { method: 'POST' }), { status: 405 })
  t.like(await ask('/metrics', { body: 'x' }), { status: 413 })
  t.like(await ask('/metrics', { origin: 'http://evil.example' }), { status: 403 })
})

test('a node that is not ready says why', async (t) => {
  const ask = await serve(t, {
    ...READY,
    readiness: () => ({ isReady: false, headAgeSeconds: 1, peersInSync: 0, reason: 'no peer is in sync' }),
  })
  t.like(await ask('/readyz'), { status: 503, text: 'no peer is in sync\n' })
  t.like(await ask('/healthz'), { status: 200 })
})

test('a name that was made to point at us is refused, addresses and allowed names are not', async (t) => {
  const ask = await serve(t, READY, ['Node'])
  const cases: readonly (readonly [string, number])[] = [
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['[evil]', 403],
    ['localhost:99', 200],
    ['10.1.2.3:9100', 200],
    ['[::1]:9100', 200],
    ['node:9100', 200],
  ]
  for (const [host, status] of cases) t.is((await ask('/metrics', { host })).status, status, host)
})

test('figures that cannot be printed are an answer too', async (t) => {
  const ask = await serve(t, { ...READY, text: () => Promise.reject(new Error('no')) })
  t.like(await ask('/metrics'), { status: 500 })
})

test('a port that is taken is said in one sentence', async (t) => {
  const address = await firstValueFrom(serveMetrics(READY, { host: '127.0.0.1', port: 0 }))
  t.regex(address.address, /^127\.0\.0\.1:\d+$/)
  const ask = await serve(t, READY)
  t.like(await ask('/healthz'), { status: 200 })
  await t.throwsAsync(lastValueFrom(serveMetrics(READY, { host: '192.0.2.1', port: 1 })), {
    code: 'BAD_OPTION',
    message: /^cannot serve metrics at 192\.0\.2\.1:1: /,
  })
})

test('a node is ready with a young head and a peer in sync', (t) => {
  const inSync = [{ sync: 'inSync' }] as const
  t.deepEqual(readinessOf({ headTime: 100 }, inSync, 102.25), {
    isReady: true,
    headAgeSeconds: 2.3,
    peersInSync: 1,
    reason: 'at the head',
  })
  t.is(readinessOf(undefined, inSync, 100).reason, 'there is no block yet')
  t.is(readinessOf({ headTime: 0 }, inSync, 100).reason, 'there is no block yet')
  t.is(readinessOf({ headTime: 100 }, [{ sync: 'fetching' }], 100).reason, 'no peer is in sync')
  t.false(readinessOf({ headTime: 100 }, [], 100).isReady)
  t.true(readinessOf({ headTime: 100 }, inSync, 99.9 + READY_HEAD_SECONDS).isReady)
  const late = readinessOf({ headTime: 100 }, inSync, 100 + READY_HEAD_SECONDS)
  t.false(late.isReady)
  t.is(late.reason, `the head block is ${READY_HEAD_SECONDS} s old`)
})

test('a node on a devnet tells its head, its messages and its peer', async (t) => {
  const devnet = await startDevnet(t, { history: 20 })
  const node = followDevnet(devnet)
  const metrics = createMetrics(node, { chainSeconds: () => devnet.network.chainSeconds?.() ?? 0 })
  const subscription = metrics.feed$.subscribe()
  t.teardown(() => subscription.unsubscribe())
  await whenStatus(node, 'live')
  const text = await metrics.text()
  t.regex(text, /^rx_bitshares_head_block_number 20$/m)
  t.regex(text, /^rx_bitshares_blocks_applied_total\{source="sync"\} 20$/m)
  t.regex(text, /^rx_bitshares_messages_total\{type="block_message",direction="received"\} 20$/m)
  t.regex(text, /^rx_bitshares_peers\{state="active",direction="outbound"\} 1$/m)
  t.regex(text, /^rx_bitshares_request_seconds_count\{kind="blockIds"\} [1-9]/m)
  t.regex(text, /^rx_bitshares_event_loop_delay_seconds\{measure="max"\} /m)
  t.true(metrics.readiness().isReady, metrics.readiness().reason)
  subscription.unsubscribe()
  t.false(metrics.readiness().isReady)
})

test('a prefix that no metric may have is refused', (t) => {
  const node = { event$: of(), status$: of(), peers$: of(), workload$: of() }
  t.throws(() => createMetrics(node, { prefix: '1-' }), { code: 'BAD_OPTION' })
})
