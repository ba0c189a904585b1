import test from 'ava'
import { parsePlace, parseRoute, type Route } from '../../lib/serve/parse-route.ts'

const FILES = new Set(['/assets/index-1.js', '/index.html'])
const ID = '0000000a'.padEnd(40, 'b')

const ROWS: readonly (readonly [string, Route | undefined])[] = [
  ['/', { to: 'page' }],
  ['/market', { to: 'page' }],
  ['/block/10', { to: 'page' }],
  [`/transaction/${ID}`, { to: 'page' }],
  ['/index.html', { to: 'file', path: '/index.html' }],
  ['/assets/index-1.js', { to: 'file', path: '/assets/index-1.js' }],
  ['/assets/../index-1.js', undefined],
  ['/assets/index-2.js', undefined],
  ['/events', { to: 'events' }],
  ['/api/snapshot', { to: 'snapshot' }],
  ['/api/status', { to: 'status' }],
  ['/api/peers', { to: 'peers' }],
  ['/api/nodes', { to: 'nodes' }],
  ['/api/block/10', { to: 'block', at: 10 }],
  [`/api/block/${ID}`, { to: 'block', at: ID }],
  ['/api/block/0', undefined],
  ['/api/block/4294967296', undefined],
  ['/api/block/1e3', undefined],
  ['/api/block/10/more', undefined],
  [`/api/transaction/${ID}`, { to: 'transaction', id: ID }],
  ['/api/transaction/10', undefined],
  ['/api/find/al%20ice', { to: 'find', text: 'al ice' }],
  ['/api/find/%ff', undefined],
  ['/metrics', { to: 'metrics' }],
  ['/healthz', { to: 'healthz' }],
  ['/readyz', { to: 'readyz' }],
  ['/api', undefined],
  ['/constructor', undefined],
  ['/toString', undefined],
]

for (const [path, route] of ROWS) {
  test(`${path} leads to ${route?.to ?? 'nothing'}`, (t) => {
    t.deepEqual(parseRoute(path, FILES), route)
  })
}

test('a place is a number or an id', (t) => {
  t.is(parsePlace('7'), 7)
  t.is(parsePlace(ID), ID)
  t.is(parsePlace('-7'), undefined)
  t.is(parsePlace('0x7'), undefined)
})
