import test from 'ava'
import {
  filter,
  firstValueFrom,
  ReplaySubject,
  Subject,
  takeUntil,
  takeWhile,
  tap,
  timer,
  toArray,
  VirtualTimeScheduler,
} from 'rxjs'
import { type Cursor, GENESIS } from '../../lib/chain/cursor.ts'
import { createDevnet } from '../../lib/devnet/create-devnet.ts'
import { rawOf } from '../../lib/devnet/served-block.ts'
import { Block } from '../../lib/node/block.ts'
import type { ChainEvent } from '../../lib/node/chain-event.ts'
import { FLUSH_MS, keepInStore } from '../../lib/node/keep-in-store.ts'
import type { RunOutput } from '../../lib/node/run-node.ts'
import type { Start } from '../../lib/node/node-state.ts'
import type { BlockStore, StoreEvent } from '../../lib/store/block-store.ts'
import { createMemoryStore } from '../../lib/store/memory-store.ts'
import { collect, followDevnet, startDevnet } from '../support/with-devnet.ts'
import { forkTestChain, makeTestChain, type TestChain } from '../support/test-chain.ts'
import { toList } from '../support/store-folder.ts'

const settle = () => firstValueFrom(timer(0))
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

test('a node keeps what it applies, and another goes on where it was', async (t) => {
  const devnet = await startDevnet(t, { history: 40 })
  const store = createMemoryStore()
  const first = followDevnet(devnet, { store })
  const durable$ = first.event$.pipe(filter(({ type }) => type === 'durable'))
  const reached = firstValueFrom(
    durable$.pipe(filter((event) => event.type === 'durable' && event.number === 40)),
  )
  t.deepEqual(await reached, { type: 'durable', number: 40, id: devnet.head.id })
  t.deepEqual(await store.last(), devnet.head)

  devnet.produce(5)
  // Begins after the last block of the store, not at block 1 as it is told.
  const second = followDevnet(devnet, { store })
  const blocks = await collect(second.block$, 5)
  t.deepEqual(
    blocks.map(({ number }) => number),
    range(41, 45),
  )
  await settle()
  const kept = await toList(store.read(1))
  t.deepEqual(
    kept.map(({ id }) => id),
    range(1, 45).map((number) => devnet.block(number)?.id),
  )
  t.deepEqual(Buffer.from(kept[43]?.raw ?? []), Buffer.from(devnet.block(44)?.raw ?? []))
})

test('stopped by its signal, a node has kept all it told', async (t) => {
  const devnet = await startDevnet(t, { history: 60 })
  const store = createMemoryStore()
  const controller = new AbortController()
  const node = followDevnet(devnet, { store, signal: controller.signal })
  const stop = ({ number }: Block) => number === 50 && controller.abort()
  const told = await firstValueFrom(node.block$.pipe(tap(stop), toArray()))
  t.deepEqual(await store.last(), told.at(-1)?.cursor)
})

test('a store that ends on a branch its only peer has left comes over', async (t) => {
  const lost = makeTestChain(30)
  const other = forkTestChain(lost, 24, 40)
  const store = createMemoryStore()
  await store.append(range(1, 30).map((number) => lost.received(number)))
  const devnet = createDevnet({ recording: rawsOf(other), chainId: other.chainId, production: 'manual' })
  await devnet.start()
  t.teardown(() => devnet.close())
  const node = followDevnet(devnet, { store, verify: 'links' })
  const isLast = ({ type, block }: ChainEvent) => type === 'block_applied' && block.number === 40
  const events = await firstValueFrom(
    node.chain$.pipe(
      takeWhile((event) => !isLast(event), true),
      toArray(),
    ),
  )
  const of = (wanted: ChainEvent['type']) =>
    events.filter(({ type }) => type === wanted).map(({ block }) => block)
  t.deepEqual(
    of('block_undone').map(({ number }) => number),
    [30, 29, 28, 27, 26, 25],
  )
  t.deepEqual(
    of('block_undone').map(({ id, received }) => [id, received.source]),
    range(25, 30)
      .reverse()
      .map((number) => [lost.served(number).id, 'store']),
  )
  t.deepEqual(
    of('block_applied').map(({ number }) => number),
    range(25, 40),
  )
  await settle()
  t.deepEqual(
    (await toList(store.read(1))).map(({ id }) => id),
    range(1, 40).map((number) => other.served(number).id),
  )
})

function rawsOf(chain: TestChain): readonly Uint8Array[] {
  return range(1, chain.length).map((number) => rawOf(chain.served(number)))
}

/** The composition over a run that is told what to say, and a store that is told when to be done. */
function makeKeeper(last?: Cursor) {
  const chain = makeTestChain(20)
  const run$ = new Subject<RunOutput>()
  const end$ = new ReplaySubject<void>(1)
  const event$ = new Subject<StoreEvent>()
  const scheduler = new VirtualTimeScheduler()
  const appends: (() => void)[] = []
  const told: string[] = []
  const starts: (Start | undefined)[] = []
  const store: BlockStore = {
    ...createMemoryStore(),
    event$,
    last: () => Promise.resolve(last),
    append: (blocks) =>
      new Promise((resolve) => {
        const { number, id } = blocks.at(-1) ?? GENESIS
        appends.push(() => resolve({ number, id }))
      }),
  }
  const subscription = keepInStore({
    store,
    gate: { close: () => undefined, open: () => undefined },
    run(start) {
      starts.push(start)
      return run$.pipe(takeUntil(end$))
    },
    end$,
    scheduler,
    prefix: 'BTS',
  }).subscribe({
    next: (output) =>
      told.push(
        output.do === 'emit'
          ? output.event.type
          : `${output.do}${output.do === 'change' ? ` ${output.change.applied.length}` : ''}`,
      ),
    complete: () => told.push('complete'),
    error: (error: unknown) => told.push((error as Error).message),
  })
  const apply = (number: number) => {
    const block = new Block(chain.received(number), { at: 0, source: 'sync' })
    run$.next({ do: 'change', change: { undone: [], applied: [block], irreversible: [] } })
  }
  return { run$, end$, event$, scheduler, appends, told, starts, apply, subscription }
}

test('an end waits for the blocks that are not durable yet', async (t) => {
  const { run$, end$, appends, told, apply } = makeKeeper()
  await settle()
  apply(1)
  apply(2)
  await settle()
  end$.next()
  t.false(run$.observed)
  t.deepEqual(told, ['change 1', 'change 1'])
  appends[0]?.()
  await settle()
  t.deepEqual(told, ['change 1', 'change 1', 'durable', 'complete'])
})

test('an end does not wait long for a disk that does nothing', async (t) => {
  const { end$, event$, scheduler, told, apply } = makeKeeper()
  await settle()
  apply(1)
  await settle()
  event$.next({ type: 'diskFull', directory: '/data', waitingBlocks: 1 })
  end$.next()
  t.deepEqual(told, ['change 1', 'diskFull'])
  scheduler.flush()
  t.is(scheduler.frame, FLUSH_MS)
  t.deepEqual(told, ['change 1', 'diskFull', 'complete'])
})

test('an end before the run began ends it at once', async (t) => {
  const { end$, told, starts } = makeKeeper()
  end$.next()
  await settle()
  t.deepEqual(starts, [undefined])
  t.deepEqual(told, ['complete'])
})

test('leaving leaves run and store', async (t) => {
  const { run$, event$, subscription, apply, told } = makeKeeper({ number: 0, id: GENESIS.id })
  await settle()
  apply(1)
  t.true(run$.observed && event$.observed)
  subscription.unsubscribe()
  t.false(run$.observed || event$.observed)
  t.deepEqual(told, ['change 1'])
})
