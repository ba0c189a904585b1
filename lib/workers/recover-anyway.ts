import { asyncScheduler, catchError, type Observable, switchMap } from 'rxjs'
import { countPacked, type RecoveredKeys } from '../crypto/packed-signatures.ts'
import { signatures } from '../crypto/signatures.ts'
import { recoverInSlices } from './recover-in-slices.ts'
import type { RecoveryPool } from './recovery-pool.ts'

/**
 * Recovers the keys of one batch that `packSignatures` packed, whatever becomes of the pool: waits for room in it, and where
 * it is closed or fails, does the work on this thread, a few signatures at a time.
 *
 * Cold: emits the keys and completes; unsubscribing gives them up.
 */
export function recoverAnyway(
  pool: RecoveryPool,
  packed: Uint8Array<ArrayBuffer>,
): Observable<RecoveredKeys> {
  return pool.whenRoom(countPacked(packed)).pipe(
    switchMap(() => pool.recover(packed)),
    // What is wrong with the batch itself comes out here, too.
    catchError(() => recoverInSlices(packed, signatures, asyncScheduler)),
  )
}
