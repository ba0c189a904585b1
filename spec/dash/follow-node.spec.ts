import test from 'ava'
import { filter, firstValueFrom, scan } from 'rxjs'
import { followNode } from '../../lib/dash/follow-node.ts'
import { type FeedEvent, readFeedEvent } from '../../lib/dash/feed-event.ts'
import { createNameBook } from '../../lib/names/name-book.ts'
import { feedAfter } from '../support/dash-feed.ts'
import { followDevnet, startDevnet } from '../support/with-devnet.ts'

test('the feed of a node tells of its blocks, peers and state, as a recording holds it', async (t) => {
  const devnet = await startDevnet(t, { history: 30, transactionsPerBlock: 3 })
  const node = followDevnet(devnet)
  const names = createNameBook({ genesis: JSON.parse(devnet.genesis ?? '') as unknown })
  let made = 0
  const batches = await firstValueFrom(
    followNode(node, { network: devnet.network, names }).pipe(
      scan((events, batch) => [...events, ...batch], [] as readonly FeedEvent[]),
      filter((events) => {
        const { status, blocks } = feedAfter(events)
        if (status?.state === 'live' && made < 3) {
          made += 1
          devnet.produce()
        }
        return blocks.at(-1)?.number === 33 && status?.headNumber === 33
      }),
    ),
  )
  t.deepEqual(
    batches.map((event) => readFeedEvent(JSON.parse(JSON.stringify(event)))),
    batches,
  )
  const { blocks, network, peers, witnesses, slots, tally } = feedAfter(batches)
  t.deepEqual(network, { name: 'devnet', chainId: devnet.chainId, intervalSeconds: 1 })
  t.deepEqual(
    blocks.map(({ number, id }) => [number, id]),
    Array.from({ length: 33 }, (_, index) => [index + 1, devnet.block(index + 1)?.id]),
  )
  const [first] = blocks
  const last = blocks.at(-1)
  t.is(first?.source, 'sync')
  t.is(first?.latencyMs, undefined)
  t.is(last?.source, 'live')
  t.is(typeof last?.latencyMs, 'number')
  t.is(last?.operations, last?.details?.length)
  t.true(blocks.every(({ witness }) => devnet.witnesses.some(({ account }) => account.name === witness)))
  t.is(peers[0]?.userAgent, 'rx-bitshares devnet')
  t.is(
    [...witnesses.values()].reduce((sum, { produced }) => sum + produced, 0),
    33,
  )
  t.is(slots.filter(({ isProduced }) => isProduced).length, 33)
  t.true((tally.minutes[0]?.operations ?? 0) > 0)
})
