import { Observable, type OperatorFunction } from 'rxjs'
import { whileOpen } from './while-open.ts'

/**
 * Emits the elements of each list, one after the other.
 *
 * What `mergeAll()` does with arrays, for streams where each list is one chunk of a socket and costs count: no inner
 * subscription. A list is left off where the subscriber unsubscribes.
 */
export function spread<T>(): OperatorFunction<readonly T[], T> {
  return (list$) =>
    new Observable<T>((subscriber) =>
      list$.pipe(whileOpen(() => !subscriber.closed)).subscribe({
        next: (list) => {
          for (const value of list) {
            if (subscriber.closed) return
            subscriber.next(value)
          }
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    )
}
