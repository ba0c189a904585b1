import { type MonoTypeOperatorFunction, takeWhile } from 'rxjs'

/**
 * Passes values on while `isOpen()`, then completes and unsubscribes from the source.
 *
 * For who subscribes by hand: a source that emits all it has while it is being subscribed has nothing yet that could be
 * unsubscribed when its first value already was enough.
 */
export function whileOpen<T>(isOpen: () => boolean): MonoTypeOperatorFunction<T> {
  return takeWhile(() => isOpen())
}
