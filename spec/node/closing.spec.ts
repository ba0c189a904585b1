import { setImmediate as turn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import test from 'ava'
import { filter, firstValueFrom } from 'rxjs'
import { followDevnet, startDevnet, whenConnected, whenStatus } from '../support/with-devnet.ts'

// What a process has open is counted, so nothing else may run beside it.

test.serial('the last subscriber to leave closes every connection and timer', async (t) => {
  const devnet = await startDevnet(t, { history: 100, nodes: 3 })
  const before = countResources()
  const node = followDevnet(devnet)
  const first = node.block$.subscribe()
  const second = node.status$.subscribe()
  await whenConnected(devnet, 3)
  await whenStatus(node, 'live')
  first.unsubscribe()
  t.is(await whenConnected(devnet, 3), 3)
  const closed = whenConnected(devnet, 0)
  second.unsubscribe()
  await closed
  t.deepEqual(await countWhenSettled(before), before)
})

test.serial('unsubscribing at any moment of the way there leaves nothing', async (t) => {
  const devnet = await startDevnet(t, { history: 300, nodes: 2 })
  const before = countResources()
  const node = followDevnet(devnet, { from: 250 })
  const moments = [
    'peerDialled',
    'peerGreeted',
    'addressesLearnt',
    'peerActive',
    'startLocated',
    'blockApplied',
  ] as const
  for (const moment of moments) {
    await firstValueFrom(node.event$.pipe(filter(({ type }) => type === moment)))
    await whenConnected(devnet, 0)
    t.deepEqual(await countWhenSettled(before), before, moment)
  }
})

type Counts = Readonly<Record<string, number>>

/** Listening ports are the devnet's, pipes are the test runner's, and what is closing is as good as closed. */
const NOT_OURS: ReadonlySet<string> = new Set(['TCPServerWrap', 'PipeWrap', 'CloseReq'])

function countResources(): Counts {
  const counts: Record<string, number> = {}
  for (const name of process.getActiveResourcesInfo()) {
    if (!NOT_OURS.has(name)) counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** The other ends of connections, which live in this process too, take a few turns of the event loop to see them closed. */
async function countWhenSettled(expected: Counts): Promise<Counts> {
  let counts = countResources()
  for (let round = 0; round < 1000 && !isDeepStrictEqual(counts, expected); round += 1) {
    await turn()
    counts = countResources()
  }
  return counts
}
