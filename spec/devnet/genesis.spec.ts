import test from 'ava'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import { createDevnet } from '../../lib/devnet/create-devnet.ts'
import { hashHex } from '../../lib/platform/node.ts'
import { hexOf } from '../support/hex.ts'
import { readFork } from '../support/fork-vectors.ts'

const START = new Date('2026-01-01T00:00:00Z')

for (const witnesses of [1, 7, 101]) {
  test(`a devnet of ${witnesses} witnesses begins with a genesis document that a node can read`, (t) => {
    const devnet = createDevnet({ witnesses, startTime: START, intervalMs: 3000 })
    const { genesis, chainId } = devnet.network
    if (genesis === undefined) return t.fail()
    t.is(devnet.genesis, new TextDecoder().decode(genesis))
    t.is(hashHex('sha256', genesis), chainId)
    const read = readGenesis(genesis)
    t.is(read.chainId, chainId)
    t.is(read.timing.blockIntervalSeconds, devnet.network.blockIntervalSeconds)
    t.is(read.timing.maintenanceSkipSlots, 0)
    t.is(read.witnesses.timestamp, START.getTime() / 1000)
    const numbers = devnet.witnesses.map(({ instance }) => instance)
    t.deepEqual(read.witnesses.initial, numbers)
    t.deepEqual(read.witnesses.elected, numbers)
    for (const { instance, signing } of devnet.witnesses)
      t.deepEqual(read.keys.keys.get(instance), { key: hexOf(signing.publicKey), source: 'genesis' })
  })
}

test('it has the members of one that bitshares-core began a chain with', (t) => {
  type Members = Readonly<Record<string, unknown>>
  const parse = (text: string): Members => JSON.parse(text) as Members
  const own = parse(createDevnet().genesis ?? '')
  const recorded = parse(new TextDecoder().decode(readFork().genesis))
  const names = (members: unknown): readonly string[] => Object.keys(members as Members).sort()
  const firstOf = (list: unknown): unknown => (list as readonly unknown[])[0]
  t.deepEqual(names(own), names(recorded))
  for (const member of ['initial_parameters', 'immutable_parameters'])
    t.deepEqual(names(own[member]), names(recorded[member]))
  for (const member of ['initial_accounts', 'initial_balances', 'initial_witness_candidates'])
    t.deepEqual(names(firstOf(own[member])), names(firstOf(recorded[member])))
})

test('a recording comes without one', (t) => {
  const recording = readFork().lost.map(({ raw }) => raw)
  const { network, genesis } = createDevnet({ recording, chainId: '00'.repeat(32) })
  t.is(genesis, undefined)
  t.is(network.genesis, undefined)
})
