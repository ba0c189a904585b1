import test, { type ExecutionContext } from 'ava'
import { filter, firstValueFrom, map, take, takeWhile, toArray } from 'rxjs'
import type { Cursor } from '../../lib/chain/cursor.ts'
import { createDevnet } from '../../lib/devnet/create-devnet.ts'
import type { DevnetOptions } from '../../lib/devnet/devnet-options.ts'
import type { Devnet, DevnetBlock } from '../../lib/devnet/devnet.ts'
import { UsageError } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import { createNode, type Node } from '../../lib/node/create-node.ts'
import type { NodeOptions } from '../../lib/node/options.ts'
import { viewBlockMessage } from '../../lib/protocol/block-view.ts'
import { toMessageHash } from '../../lib/protocol/identities.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { connectClient, type ScriptedClient } from './scripted-client.ts'

const START = new Date('2026-01-01T00:00:00Z')

async function startDevnet(t: ExecutionContext, options: DevnetOptions = {}): Promise<Devnet> {
  const devnet = createDevnet({
    production: 'manual',
    startTime: START,
    nodes: 2,
    transactionsPerBlock: 1,
    ...options,
  })
  t.teardown(() => devnet.close())
  await devnet.start()
  return devnet
}

async function askIds(client: ScriptedClient, synopsis: readonly string[]): Promise<readonly string[]> {
  client.send({
    type: 'fetch_blockchain_item_ids_message',
    item_type: ITEM_TYPE.block,
    blockchain_synopsis: synopsis,
  })
  return (await client.take('blockchain_item_ids_inventory_message')).item_hashes_available
}

async function askBlock(client: ScriptedClient, hash: string): Promise<string> {
  client.send({ type: 'fetch_items_message', item_type: ITEM_TYPE.block, items_to_fetch: [hash] })
  const { payload } = await client.take('block_message')
  return viewBlockMessage(payload).block.id
}

/** Hashes of the blocks that were announced since the last call; waits for so many announcements. */
async function takeAnnounced(client: ScriptedClient, count: number): Promise<readonly string[]> {
  const hashes: string[] = []
  while (hashes.length < count) {
    const message = await client.take('item_ids_inventory_message')
    if (message.item_type === ITEM_TYPE.block) hashes.push(...message.item_hashes_available)
  }
  return hashes
}

/** The hash that a block is announced by. */
function hashOf({ raw, id }: DevnetBlock): string {
  return toMessageHash(Uint8Array.from([...raw, ...Buffer.from(id, 'hex')]))
}

/** Blocks made while `run` runs. */
async function madeBy(devnet: Devnet, run: () => void): Promise<readonly DevnetBlock[]> {
  const blocks: DevnetBlock[] = []
  const subscription = devnet.block$.subscribe((block) => blocks.push(block))
  run()
  subscription.unsubscribe()
  return Promise.resolve(blocks)
}

test('each node serves and announces its own branch, and the loser goes over to the winner', async (t) => {
  const devnet = await startDevnet(t, { history: 10 })
  const [one, other] = await Promise.all(
    devnet.addresses.map((address) => connectClient(t, address, devnet.chainId)),
  )
  if (one === undefined || other === undefined) return t.fail()
  const head = devnet.head.id
  // Whoever has everything is told what is new.
  for (const client of [one, other]) t.deepEqual(await askIds(client, [head]), [head])

  const fork = devnet.fork()
  t.is(fork.after.id, head)
  const zeros = await madeBy(devnet, () => fork.produce(0, 2))
  const ones = await madeBy(devnet, () => fork.produce(1, 3))
  t.deepEqual(fork.heads, [
    { number: 12, id: zeros[1]?.id ?? '' },
    { number: 13, id: ones[2]?.id ?? '' },
  ])
  t.true(zeros.every(({ branch }) => branch === 0) && ones.every(({ branch }) => branch === 1))
  t.deepEqual(await takeAnnounced(one, 2), zeros.map(hashOf))
  t.deepEqual(await takeAnnounced(other, 3), ones.map(hashOf))
  const idsOf = (blocks: readonly DevnetBlock[]): readonly string[] => blocks.map(({ id }) => id)
  t.deepEqual(await askIds(one, [head]), [head, ...idsOf(zeros)])
  t.deepEqual(await askIds(other, [head]), [head, ...idsOf(ones)])
  // A peer that stands on the other branch is told from where they part.
  t.deepEqual(await askIds(one, [head, ones[0]?.id ?? '']), [head, ...idsOf(zeros)])
  for (const client of [one, other])
    await askIds(client, [client === one ? fork.heads[0].id : fork.heads[1].id])

  t.is(fork.join(), 1)
  t.deepEqual(devnet.head, { number: 13, id: ones[2]?.id ?? '' })
  t.is(devnet.block(11)?.id, ones[0]?.id)
  t.deepEqual(await takeAnnounced(one, 3), ones.map(hashOf))
  t.deepEqual(await askIds(one, [head]), [head, ...idsOf(ones)])
  // It gives what it announces, and the blocks that it has just lost to who still knows their ids.
  const [{ id: lostId }, won] = [zeros[1] as DevnetBlock, ones[0] as DevnetBlock]
  t.is(await askBlock(one, hashOf(won)), won.id)
  for (const client of [one, other]) t.is(await askBlock(client, lostId), lostId)

  for (const client of [one, other]) t.is((await askIds(client, [devnet.head.id])).length, 1)
  const after = await madeBy(devnet, () => devnet.produce(2))
  t.true(after.every(({ branch }) => branch === undefined))
  t.deepEqual(await takeAnnounced(one, 2), after.map(hashOf))
  t.deepEqual(await takeAnnounced(other, 2), after.map(hashOf))
})

test('tells how it split and grew together', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const told = firstValueFrom(
    devnet.event$.pipe(
      filter(({ type }) => type === 'forked' || type === 'joined' || type === 'blockMade'),
      take(6),
      toArray(),
    ),
  )
  const fork = devnet.fork({ after: 4 })
  fork.produce(1, 2)
  t.is(fork.join(0), 0)
  const [forked, first, second, extra, another, joined] = await told
  t.like(forked, { type: 'forked', after: { number: 4 } })
  t.like(first, { type: 'blockMade', block: { number: 5, branch: 1 } })
  t.like(second, { type: 'blockMade', block: { number: 6, branch: 1 } })
  // Named as the winner it first gets longer.
  t.like(extra, { type: 'blockMade', block: { number: 6, branch: 0 } })
  t.like(another, { type: 'blockMade', block: { number: 7, branch: 0 } })
  if (joined?.type !== 'joined') return t.fail()
  t.is(joined.winner, 0)
  t.deepEqual(
    joined.undone.map(({ number, branch }) => [number, branch]),
    [
      [6, 1],
      [5, 1],
    ],
  )
  t.deepEqual(
    joined.applied.map(({ number, branch }) => [number, branch]),
    [
      [5, 0],
      [6, 0],
      [7, 0],
    ],
  )
  t.deepEqual(fork.heads[0], devnet.head)
})

function follow(devnet: Devnet, options: NodeOptions = {}): Node {
  const peers = devnet.addresses.map(formatAddress)
  return createNode({
    network: devnet.network,
    peers,
    only: true,
    from: 'genesis',
    verify: 'strict',
    ...options,
  })
}

/** `+12` for an applied block, `-12` for an undone one, until that number is applied. */
function story(node: Node, last: number): Promise<readonly string[]> {
  return firstValueFrom(
    node.chain$.pipe(
      filter(({ type }) => type !== 'block_irreversible'),
      takeWhile(({ block }) => block.number < last, true),
      map(({ type, block }) => `${type === 'block_applied' ? '+' : '-'}${block.number}`),
      toArray(),
    ),
  )
}

/** Resolves when all nodes of the devnet will tell the node what is new. */
async function whenInSync(node: Node, devnet: Devnet): Promise<void> {
  const inSync = devnet.nodes.length
  await firstValueFrom(
    node.peers$.pipe(filter((peers) => peers.filter(({ sync }) => sync === 'inSync').length === inSync)),
  )
}

/** Resolves when a block is the head. */
async function whenHead(node: Node, { id }: Cursor): Promise<void> {
  await firstValueFrom(node.status$.pipe(filter(({ head }) => head?.id === id)))
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

for (const depth of [1, 4, 20]) {
  test(`a node that hears both branches undoes ${depth} blocks and follows the winner`, async (t) => {
    const devnet = await startDevnet(t, { history: 12, seed: `depth ${depth}` })
    const node = follow(devnet)
    const told = story(node, 14 + depth)
    await whenInSync(node, devnet)
    const fork = devnet.fork()
    fork.produce(1, depth)
    await whenHead(node, fork.heads[1])
    fork.produce(0, depth + 1)
    await whenHead(node, fork.heads[0])
    fork.join()
    devnet.produce()
    const lost = range(13, 12 + depth)
    t.deepEqual(await told, [
      ...[...range(1, 12), ...lost].map((number) => `+${number}`),
      ...lost.toReversed().map((number) => `-${number}`),
      ...range(13, 14 + depth).map((number) => `+${number}`),
    ])
  })
}

test('a node that follows the loser alone goes over with it', async (t) => {
  const devnet = await startDevnet(t, { nodes: 1, history: 8 })
  const node = follow(devnet)
  const told = story(node, 13)
  await whenInSync(node, devnet)
  const fork = devnet.fork()
  fork.produce(0, 3)
  await whenHead(node, fork.heads[0])
  fork.produce(1, 4)
  t.is(fork.join(), 1)
  devnet.produce()
  t.deepEqual((await told).slice(8), [
    '+9',
    '+10',
    '+11',
    '-11',
    '-10',
    '-9',
    '+9',
    '+10',
    '+11',
    '+12',
    '+13',
  ])
})

test('a node does not follow a longer branch that parts below what is irreversible', async (t) => {
  const devnet = await startDevnet(t, { history: 40 })
  const node = follow(devnet)
  const told = story(node, 44)
  const final = firstValueFrom(node.irreversible$.pipe(filter(({ number }) => number > 20)))
  const refused = firstValueFrom(node.event$.pipe(filter((event) => event.type === 'blockRefused')))
  await whenInSync(node, devnet)
  t.true((await final).number > 20)
  const blocksBefore = new Set(range(1, 40).map((number) => devnet.block(number)?.id))
  const fork = devnet.fork({ after: 10 })
  fork.produce(1, 32)
  t.is(fork.heads[1].number, 42)
  const { block, reason } = await refused
  t.is(reason.code, 'BELOW_IRREVERSIBLE')
  t.true(block.number > 10 && !blocksBefore.has(block.id))
  // The blocks of the irreversible chain go on to come from the other node.
  fork.produce(0, 4)
  await whenHead(node, fork.heads[0])
  t.deepEqual(
    await told,
    range(1, 44).map((number) => `+${number}`),
  )
})

test('splits by itself at the pace it was told, over the same bytes for the same seed', async (t) => {
  const run = async (): Promise<readonly string[]> => {
    const devnet = await startDevnet(t, {
      production: 'timed',
      intervalMs: 20,
      forks: { every: 3, depth: 2 },
      seed: 'by itself',
    })
    t.is(devnet.nodes.length, 2)
    const joined = await firstValueFrom(
      devnet.event$.pipe(
        filter((event) => event.type === 'joined'),
        take(2),
        toArray(),
      ),
    )
    for (const { undone, applied } of joined) {
      t.is(undone.length, 2)
      t.true(applied.length > 2)
    }
    await devnet.close()
    return joined.flatMap(({ winner, undone, applied }) => [
      `winner ${winner}`,
      ...[...undone, ...applied].map(({ id }) => id),
    ])
  }
  const [one, another] = await Promise.all([run(), run()])
  t.deepEqual(one, another)
})

test('says in one sentence what cannot be', async (t) => {
  const bad = (message: string) => ({ instanceOf: UsageError, code: 'BAD_OPTION', message })
  const devnet = await startDevnet(t, { history: 3 })
  const fork = devnet.fork()
  t.throws(
    () => devnet.fork(),
    bad('the devnet is split: make blocks on one of the branches, or join them first'),
  )
  t.throws(
    () => devnet.produce(),
    bad('the devnet is split: make blocks on one of the branches, or join them first'),
  )
  fork.join()
  t.throws(() => fork.produce(0), bad('this fork is over'))
  t.throws(() => fork.join(), bad('this fork is over'))
  devnet.produce()
  t.is(devnet.head.number, 4)
  const timed = createDevnet()
  t.throws(() => timed.fork(), bad("fork() is for a running devnet with production: 'manual'"))
  for (const [options, message] of [
    [{ forks: { depth: 21 } }, 'forks.depth is 21, not a whole number from 1 to 20'],
    [{ forks: { depth: [3, 2] } }, 'forks.depth is 2, not a whole number from 3 to 20'],
    [{ forks: { every: 0 } }, 'forks.every is 0, not a whole number from 1 to 10000'],
    [{ forks: {}, witnesses: 1 }, 'a fork needs at least two witnesses'],
    [{ forks: {}, production: 'manual' }, "forks come by themselves; with production: 'manual' call fork()"],
    [{ forks: {}, recording: 'blocks.bin' }, 'a recording has no forks but its own'],
  ] as const)
    t.throws(() => createDevnet(options), bad(message))
})
