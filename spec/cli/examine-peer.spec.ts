import test from 'ava'
import { lastValueFrom, toArray } from 'rxjs'
import { examinePeer } from '../../lib/cli/examine-peer.ts'
import { createClock } from '../../lib/peer/clock.ts'
import { startDevnet } from '../support/with-devnet.ts'
import { listen } from '../support/loopback.ts'
import { varyNodes } from '../../lib/devnet/node-traits.ts'
import type { Devnet } from '../../lib/devnet/devnet.ts'

async function examine({ network, address }: Devnet, where = address) {
  return lastValueFrom(examinePeer(where, network, createClock()).pipe(toArray()))
}

test('a node that is in order passes every check, in their order', async (t) => {
  const findings = await examine(await startDevnet(t, { history: 40 }))
  t.true(findings.every(({ isGood }) => isGood))
  const checks = findings.map(({ check }) => check)
  t.deepEqual(
    checks.filter((check) => check !== 'clock'),
    ['tcp', 'keys', 'hello', 'handshake', 'blocks', 'head'],
  )
  t.true(checks.includes('clock'))
  t.regex(findings.at(-1)?.text ?? '', /head block 40 is 0 s old: the node is in sync/)
})

test('a node that is stuck, or whose clock is wrong, is told so', async (t) => {
  const [trait] = varyNodes('a', 1)
  if (trait === undefined) return t.fail()
  const varied = [{ ...trait, stuckAt: 3, clockOffsetMs: 60_000 }]
  const findings = await examine(await startDevnet(t, { history: 60, varied }))
  const bad = findings.filter(({ isGood }) => !isGood).map(({ check }) => check)
  t.deepEqual([...new Set(bad)].sort(), ['clock', 'head'])
})

test('one that is full says so', async (t) => {
  const [trait] = varyNodes('a', 1)
  if (trait === undefined) return t.fail()
  const findings = await examine(await startDevnet(t, { varied: [{ ...trait, isFull: true }] }))
  t.is(findings.at(-1)?.error?.code, 'REJECTED')
  t.regex(findings.at(-1)?.text ?? '', /it is full, or keeps a list of who may connect/)
})

test('where nothing listens the first check fails', async (t) => {
  const listener = await listen(t)
  const { address } = listener
  listener.close()
  const findings = await examine(await startDevnet(t), address)
  t.deepEqual(
    findings.map(({ check, isGood }) => [check, isGood]),
    [['tcp', false]],
  )
})
