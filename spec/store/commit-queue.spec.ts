import test from 'ava'
import { firstValueFrom, timer, VirtualTimeScheduler } from 'rxjs'
import { StoreError, UsageError } from '../../lib/errors.ts'
import {
  createCommitQueue,
  MAX_WAITING_BLOCKS,
  MAX_WAITING_BYTES,
  RETRY_MS,
} from '../../lib/store/commit-queue.ts'

/** A queue over a disk that is told what to do: each commit waits until it is let through or refused. */
function makeQueue() {
  const scheduler = new VirtualTimeScheduler()
  const commits: { readonly items: readonly string[]; done(): void; fail(error: unknown): void }[] = []
  const told: string[] = []
  const queue = createCommitQueue<string>({
    scheduler,
    commit: (items) =>
      new Promise((resolve, reject) => {
        commits.push({ items, done: resolve, fail: reject })
      }),
    onFull: (blocks) => told.push(`full, ${blocks} wait`),
    onRoom: () => told.push('room'),
  })
  const push = (item: string, blocks = 1, bytes = 100) =>
    queue.push({ item, blocks, bytes }).then(
      () => told.push(`${item} is durable`),
      (error: unknown) => told.push(`${item}: ${(error as Error).message}`),
    )
  return { queue, commits, told, push, scheduler }
}

const full = new StoreError('DISK_FULL', 'full')
const settle = () => firstValueFrom(timer(0))

test('what comes while the disk is at work is written together, in order', async (t) => {
  const { commits, told, push } = makeQueue()
  void push('a')
  void push('b')
  void push('c')
  t.deepEqual(
    commits.map(({ items }) => items),
    [['a']],
  )
  commits[0]?.done()
  await settle()
  t.deepEqual(commits[1]?.items, ['b', 'c'])
  t.deepEqual(told, ['a is durable'])
  commits[1]?.done()
  await settle()
  t.deepEqual(told, ['a is durable', 'b is durable', 'c is durable'])
})

test('a commit has a size, one item goes whatever its size', async (t) => {
  const { commits, push } = makeQueue()
  void push('a', 1)
  void push('b', 4000)
  void push('c', 2000)
  void push('d', 100_000)
  void push('e', 10, 3_000_000)
  void push('f', 10, 3_000_000)
  for (let index = 0; index < 5; index += 1) {
    commits[index]?.done()
    await settle()
  }
  t.deepEqual(
    commits.map(({ items }) => items.join('')),
    ['a', 'b', 'c', 'd', 'e', 'f'],
  )
})

test('more than may wait is refused at once, and does not count', async (t) => {
  const { queue, commits, push, told } = makeQueue()
  void push('a', MAX_WAITING_BLOCKS - 1)
  t.throws(() => queue.push({ item: 'b', blocks: 2, bytes: 1 }), { instanceOf: UsageError, code: 'OVERFLOW' })
  t.throws(() => queue.push({ item: 'b', blocks: 1, bytes: MAX_WAITING_BYTES }), { code: 'OVERFLOW' })
  void push('c', 1)
  commits[0]?.done()
  await settle()
  commits[1]?.done()
  await settle()
  t.deepEqual(told, ['a is durable', 'c is durable'])
})

test('a full disk is told of once, tried after each pause, and told of when it is over', async (t) => {
  const { commits, told, push, scheduler } = makeQueue()
  void push('a', 3)
  commits[0]?.fail(full)
  await settle()
  void push('b', 4)
  t.deepEqual(told, ['full, 3 wait'])
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    t.is(commits.length, attempt)
    scheduler.flush()
    await settle()
    t.is(scheduler.frame, attempt * RETRY_MS)
    t.deepEqual(commits[attempt]?.items, ['a'])
    if (attempt < 3) commits[attempt]?.fail(full)
    await settle()
  }
  t.deepEqual(told, ['full, 3 wait'])
  commits[3]?.done()
  await settle()
  t.deepEqual(told, ['full, 3 wait', 'room', 'a is durable'])
  t.deepEqual(commits[4]?.items, ['b'])
})

test('closing waits for what is under way', async (t) => {
  const { queue, commits, told, push } = makeQueue()
  void push('a')
  void push('b')
  const closing = queue.close().then(() => told.push('closed'))
  t.throws(() => queue.push({ item: 'c', blocks: 1, bytes: 1 }), { code: 'CLOSED' })
  commits[0]?.done()
  await settle()
  commits[1]?.done()
  await closing
  t.deepEqual(told, ['a is durable', 'b is durable', 'closed'])
})

test('closing gives up what waits for a full disk', async (t) => {
  for (const isWaiting of [true, false]) {
    const { queue, commits, told, push, scheduler } = makeQueue()
    void push('a', 3)
    void push('b', 4)
    if (isWaiting) {
      commits[0]?.fail(full)
      await settle()
    }
    const closing = queue.close()
    if (!isWaiting) commits[0]?.fail(full)
    await closing
    const lost = 'closed on a full disk: 7 blocks are not kept'
    t.deepEqual(told, ['full, 7 wait', `a: ${lost}`, `b: ${lost}`])
    t.is(commits.length, 1)
    scheduler.flush()
  }
})

test('after a failure nothing is taken, because it would build on what is not there', async (t) => {
  const { queue, commits, told, push } = makeQueue()
  void push('a')
  void push('b')
  commits[0]?.fail(new StoreError('IO', 'the disk broke'))
  await settle()
  t.deepEqual(told, ['a: the disk broke', 'b: the disk broke'])
  t.throws(() => queue.push({ item: 'c', blocks: 1, bytes: 1 }), { code: 'IO' })
  t.is(commits.length, 1)
  await queue.close()
})
