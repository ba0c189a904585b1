import test from 'ava'
import { UsageError } from '../../lib/errors.ts'
import { isListed, parseAddressList } from '../../lib/pool/address-list.ts'
import { ipv4Number, networkGroup, parseSubnet, plainHost } from '../../lib/pool/ipv4.ts'

const list = parseAddressList(
  ['192.0.2.7', '198.51.100.0/24', ' Seed.Example ', 'other.example:1776', '203.0.113.5:2000', '0.0.0.0/32'],
  'deny',
)

for (const [host, port, expected] of [
  ['192.0.2.7', 1, true],
  ['::ffff:192.0.2.7', undefined, true],
  ['192.0.2.8', 1, false],
  ['198.51.100.255', 1776, true],
  ['198.51.101.0', 1776, false],
  ['seed.example', 5, true],
  ['SEED.EXAMPLE', 5, true],
  ['not.seed.example', 5, false],
  ['other.example', 1776, true],
  ['other.example', 1777, false],
  ['other.example', undefined, false],
  ['203.0.113.5', 2000, true],
  ['203.0.113.5', 2001, false],
  ['203.0.113.5', undefined, false],
  ['0.0.0.0', 1, true],
] as const) {
  test(`${host}${port === undefined ? '' : `:${port}`} is ${expected ? '' : 'not '}on the list`, (t) => {
    t.is(isListed(list, host, port), expected)
  })
}

test('a network of no bits is all of IPv4', (t) => {
  const all = parseAddressList(['8.8.8.8/0'], 'deny')
  t.true(isListed(all, '255.255.255.255'))
  t.false(isListed(all, 'seed.example'))
})

for (const entry of [
  '',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  '300.1.1.1',
  'a b',
  'host:0',
  'host:99999',
  'http://a',
  '1.2.3',
]) {
  test(`"${entry}" is no entry of a list`, (t) => {
    const error = t.throws(() => parseAddressList([entry], 'deny'), { instanceOf: UsageError })
    t.regex(error.message, /^deny: /)
  })
}

test('only four octets without leading zeros are an address of IPv4', (t) => {
  t.is(ipv4Number('1.2.3.4'), 0x0102_0304)
  t.is(ipv4Number('255.255.255.255'), 0xffff_ffff)
  t.is(ipv4Number('0.0.0.0'), 0)
  for (const text of [
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1..2.3',
    '.1.2.3',
    '1.2.3.',
    '01.2.3.4',
    '1.2.3.256',
    '1.2.3.4 ',
    'a.b.c.d',
    '1.2.3.-4',
  ])
    t.is(ipv4Number(text), undefined, text)
})

test('hosts are grouped by their first octets, names by themselves', (t) => {
  t.is(networkGroup('11.22.33.44'), '11.22')
  t.is(networkGroup('11.22.33.44', 3), '11.22.33')
  t.is(networkGroup('seed.example.org'), 'seed.example.org')
  t.is(plainHost('::ffff:11.22.33.44'), '11.22.33.44')
  t.is(plainHost('::1'), '::1')
  t.deepEqual(parseSubnet('10.0.0.0/8'), { first: 0x0a00_0000, prefix: 8 })
})
