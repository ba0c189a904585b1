import test from 'ava'
import { isDialable } from '../../lib/pool/is-dialable.ts'

const cases = [
  ['8.8.8.8', 1776, true, true],
  ['127.0.0.1', 1776, false, true],
  ['10.1.2.3', 1776, false, true],
  ['172.31.255.255', 1776, false, true],
  ['172.32.0.0', 1776, true, true],
  ['192.168.1.1', 1776, false, true],
  ['100.64.0.1', 1776, false, true],
  ['169.254.1.1', 1776, false, true],
  ['198.51.100.9', 1776, false, true],
  ['0.0.0.0', 1776, false, false],
  ['224.0.0.1', 1776, false, false],
  ['255.255.255.255', 1776, false, false],
  ['8.8.8.8', 22, false, false],
  ['8.8.8.8', 1023, false, false],
  ['8.8.8.8', 0, false, false],
  ['8.8.8.256', 1776, false, false],
  ['example.org', 1776, false, false],
  ['::1', 1776, false, false],
] as const

for (const [host, port, inPublic, inLocal] of cases) {
  test(`${host} port ${port} told by a peer is ${inPublic ? '' : 'not '}dialled in public, ${inLocal ? '' : 'not '}on local nets`, (t) => {
    t.is(isDialable({ host, port }, 'public'), inPublic)
    t.is(isDialable({ host, port }, 'local'), inLocal)
  })
}
