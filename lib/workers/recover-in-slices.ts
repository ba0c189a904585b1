import { Observable, type SchedulerLike } from 'rxjs'
import { countPacked, readKeys, recoverPacked, type RecoveredKeys } from '../crypto/packed-signatures.ts'
import type { SignatureBackend } from '../crypto/signatures.ts'

/** Signatures between two turns of the loop: about five milliseconds, or ten without the native library. */
const SLICE_SIGNATURES = { secp256k1: 50, noble: 4 } as const

/**
 * Recovers keys on this thread, a few at a time, so that sockets and timers have their turn in between.
 *
 * Cold: emits the keys once and completes; unsubscribing stops after the slice at work. The packed bytes are left as they
 * are.
 */
export function recoverInSlices(
  packed: Uint8Array,
  backend: SignatureBackend,
  scheduler: SchedulerLike,
): Observable<RecoveredKeys> {
  return new Observable((subscriber) => {
    const bytes = packed.slice()
    const count = countPacked(packed)
    const step = SLICE_SIGNATURES[backend.name]
    return scheduler.schedule<number>(
      function (start) {
        const end = Math.min(count, start + step)
        recoverPacked(bytes, backend, start, end)
        if (end < count) {
          this.schedule(end)
          return
        }
        subscriber.next(readKeys(bytes, count))
        subscriber.complete()
      },
      0,
      0,
    )
  })
}
