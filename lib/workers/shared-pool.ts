import { createRecoveryPool, type RecoveryPool } from './recovery-pool.ts'

let shared: RecoveryPool | undefined

/**
 * The pool for whoever has none: one for the whole process, made when it is first asked for. Its threads end when they have
 * had nothing to do for three seconds, and it is not to be closed.
 */
export function sharedRecoveryPool(): RecoveryPool {
  return (shared ??= createRecoveryPool())
}
