import test from 'ava'
import { parseMetricsAddress } from '../../lib/cli/metrics-flag.ts'

test('a port alone is on loopback, an address is where it says', (t) => {
  t.deepEqual(parseMetricsAddress('9733'), { host: '127.0.0.1', port: 9733 })
  t.deepEqual(parseMetricsAddress('0.0.0.0:0'), { host: '0.0.0.0', port: 0 })
  t.deepEqual(parseMetricsAddress('[::1]:9733'), { host: '::1', port: 9733 })
  for (const text of ['', 'host', '70000', 'host:', 'a b:1', ':9733', '::1:9733'])
    t.throws(() => parseMetricsAddress(text), { message: /^Give host:port/ }, text)
})
