import test from 'ava'
import fc from 'fast-check'
import { numberOfId } from '../../lib/chain/cursor.ts'
import { blockIds } from '../support/blocks.ts'
import { createSyncWorld, type SyncWorld } from '../support/sync-world.ts'

const HEAD = 3000
/** Milliseconds of one round: all peers answer, then time goes on. */
const ROUND_MS = 250

type Kind = 'honest' | 'silent' | 'slow' | 'without'
interface SimulatedPeer {
  readonly key: number
  readonly kind: Kind
  readonly perRound: number
  owes: string[]
}

/** Answers what the reducer asked, as each kind of peer would. Returns how many messages were exchanged. */
function answer(world: SyncWorld, peers: Map<number, SimulatedPeer>): number {
  let count = 0
  for (const { peer, synopsis } of world.takeAsks()) {
    if (!peers.has(peer)) continue
    count += 1
    const start = Math.max(1, numberOfId(synopsis.at(-1) ?? '0'.repeat(40)))
    const end = Math.min(HEAD, start + 1999)
    world.list(peer, blockIds(start, end), HEAD - end)
  }
  for (const { peer, ids } of world.takeFetches()) peers.get(peer)?.owes.push(...ids)
  for (const simulated of peers.values()) {
    if (simulated.kind === 'silent') continue
    const now = simulated.owes.splice(0, simulated.perRound)
    count += now.length
    for (const id of now) {
      if (simulated.kind === 'without') world.refuse(simulated.key, id)
      else if (!world.deliver(simulated.key, numberOfId(id))) throw new Error(`${id} was not expected`)
    }
  }
  return count
}

const kinds = fc.constantFrom<Kind>('honest', 'silent', 'slow', 'without')

test('with one honest peer among others of any kind, coming and going, the head is reached', (t) => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ kind: kinds, joinRound: fc.nat(60), stayRounds: fc.integer({ min: 1, max: 200 }) }),
        {
          maxLength: 6,
        },
      ),
      fc.nat(30),
      (others, honestJoins) => {
        const world = createSyncWorld()
        const peers = new Map<number, SimulatedPeer>()
        const join = (key: number, kind: Kind): void => {
          const perRound = kind === 'slow' ? 1 : 200
          peers.set(key, { key, kind, perRound, owes: [] })
          world.add(key)
        }
        let round = 0
        for (; world.chain.head.number < HEAD && round < 600; round += 1) {
          if (round === honestJoins) join(0, 'honest')
          for (const [index, { kind, joinRound, stayRounds }] of others.entries()) {
            if (round === joinRound) join(index + 1, kind)
            if (round === joinRound + stayRounds && peers.delete(index + 1)) world.remove(index + 1)
          }
          for (let turn = 0; turn < 4; turn += 1) answer(world, peers)
          world.tick(ROUND_MS)
          for (const { peer, code } of world.takeDisconnects()) {
            if (peer === 0) throw new Error(`the honest peer was dropped: ${code}`)
            if (peers.delete(peer)) world.remove(peer)
          }
        }
        if (world.chain.head.number !== HEAD) throw new Error(`stuck at ${world.chain.head.number}`)
        const seconds = (Math.max(0, round - honestJoins) * ROUND_MS) / 1000
        if (seconds > 60) throw new Error(`took ${seconds} s`)
      },
    ),
    { numRuns: 150 },
  )
  t.pass()
})
