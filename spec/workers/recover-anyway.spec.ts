import test from 'ava'
import { firstValueFrom, map, NEVER, type Observable, of, throwError } from 'rxjs'
import { packSignatures, type RecoveredKeys } from '../../lib/crypto/packed-signatures.ts'
import { signatures } from '../../lib/crypto/signatures.ts'
import { toHex } from '../../lib/platform/node.ts'
import { recoverAnyway } from '../../lib/workers/recover-anyway.ts'
import { createRecoveryPool, type RecoveryPool } from '../../lib/workers/recovery-pool.ts'
import { runMarbles } from '../support/marbles.ts'
import { signMany } from '../support/signed-digests.ts'

const signed = signMany(120)
const packed = packSignatures(signed)
const expected = signed.map(({ digest, signature }) => {
  const key = signatures.recover(digest, signature)
  return key && toHex(key)
})
const textsOf = (keys: RecoveredKeys): readonly (string | undefined)[] =>
  expected.map((_, index) => keys.hexAt(index))

/** A pool that has room when the one says so, and answers with the other. */
function poolOf(room$: Observable<undefined>, answer$: Observable<RecoveredKeys>): RecoveryPool {
  const pool = createRecoveryPool({ threads: 0 })
  return Object.assign(Object.create(pool), {
    whenRoom: () => room$,
    recover: () => answer$,
  }) as RecoveryPool
}

test('gives the batch to the pool as soon as there is room, and passes on what it answers', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const room$ = cold<undefined>('---(r|)', { r: undefined })
    const answer$ = cold<RecoveredKeys>('  ---(k|)')
    expectObservable(recoverAnyway(poolOf(room$, answer$), packed)).toBe('------(k|)')
    expectSubscriptions(room$.subscriptions).toBe('  ^--!')
    expectSubscriptions(answer$.subscriptions).toBe('---^--!')
  })
})

test('given up, it gives up what it waits for', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const answer$ = cold<RecoveredKeys>('-----(k|)')
    expectObservable(recoverAnyway(poolOf(of(undefined), answer$), packed), '^--!').toBe('----')
    expectSubscriptions(answer$.subscriptions).toBe('^--!')
  })
})

const error$ = throwError(() => new Error('no more'))
for (const [title, pool] of [
  ['has no room', poolOf(error$, NEVER)],
  ['does not answer', poolOf(of(undefined), error$)],
] as const) {
  test(`a pool that ${title} but an error is done without`, async (t) => {
    t.deepEqual(await firstValueFrom(recoverAnyway(pool, packed).pipe(map(textsOf))), expected)
  })
}

test('so is one that is closed, before or while it is at work', async (t) => {
  const pool = createRecoveryPool({ threads: 1 })
  const late = firstValueFrom(recoverAnyway(pool, packed).pipe(map(textsOf)))
  pool.close()
  t.deepEqual(await late, expected)
  t.deepEqual(await firstValueFrom(recoverAnyway(pool, packed).pipe(map(textsOf))), expected)
})
