import test from 'ava'
import { firstValueFrom, map, of, toArray } from 'rxjs'
import { countPacked, packSignatures, type RecoveredKeys } from '../../lib/crypto/packed-signatures.ts'
import { MAX_BATCHES_AHEAD, recoverKeys } from '../../lib/workers/recover-keys.ts'
import {
  createRecoveryPool,
  MAX_QUEUED_SIGNATURES,
  type RecoveryPool,
} from '../../lib/workers/recovery-pool.ts'
import { runMarbles } from '../support/marbles.ts'
import { signMany } from '../support/signed-digests.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Batches that are told apart by how many signatures they have. */
const batchOf = (count: number): Bytes => new Uint8Array(count * 97)
const keysOf = (length: number): RecoveredKeys => ({
  length,
  keyAt: () => undefined,
  hexAt: () => undefined,
  reasonAt: () => 'NO_KEY',
})
const lengthOf = ({ length }: RecoveredKeys): string => String(length)

/** A pool that answers as it is told, with room whenever it is asked unless told otherwise. */
function fakePool(
  recover: RecoveryPool['recover'],
  whenRoom: RecoveryPool['whenRoom'] = () => of(undefined),
): RecoveryPool {
  const pool: RecoveryPool = { ...createRecoveryPool({ threads: 0 }), recover, whenRoom }
  return pool
}

test('keeps the order of the batches, whichever is done first', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const answers = [
      cold('-----(a|)', { a: keysOf(1) }),
      cold('--(a|)', { a: keysOf(2) }),
      cold('----------(a|)', { a: keysOf(3) }),
      cold('-(a|)', { a: keysOf(4) }),
    ]
    const pool = fakePool((packed) => answers[countPacked(packed) - 1] ?? of())
    const expected = '-----(12)-(34|)'
    expectObservable(recoverKeys(pool, [1, 2, 3, 4].map(batchOf)).pipe(map(lengthOf))).toBe(expected)
    expectSubscriptions(answers[0]?.subscriptions ?? []).toBe('^----!')
    expectSubscriptions(answers[2]?.subscriptions ?? []).toBe('^---------!')
  })
})

test('takes no batch before it can be begun, and gives the generator back when nobody listens', (t) => {
  runMarbles(t, ({ cold, expectObservable, flush }) => {
    let taken = 0
    let isReturned = false
    function* batches(): Generator<Bytes> {
      try {
        for (;;) {
          taken += 1
          yield batchOf(taken)
        }
      } finally {
        isReturned = true
      }
    }
    const answer$ = cold('---(a|)', { a: keysOf(0) })
    const never$ = cold<RecoveredKeys>('---')
    const pool = fakePool((packed) => (countPacked(packed) <= 2 ? answer$ : never$))
    expectObservable(recoverKeys(pool, batches()).pipe(map(lengthOf)), '------!').toBe('---(00)')
    flush()
    t.is(taken, MAX_BATCHES_AHEAD + 2)
    t.true(isReturned)
  })
})

test('waits for room before each batch', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const room$ = cold<undefined>('----(a|)', { a: undefined })
    const answer$ = cold('--(a|)', { a: keysOf(1) })
    const pool = fakePool(
      function answer() {
        return answer$
      },
      function makeRoom() {
        return room$
      },
    )
    expectObservable(recoverKeys(pool, [batchOf(1)]).pipe(map(lengthOf))).toBe('------(1|)')
    expectSubscriptions(room$.subscriptions).toBe('^---!')
    expectSubscriptions(answer$.subscriptions).toBe('----^-!')
  })
})

test('an error of the pool ends all of it', (t) => {
  runMarbles(t, ({ cold, expectObservable, expectSubscriptions }) => {
    const good$ = cold<RecoveredKeys>('---------')
    const bad$ = cold<RecoveredKeys>('---#')
    const pool = fakePool((packed) => (countPacked(packed) === 1 ? good$ : bad$))
    expectObservable(recoverKeys(pool, [batchOf(1), batchOf(2)])).toBe('---#')
    expectSubscriptions(good$.subscriptions).toBe('^--!')
    expectSubscriptions(bad$.subscriptions).toBe('^--!')
  })
})

test('an error of the generator ends all of it, early or late', async (t) => {
  function* batches(good: number): Generator<Bytes> {
    for (let index = 0; index < good; index += 1) yield packSignatures(signMany(1))
    throw new RangeError('no more of them')
  }
  const pool = createRecoveryPool({ threads: 0 })
  for (const good of [0, 1, MAX_BATCHES_AHEAD + 1])
    await t.throwsAsync(firstValueFrom(recoverKeys(pool, batches(good)).pipe(toArray())), {
      instanceOf: RangeError,
    })
})

test('without batches it completes at once', (t) => {
  runMarbles(t, ({ expectObservable }) => {
    expectObservable(recoverKeys(createRecoveryPool({ threads: 0 }), [])).toBe('|')
  })
})

test('a history longer than the pool may hold goes through threads in order', async (t) => {
  const pool = createRecoveryPool({ threads: 2 })
  t.teardown(() => pool.close())
  const sizes = Array.from({ length: 30 }, (_, index) => (index % 7) + 1)
  const packed = sizes.map((size) => packSignatures(signMany(size)))
  const keys = await firstValueFrom(recoverKeys(pool, packed).pipe(toArray()))
  t.deepEqual(
    keys.map(({ length }) => length),
    sizes,
  )
  t.true(keys.every((each) => each.reasonAt(each.length - 1) === undefined))
  t.true(pool.hasRoom(MAX_QUEUED_SIGNATURES))
})
