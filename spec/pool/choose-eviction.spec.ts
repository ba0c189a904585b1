import test from 'ava'
import { chooseEviction, type InboundPeer } from '../../lib/pool/choose-eviction.ts'
import { seededRandom } from '../support/pool-world.ts'

const rules = { profile: 'public', secret: new Uint8Array(32).fill(5) } as const

/** Sixty-four peers that have done nothing, each in a network of its own; the later the younger. */
function createCrowd(change: (key: number) => Partial<InboundPeer> = () => ({})): InboundPeer[] {
  return Array.from({ length: 64 }, (_, key) => ({
    key,
    host: `${20 + key}.1.1.1`,
    since: key * 1000,
    isTrusted: false,
    roundTripMs: undefined,
    lastBlockAt: undefined,
    lastTransactionAt: undefined,
    ...change(key),
  }))
}

/** Lets one after the other go until all that are left have earned their place. */
function evictAll(crowd: readonly InboundPeer[]): readonly number[] {
  let left = crowd
  const gone: number[] = []
  for (;;) {
    const victim = chooseEviction(left, rules)
    if (victim === undefined) return gone
    gone.push(victim.key)
    left = left.filter(({ key }) => key !== victim.key)
  }
}

test('the youngest of the most crowded network goes', (t) => {
  const crowd = createCrowd((key) => (key >= 40 && key < 60 ? { host: `99.9.${key}.1` } : {}))
  t.is(chooseEviction(crowd, rules)?.key, 59)
})

test('in a crowd of all networks the youngest that nothing speaks for goes', (t) => {
  const victim = chooseEviction(createCrowd(), rules)
  t.true((victim?.key ?? 0) >= 59)
})

test('the four best of each merit stay, however many come', (t) => {
  const merits: readonly (readonly [string, (rank: number) => Partial<InboundPeer>])[] = [
    ['nearest', (rank) => ({ roundTripMs: 100 - rank })],
    ['latest with a block', (rank) => ({ lastBlockAt: rank })],
    ['latest with a transaction', (rank) => ({ lastTransactionAt: rank })],
  ]
  for (const [title, meritOf] of merits) {
    // The youngest ten have the merit, the more the younger; all in one network.
    const crowd = createCrowd((key) => (key >= 54 ? { host: `99.9.${key}.1`, ...meritOf(key) } : {}))
    const gone = evictAll(crowd)
    for (const key of [60, 61, 62, 63]) t.false(gone.includes(key), `${title} ${key}`)
    t.true(gone.includes(55) || gone.includes(56), title)
  }
})

test('of those that nothing speaks for the half that has been here longest stays', (t) => {
  let crowd = createCrowd()
  for (let round = 0; round < 300; round += 1) {
    const victim = chooseEviction(crowd, rules)
    if (victim === undefined) return t.fail()
    const host = `${100 + (round % 100)}.${round}.1.1`
    crowd = [
      ...crowd.filter((peer) => peer !== victim),
      { ...victim, key: 64 + round, host, since: 64_000 + round },
    ]
  }
  for (let key = 0; key < 30; key += 1)
    t.true(
      crowd.some((peer) => peer.key === key),
      String(key),
    )
})

test('networks of a rank that nobody else knows keep four places', (t) => {
  const crowd = createCrowd()
  const gone = (byte: number): readonly number[] => {
    let left: readonly InboundPeer[] = crowd
    const keys: number[] = []
    for (;;) {
      const victim = chooseEviction(left, { ...rules, secret: new Uint8Array(32).fill(byte) })
      if (victim === undefined) return keys
      keys.push(victim.key)
      left = left.filter((peer) => peer !== victim)
    }
  }
  t.notDeepEqual(gone(1), gone(2))
})

test('one that is trusted never goes, nor does anybody where all have earned their place', (t) => {
  t.is(
    chooseEviction(
      createCrowd(() => ({ isTrusted: true })),
      rules,
    ),
    undefined,
  )
  t.is(chooseEviction([], rules), undefined)
  t.is(chooseEviction(createCrowd().slice(0, 4), rules), undefined)
})

test('on local nets every peer counts as a network of its own', (t) => {
  const crowd = createCrowd(() => ({ host: '127.0.0.1' }))
  t.true((chooseEviction(crowd, { ...rules, profile: 'local' })?.key ?? 0) >= 55)
})

test('an attacker who fills all places again and again does not drive out those who are of use', (t) => {
  const random = seededRandom(9)
  let crowd: InboundPeer[] = createCrowd((key) =>
    key < 8 ? { roundTripMs: 5 + key, lastBlockAt: 1000 + key, lastTransactionAt: 1000 + key } : {},
  )
  for (let round = 0; round < 2000; round += 1) {
    const victim = chooseEviction(crowd, rules)
    if (victim === undefined) break
    crowd = crowd.filter((peer) => peer !== victim)
    const host = `${100 + Math.floor(random() * 100)}.${Math.floor(random() * 250)}.1.1`
    const newcomer = {
      ...victim,
      key: 1000 + round,
      host,
      since: 100_000 + round,
      roundTripMs: 20 + 100 * random(),
    }
    crowd.push({ ...newcomer, lastBlockAt: undefined, lastTransactionAt: undefined })
  }
  for (let key = 4; key < 8; key += 1) t.true(crowd.some((peer) => peer.key === key))
})
