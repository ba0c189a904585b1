import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import test, { type ExecutionContext } from 'ava'
import { filter, firstValueFrom, forkJoin, interval, lastValueFrom, map, Subscription, takeUntil } from 'rxjs'
import { publicKeyToText } from '../../lib/crypto/key-text.ts'
import { packSignatures, type RecoveredKeys } from '../../lib/crypto/packed-signatures.ts'
import { createSignatures, signatures } from '../../lib/crypto/signatures.ts'
import { UsageError } from '../../lib/errors.ts'
import {
  createRecoveryPool,
  MAX_QUEUED_SIGNATURES,
  type RecoveryPool,
  type RecoveryPoolOptions,
} from '../../lib/workers/recovery-pool.ts'
import { runMarbles } from '../support/marbles.ts'
import { readSignatures, signMany } from '../support/signed-digests.ts'

const BREAKING = new URL('../support/breaking-thread.js', import.meta.url)
const MISSING = new URL('../support/no-such-thread.js', import.meta.url)
const hasNative = createSignatures('secp256k1') !== undefined
const vectors = readSignatures().slice(0, 20)
const packed = packSignatures(vectors)

function createPool(t: ExecutionContext, options: RecoveryPoolOptions = {}): RecoveryPool {
  const pool = createRecoveryPool({ threads: 1, ...options })
  t.teardown(() => pool.close())
  return pool
}

function textsOf(keys: RecoveredKeys): readonly (string | undefined)[] {
  return Array.from({ length: keys.length }, (_, index) => {
    const key = keys.keyAt(index)
    return key && publicKeyToText(key)
  })
}

const expected = vectors.map(({ key }) => key)

for (const backend of hasNative ? (['secp256k1', 'noble'] as const) : (['noble'] as const)) {
  for (const threads of [0, 1, 2]) {
    test(`${backend} in ${threads} threads: recovers the keys that core recovers`, async (t) => {
      const pool = createPool(t, { backend, threads })
      t.like(pool.status, {
        backend,
        threads: 0,
        queuedSignatures: 0,
        where: threads === 0 ? 'main' : 'threads',
      })
      const key$ = forkJoin([pool.recover(packed), pool.recover(packed), pool.recover(packed)])
      const all = await firstValueFrom(key$)
      for (const keys of all) t.deepEqual(textsOf(keys), expected)
      t.like(pool.status, { threads, lostThreads: 0, queuedSignatures: 0 })
    })
  }
}

test('uses what the process uses', (t) => {
  t.is(createPool(t).status.backend, signatures.name)
})

test('a batch that nobody subscribes to starts nothing, and each subscription is one', async (t) => {
  const pool = createPool(t)
  const key$ = pool.recover(packed)
  t.is(pool.status.threads, 0)
  const [one, other] = await Promise.all([firstValueFrom(key$), firstValueFrom(key$)])
  t.deepEqual(textsOf(one), expected)
  t.deepEqual(textsOf(other), expected)
  t.is(pool.status.threads, 1)
})

test('no signatures give no keys', async (t) => {
  t.is((await firstValueFrom(createPool(t).recover(packSignatures([])))).length, 0)
})

test('a thread ends when it has had nothing to do for a while, and the next batch starts another', async (t) => {
  const pool = createPool(t, { idleMs: 5 })
  await firstValueFrom(pool.recover(packed))
  await firstValueFrom(interval(1).pipe(filter(() => pool.status.threads === 0)))
  t.like(pool.status, { threads: 0, lostThreads: 0, where: 'threads' })
  t.deepEqual(textsOf(await firstValueFrom(pool.recover(packed))), expected)
})

test('threads that end while they are given work lose none of it', async (t) => {
  const pool = createPool(t, { idleMs: 0, threads: 2 })
  for (let round = 0; round < 4; round += 1) {
    const [one, other] = await firstValueFrom(forkJoin([pool.recover(packed), pool.recover(packed)]))
    t.deepEqual(textsOf(one), expected)
    t.deepEqual(textsOf(other), expected)
  }
  t.like(pool.status, { lostThreads: 0, where: 'threads', queuedSignatures: 0 })
})

test('the batch over which a thread breaks down is done here, and another thread goes on', async (t) => {
  const pool = createPool(t, { threadFile: BREAKING })
  const batches = Array.from({ length: 7 }, () => pool.recover(packed).pipe(map(textsOf)))
  for (const texts of await firstValueFrom(forkJoin(batches))) t.deepEqual(texts, expected)
  // Two answered and one broken over, twice; the seventh is with the third thread.
  t.like(pool.status, { lostThreads: 2, threads: 1, where: 'threads', queuedSignatures: 0 })
})

test('where the file of threads is missing all is done on the main thread', async (t) => {
  const pool = createPool(t, { threadFile: MISSING, threads: 2 })
  const all = await firstValueFrom(forkJoin([pool.recover(packed), pool.recover(packed)]))
  for (const keys of all) t.deepEqual(textsOf(keys), expected)
  t.like(pool.status, { where: 'main', threads: 0, lostThreads: 0 })
  t.regex(pool.status.reason ?? '', /^no thread could start: Cannot find module /)
})

test('takes so many signatures at a time and says when there is room again', async (t) => {
  const pool = createPool(t, { threads: 0 })
  const large = new Uint8Array((MAX_QUEUED_SIGNATURES - 1) * 97)
  const subscription = pool.recover(large).subscribe()
  t.is(pool.status.queuedSignatures, MAX_QUEUED_SIGNATURES - 1)
  t.true(pool.hasRoom(1))
  t.false(pool.hasRoom(2))
  await t.throwsAsync(firstValueFrom(pool.recover(packSignatures(signMany(2)))), {
    instanceOf: UsageError,
    code: 'OVERFLOW',
  })
  const room = firstValueFrom(pool.whenRoom(2))
  subscription.unsubscribe()
  await room
  t.is(pool.status.queuedSignatures, 0)
  t.is((await firstValueFrom(pool.recover(packSignatures(signMany(2))))).length, 2)
  await t.throwsAsync(firstValueFrom(pool.whenRoom(MAX_QUEUED_SIGNATURES + 1)), { code: 'OVERFLOW' })
})

test('room is told at once where there is some', (t) => {
  const pool = createPool(t, { threads: 0 })
  runMarbles(t, ({ expectObservable }) => {
    expectObservable(pool.whenRoom(1).pipe(map(() => 'r'))).toBe('(r|)')
  })
})

test('a batch that was given up keeps no room, wherever it was', async (t) => {
  const pool = createPool(t, { threads: 1 })
  const given = new Subscription()
  // One at work, one with the thread, and two that wait.
  for (let batch = 0; batch < 4; batch += 1)
    given.add(pool.recover(packed).subscribe(() => t.fail('nobody wants it any more')))
  t.is(pool.status.queuedSignatures, 4 * vectors.length)
  given.unsubscribe()
  // What a thread has is answered all the same.
  t.is(pool.status.queuedSignatures, 2 * vectors.length)
  await firstValueFrom(pool.recover(packed))
  t.is(pool.status.queuedSignatures, 0)
})

test('on the main thread the loop has its turns in between', async (t) => {
  const pool = createPool(t, { threads: 0, backend: 'noble' })
  const key$ = pool.recover(packSignatures(signMany(40)))
  const turns = await lastValueFrom(interval(0).pipe(takeUntil(key$)), { defaultValue: 0 })
  // Ten slices of four.
  t.true(turns >= 5)
})

test('closed, what is under way errors, and so does what comes later', async (t) => {
  for (const threads of [0, 1]) {
    const pool = createPool(t, { threads })
    const closed = { instanceOf: UsageError, code: 'BAD_OPTION', message: 'the pool is closed' }
    const full$ = pool.recover(new Uint8Array((MAX_QUEUED_SIGNATURES - vectors.length) * 97))
    const results = [pool.recover(packed), full$, pool.whenRoom(1)].map((each) =>
      t.throwsAsync(lastValueFrom(each), closed),
    )
    pool.close()
    await Promise.all(results)
    await t.throwsAsync(firstValueFrom(pool.recover(packed)), closed)
    await t.throwsAsync(firstValueFrom(pool.whenRoom(1)), closed)
    t.false(pool.hasRoom(1))
    t.is(pool.status.threads, 0)
    pool.close()
  }
})

test('refuses options and bytes that cannot be', async (t) => {
  for (const options of [
    { threads: -1 },
    { threads: 65 },
    { threads: 0.5 },
    { idleMs: -1 },
    { idleMs: Number.NaN },
  ])
    t.throws(() => createRecoveryPool(options), { instanceOf: UsageError, code: 'BAD_OPTION' })
  if (!hasNative) t.throws(() => createRecoveryPool({ backend: 'secp256k1' }), { code: 'BAD_OPTION' })
  await t.throwsAsync(firstValueFrom(createPool(t).recover(packed.slice(1))), { code: 'BAD_VALUE' })
})

/** What a process of its own prints that has a pool, and ends by itself. */
async function runProcess(script: string): Promise<string> {
  const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
  const opening = `
    const { filter, firstValueFrom, interval } = await import('rxjs')
    const { createRecoveryPool } = await import(${here('../../lib/workers/recovery-pool.js')})
    const { packSignatures } = await import(${here('../../lib/crypto/packed-signatures.js')})
    const { signMany } = await import(${here('../support/signed-digests.js')})
    const pool = createRecoveryPool({ threads: 2, idleMs: Infinity, backend: 'noble' })`
  const args = ['--input-type=module', '--eval', `${opening}${script}`]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 30_000 })
  return stdout
}

test('a process waits for its keys and not for threads that have nothing to do', async (t) => {
  const printed = await runProcess(`
    const keys = await firstValueFrom(pool.recover(packSignatures(signMany(3))))
    console.log(keys.length, pool.status.where, pool.status.threads)`)
  t.is(printed, '3 threads 1\n')
})

test('nor for keys that nobody wants any more', async (t) => {
  const printed = await runProcess(`
    // Minutes of work.
    const packed = new Uint8Array(19_000 * 97)
    const one = packSignatures(signMany(1))
    for (let at = 0; at < packed.length; at += one.length) packed.set(one, at)
    const large = pool.recover(packed).subscribe()
    await firstValueFrom(pool.recover(one))
    large.unsubscribe()
    console.log(pool.status.threads, pool.status.queuedSignatures)`)
  t.is(printed, '2 19000\n')
})
