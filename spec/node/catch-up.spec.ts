import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import test, { type ExecutionContext } from 'ava'
import { filter, firstValueFrom, lastValueFrom, takeWhile, toArray } from 'rxjs'
import { countPacked, packSignatures } from '../../lib/crypto/packed-signatures.ts'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import { rawOf } from '../../lib/devnet/served-block.ts'
import type { Block } from '../../lib/node/block.ts'
import type { Node } from '../../lib/node/create-node.ts'
import { privateNetwork } from '../../lib/node/networks.ts'
import type { NodeOptions } from '../../lib/node/options.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import {
  createRecoveryPool,
  type RecoveryPool,
  type RecoveryPoolOptions,
} from '../../lib/workers/recovery-pool.ts'
import { readFork } from '../support/fork-vectors.ts'
import { forgeTestChain, makeTestChain, type TestChain } from '../support/test-chain.ts'
import { followDevnet, startDevnet, whenConnected } from '../support/with-devnet.ts'

const fork = readFork()
const chainId = createHash('sha256').update(fork.genesis).digest('hex')
const ids = fork.final.map(({ id }) => id)
/** Most tests have enough in the beginning of it. */
const HEAD = 500

/** The chain that bitshares-core recorded. */
function serveRecorded(t: ExecutionContext, head = HEAD): Promise<Devnet> {
  return startDevnet(t, { recording: fork.final.slice(0, head).map(({ raw }) => raw), chainId })
}

function follow(devnet: Devnet, options: NodeOptions): Node {
  return followDevnet(devnet, {
    network: privateNetwork(devnet.chainId),
    genesis: fork.genesis,
    verify: 'strict',
    ...options,
  })
}

/** A pool that counts the signatures it is given. */
function countingPool(
  t: ExecutionContext,
  options: RecoveryPoolOptions = {},
): { readonly pool: RecoveryPool; readonly count: () => number } {
  const inner = createRecoveryPool({ threads: 1, ...options })
  t.teardown(() => inner.close())
  let count = 0
  const pool: RecoveryPool = {
    get status() {
      return inner.status
    },
    hasRoom: (wanted) => inner.hasRoom(wanted),
    whenRoom: (wanted) => inner.whenRoom(wanted),
    recover(packed) {
      count += countPacked(packed)
      return inner.recover(packed)
    },
    close: () => inner.close(),
  }
  return { pool, count: () => count }
}

const upTo = (node: Node, last: number): Promise<Block[]> =>
  lastValueFrom(
    node.block$.pipe(
      takeWhile(({ number }) => number < last, true),
      toArray(),
    ),
  )

const POOLS: readonly (readonly [string, RecoveryPoolOptions, 'threads' | 'main'])[] = [
  ['a thread', {}, 'threads'],
  ['three threads', { threads: 3 }, 'threads'],
  ['no threads', { threads: 0 }, 'main'],
  [
    'threads that do not start',
    { threadFile: new URL('../support/no-such-thread.js', import.meta.url) },
    'main',
  ],
  [
    'threads that break down',
    { threadFile: new URL('../support/breaking-thread.js', import.meta.url) },
    'threads',
  ],
]
for (const [title, options, where] of POOLS) {
  test(`the keys of the past are recovered by a pool with ${title}, and the blocks are the same`, async (t) => {
    const devnet = await serveRecorded(t, ids.length)
    const { pool, count } = countingPool(t, options)
    const blocks = await upTo(follow(devnet, { recoveryPool: pool }), ids.length)
    t.deepEqual(
      blocks.map(({ id }) => id),
      ids,
    )
    t.true(blocks.every(({ verified }) => verified.level === 'strict' && verified.signer === 'known'))
    t.true(count() >= ids.length - 8, `${count()} of ${ids.length}`)
    t.is(pool.status.where, where)
  })
}

test('where the pool is closed, and where there is none of its own, blocks are verified all the same', async (t) => {
  const devnet = await serveRecorded(t)
  const { pool, count } = countingPool(t)
  pool.close()
  for (const options of [{ recoveryPool: pool }, {}]) {
    const blocks = await upTo(follow(devnet, { ...options, verify: 'signatures' }), HEAD)
    t.deepEqual(
      blocks.map(({ id }) => id),
      ids.slice(0, HEAD),
    )
    t.true(blocks.every(({ verified }) => verified.level === 'signatures'))
  }
  t.is(count(), 0)
})

test('a pool that is closed on the way loses nothing', async (t) => {
  const devnet = await serveRecorded(t)
  const { pool } = countingPool(t)
  const node = follow(devnet, { recoveryPool: pool })
  const all = upTo(node, HEAD)
  await firstValueFrom(node.block$)
  pool.close()
  t.deepEqual(
    (await all).map(({ id }) => id),
    ids.slice(0, HEAD),
  )
})

test('links alone give the pool nothing to do', async (t) => {
  const devnet = await serveRecorded(t)
  const { pool, count } = countingPool(t)
  t.is((await upTo(follow(devnet, { recoveryPool: pool, verify: 'links' }), HEAD)).length, HEAD)
  t.is(count(), 0)
  t.is(pool.status.threads, 0)
})

const serveTest = (t: ExecutionContext, chain: TestChain, seed: string, hold = 0): Promise<Devnet> =>
  startDevnet(t, {
    seed,
    recording: Array.from({ length: chain.length }, (_, index) => rawOf(chain.served(index + 1))),
    chainId: chain.chainId,
    hold,
  })

test('who sent a block that nobody signed is let go for it, and the honest peer serves on', async (t) => {
  const chain = makeTestChain(305)
  const honest = await serveTest(t, chain, 'honest', 5)
  // So near to the head that it may still win, and far ahead.
  const liar = await serveTest(t, forgeTestChain(makeTestChain(420), 298, 420), 'liar')
  const { pool, count } = countingPool(t)
  const node = follow(honest, {
    network: privateNetwork(chain.chainId),
    genesis: chain.genesis,
    peers: [honest, liar].map(({ address }) => formatAddress(address)),
    recoveryPool: pool,
  })
  const blocks = upTo(node, 305)
  const refused = firstValueFrom(node.event$.pipe(filter((event) => event.type === 'blockRefused')))
  const closed = await firstValueFrom(node.event$.pipe(filter((event) => event.type === 'peerClosed')))
  t.like(closed, { peer: formatAddress(liar.address), code: 'BAD_BLOCK', isFault: true })
  t.like(await refused, { peer: closed.peer, block: { number: 299 }, reason: { code: 'BAD_SIGNATURE' } })
  for (let count = 0; count < 5; count += 1) honest.produce()
  t.deepEqual(
    (await blocks).map(({ id }) => id),
    Array.from({ length: 305 }, (_, index) => chain.served(index + 1).id),
  )
  t.true(count() > 290)
})

test('left on the way, nothing of it comes any more, and whoever subscribes then begins anew', async (t) => {
  const devnet = await serveRecorded(t)
  const { pool } = countingPool(t)
  const node = follow(devnet, { recoveryPool: pool })
  const seen: number[] = []
  await new Promise<void>((resolve) => {
    const subscription = node.block$.subscribe(({ number }) => {
      seen.push(number)
      if (number !== 250) return
      subscription.unsubscribe()
      resolve()
    })
  })
  await whenConnected(devnet, 0)
  // Whatever threads had at work is answered before this.
  await firstValueFrom(pool.recover(packSignatures([])))
  t.is(pool.status.queuedSignatures, 0)
  t.is(seen.at(-1), 250)
  t.is(seen.length, 250)
  t.is((await upTo(node, HEAD)).length, HEAD)
})

test('an abort on the way completes the streams', async (t) => {
  const devnet = await serveRecorded(t)
  const { pool } = countingPool(t)
  const controller = new AbortController()
  const node = follow(devnet, { recoveryPool: pool, signal: controller.signal })
  const all = lastValueFrom(node.block$.pipe(toArray()))
  await firstValueFrom(node.block$)
  controller.abort()
  const numbers = (await all).map(({ number }) => number)
  t.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
  )
  await whenConnected(devnet, 0)
})

test('threads that are still at work keep no process alive after the last subscriber has left', async (t) => {
  const devnet = await serveRecorded(t)
  const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
  const script = `
    const { createNode } = await import(${here('../../lib/node/create-node.js')})
    const { privateNetwork } = await import(${here('../../lib/node/networks.js')})
    const { createRecoveryPool } = await import(${here('../../lib/workers/recovery-pool.js')})
    const pool = createRecoveryPool({ threads: 1, idleMs: Infinity, backend: 'noble' })
    const node = createNode({
      network: privateNetwork('${devnet.chainId}'),
      peers: ['${formatAddress(devnet.address)}'],
      only: true,
      from: 'genesis',
      recoveryPool: pool,
    })
    const subscription = node.block$.subscribe(() => {
      subscription.unsubscribe()
      process.once('exit', () => console.log(pool.status.threads, pool.status.queuedSignatures > 0))
    })`
  const args = ['--input-type=module', '--eval', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 30_000 })
  t.is(stdout, '1 true\n')
})
