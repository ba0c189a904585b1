import test from 'ava'
import fc from 'fast-check'
import { parseAddressList } from '../../lib/pool/address-list.ts'
import {
  createAdmission,
  type InboundRules,
  judgeArrival,
  judgeGreeting,
  noteGone,
  noteGreeted,
  noteOpened,
  type Refusal,
} from '../../lib/pool/admission.ts'
import { DEFAULT_INBOUND_LIMITS } from '../../lib/pool/inbound-limits.ts'

const limits = DEFAULT_INBOUND_LIMITS
const rules: InboundRules = { profile: 'public', limits, hasTrusted: false }
const local: InboundRules = { ...rules, profile: 'local' }
/** A host of a network of its own. */
const hostOf = (number: number): string => `${20 + (number % 200)}.${Math.floor(number / 200)}.1.1`
/** So far apart that no rate counts. */
const EACH_MS = 20_000

/** Lets hosts arrive one after the other; those let in say hello unless told otherwise. Returns what became of each. */
function arrive(
  hosts: readonly string[],
  change: Partial<InboundRules> = {},
  { isGreeted = true, eachMs = EACH_MS } = {},
): readonly (Refusal | undefined)[] {
  const admission = createAdmission(limits)
  return hosts.map((host, peer) => {
    const refusal = judgeArrival(admission, host, { ...rules, ...change }, peer * eachMs)
    if (refusal !== undefined) return refusal
    noteOpened(admission, peer, host)
    if (isGreeted) noteGreeted(admission, peer, false)
    return undefined
  })
}
const repeat = (count: number, hostAt: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => hostAt(index))

test('of one host three connections are let in, of its network of 24 bits eight, of that of 16 bits sixteen', (t) => {
  const one = arrive(repeat(4, () => '8.8.8.8'))
  t.deepEqual(one, [undefined, undefined, undefined, 'tooManyOfHost'])
  const subnet = arrive(repeat(9, (index) => `8.8.8.${index}`))
  t.deepEqual(subnet.slice(7), [undefined, 'tooManyOfSubnet'])
  const network = arrive(repeat(17, (index) => `8.8.${index}.1`))
  t.deepEqual(network.slice(15), [undefined, 'tooManyOfNetwork'])
})

test('an address of IPv6 that stands for one of IPv4 is the same host', (t) => {
  t.is(arrive(['8.8.8.8', '::ffff:8.8.8.8', '8.8.8.8', '::FFFF:8.8.8.8'])[3], 'tooManyOfHost')
})

test('on local nets all connections may come from one host', (t) => {
  const admission = createAdmission(limits)
  for (let peer = 0; peer < 200; peer += 1) {
    t.is(judgeArrival(admission, '127.0.0.1', local, 0), undefined)
    noteOpened(admission, peer, '127.0.0.1')
    noteGreeted(admission, peer, false)
  }
})

test('sixteen may be here without a hello, on local nets too', (t) => {
  for (const change of [rules, local]) {
    const arrivals = arrive(repeat(20, hostOf), change, { isGreeted: false })
    t.deepEqual(arrivals.slice(15), [undefined, ...Array<Refusal>(4).fill('tooManyPending')])
  }
})

test('forty are accepted at once and then twenty a second', (t) => {
  const admission = createAdmission(limits)
  const acceptedAt = (at: number, from: number): number =>
    repeat(100, (index) => hostOf(from + index)).filter(
      (host) => judgeArrival(admission, host, rules, at) === undefined,
    ).length
  t.is(acceptedAt(0, 0), 40)
  t.is(acceptedAt(500, 1000), 10)
  t.is(acceptedAt(1500, 2000), 20)
})

test('one host may try five times in ten seconds, and the others do not suffer from it', (t) => {
  const admission = createAdmission(limits)
  const tryAt = (at: number, host = '8.8.8.8'): Refusal | undefined =>
    judgeArrival(admission, host, rules, at)
  for (let attempt = 0; attempt < 5; attempt += 1) t.is(tryAt(attempt), undefined)
  for (let attempt = 0; attempt < 1000; attempt += 1) t.is(tryAt(100), 'tooManyAttempts')
  t.is(tryAt(100, '9.9.9.9'), undefined)
  t.is(tryAt(9999), 'tooManyAttempts')
  t.is(tryAt(10_000), undefined)
})

test('no more hosts are watched than the limit, however many try', (t) => {
  const admission = createAdmission(limits)
  for (let number = 0; number < 10_000; number += 1)
    judgeArrival(admission, `${20 + (number % 100)}.${Math.floor(number / 100)}.1.1`, rules, number)
  t.is(admission.attempts.size, 4096)
})

test('who is denied, not allowed or shunned is not let in, before anything is counted', (t) => {
  const deny = parseAddressList(['8.8.0.0/16'], 'deny')
  const allow = parseAddressList(['8.0.0.0/8'], 'allow')
  t.deepEqual(arrive(['8.8.8.8', '8.9.8.8', '9.9.9.9'], { deny, allow }), ['denied', undefined, 'notAllowed'])
  t.deepEqual(arrive(['8.8.8.8'], { isShunned: () => true }), ['shunned'])
  t.deepEqual(arrive(['8.8.8.8'], { isShunned: () => true, profile: 'local' }), [undefined])
  const admission = createAdmission(limits)
  judgeArrival(admission, '8.8.8.8', { ...rules, deny }, 0)
  t.is(admission.attempts.size, 0)
})

test('where only given peers are wanted others are turned away at once, unless somebody is known by his key', (t) => {
  const only = new Set(['8.8.8.8'])
  t.deepEqual(arrive(['8.8.8.8', '9.9.9.9'], { only }), [undefined, 'notAllowed'])
  t.deepEqual(arrive(['9.9.9.9'], { only, hasTrusted: true }), [undefined])
  const admission = createAdmission(limits)
  const greet = (host: string, isTrusted: boolean): number | undefined =>
    judgeGreeting(admission, host, isTrusted, { ...rules, only, hasTrusted: true })?.code
  t.is(greet('9.9.9.9', false), 5)
  t.is(greet('9.9.9.9', true), undefined)
  t.is(greet('8.8.8.8', false), undefined)
})

test('after sixty-four hellos there is no place, except for who is trusted', (t) => {
  const admission = createAdmission(limits)
  for (let peer = 0; peer < limits.maxInbound; peer += 1) {
    t.is(judgeGreeting(admission, hostOf(peer), false, rules), undefined)
    noteOpened(admission, peer, hostOf(peer))
    noteGreeted(admission, peer, false)
  }
  t.like(judgeGreeting(admission, '8.8.8.8', false, rules), { code: 4 })
  t.is(judgeGreeting(admission, '8.8.8.8', true, rules), undefined)
  t.is(judgeArrival(admission, '8.8.8.8', rules, 0), undefined, 'it may still ask who else is here')
  // Who is trusted comes on top and takes nobody's place.
  noteOpened(admission, 1000, '8.8.8.8')
  noteGreeted(admission, 1000, true)
  noteGone(admission, 7)
  t.is(judgeGreeting(admission, '8.8.8.8', false, rules), undefined)
})

test('whatever arrives, no limit is passed', (t) => {
  const arrival = fc.record({
    host: fc
      .tuple(fc.nat(2), fc.nat(1), fc.nat(3), fc.nat(4))
      .map(([a, b, c, d]) => `${20 + a}.${b}.${c}.${d}`),
    afterMs: fc.nat(3000),
    isGreeted: fc.boolean(),
    leaves: fc.nat(30),
  })
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 200 }), (arrivals) => {
      const admission = createAdmission(limits)
      let at = 0
      for (const [peer, { host, afterMs, isGreeted, leaves }] of arrivals.entries()) {
        at += afterMs
        noteGone(admission, leaves)
        if (judgeArrival(admission, host, rules, at) !== undefined) continue
        noteOpened(admission, peer, host)
        if (isGreeted && judgeGreeting(admission, host, false, rules) === undefined)
          noteGreeted(admission, peer, false)
        const open = [...admission.open.values()]
        const most = (keyOf: (host: string) => string): number => {
          const counts = new Map<string, number>()
          for (const each of open) counts.set(keyOf(each.host), (counts.get(keyOf(each.host)) ?? 0) + 1)
          return Math.max(0, ...counts.values())
        }
        t.true(most((name) => name) <= 3)
        t.true(most((name) => name.split('.').slice(0, 3).join('.')) <= 8)
        t.true(most((name) => name.split('.').slice(0, 2).join('.')) <= 16)
        t.true(open.filter((each) => !each.isGreeted).length <= 16)
      }
    }),
    { numRuns: 50 },
  )
})
