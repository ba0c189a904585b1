import { concatMap, defer, finalize, from, type ObservableInput, type OperatorFunction, tap } from 'rxjs'
import { PeerFault } from '../errors.ts'
import type { Gate } from './gate.ts'

export interface Watermarks {
  /** Close the gate when this many values wait. */
  readonly high: number
  /** Open it again when only this many are left. */
  readonly low: number
  /** Give up when more than this many wait although the gate is closed. */
  readonly max: number
}

/**
 * `concatMap` whose queue is bounded by closing `gate` instead of growing.
 *
 * The value at work counts as waiting. Each subscription counts for itself and leaves the gate open when it ends.
 * Errors with {@link PeerFault} `OVERFLOW` when the source goes on regardless and more than `max` values wait.
 */
export function concatMapGated<T, R>(
  project: (value: T) => ObservableInput<R>,
  gate: Gate,
  { high, low, max }: Watermarks,
): OperatorFunction<T, R> {
  return (source$) =>
    defer(() => {
      let waiting = 0
      let isClosed = false
      const open = (): void => {
        if (!isClosed) return
        isClosed = false
        gate.open()
      }
      return source$.pipe(
        tap(() => {
          waiting += 1
          if (waiting > max) throw new PeerFault('OVERFLOW', `${waiting} values wait, at most ${max} may`)
          if (!isClosed && waiting >= high) {
            isClosed = true
            gate.close()
          }
        }),
        concatMap((value) =>
          from(project(value)).pipe(
            finalize(() => {
              waiting -= 1
              if (waiting <= low) open()
            }),
          ),
        ),
        finalize(open),
      )
    })
}
