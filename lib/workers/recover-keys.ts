import { Observable, switchMap } from 'rxjs'
import { countPacked, type RecoveredKeys } from '../crypto/packed-signatures.ts'
import type { RecoveryPool } from './recovery-pool.ts'

/** Batches that are under way or wait for one before them, at most. */
export const MAX_BATCHES_AHEAD = 8

/**
 * Recovers the keys of one batch of packed signatures after the other, several at a time.
 *
 * Cold: emits the keys of each batch, in the order of the batches, and completes. The next batch is taken from `batches`
 * only when there is room for it, so that a generator packs no more than `MAX_BATCHES_AHEAD` before they are needed;
 * unsubscribing returns it. Errors as {@link RecoveryPool.recover} does.
 */
export function recoverKeys(
  pool: RecoveryPool,
  batches: Iterable<Uint8Array<ArrayBuffer>>,
): Observable<RecoveredKeys> {
  return new Observable((subscriber) => {
    const iterator = batches[Symbol.iterator]()
    /** Those that are out, in order; undefined: not answered yet. */
    const out: { keys: RecoveredKeys | undefined }[] = []
    let isOver = false

    function take(): void {
      while (!isOver && !subscriber.closed && out.length < MAX_BATCHES_AHEAD) {
        const next = iterator.next()
        if (next.done === true) {
          isOver = true
          break
        }
        start(next.value)
      }
      if (isOver && out.length === 0) subscriber.complete()
    }

    function start(packed: Uint8Array<ArrayBuffer>): void {
      const slot: { keys: RecoveredKeys | undefined } = { keys: undefined }
      out.push(slot)
      const key$ = pool.whenRoom(countPacked(packed)).pipe(switchMap(() => pool.recover(packed)))
      subscriber.add(
        key$.subscribe({
          next: (keys) => (slot.keys = keys),
          error: (error: unknown) => subscriber.error(error),
          complete: emit,
        }),
      )
    }

    function emit(): void {
      for (let keys = out[0]?.keys; keys !== undefined; keys = out[0]?.keys) {
        out.shift()
        subscriber.next(keys)
      }
      try {
        take()
      } catch (error) {
        subscriber.error(error)
      }
    }

    subscriber.add(() => {
      if (!isOver) iterator.return?.()
    })
    take()
  })
}
