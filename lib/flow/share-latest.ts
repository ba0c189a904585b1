import { type MonoTypeOperatorFunction, ReplaySubject, share } from 'rxjs'

/**
 * Shares one subscription to the source; who comes later gets the newest value at once.
 *
 * Hot while anybody listens: the last one to leave unsubscribes from the source and forgets the value. After the source
 * has completed or errored, the next subscriber starts it anew.
 */
export function shareLatest<T>(): MonoTypeOperatorFunction<T> {
  return share<T>({
    connector: () => new ReplaySubject<T>(1),
    resetOnError: true,
    resetOnComplete: true,
    resetOnRefCountZero: true,
  })
}
