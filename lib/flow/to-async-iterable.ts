import type { Observable, Subscription } from 'rxjs'
import { UsageError } from '../errors.ts'
import type { Gate } from './gate.ts'
import { whileOpen } from './while-open.ts'

export interface AsyncIterableOptions {
  /** Most values that wait for the loop. Default 16. */
  readonly highWaterMark?: number
  /** Ends the loop by throwing its reason, as Node's own iterators do. */
  readonly signal?: AbortSignal
  /**
   * Stops the source while the queue is full and starts it again when half of it is gone. What is on its way already
   * is still taken. Without a gate a full queue ends the loop with {@link UsageError} `OVERFLOW`.
   */
  readonly gate?: Gate
  /** Makes room in a full queue by letting the oldest value go, which this is told of; then nothing waits for the loop. */
  readonly onDropped?: () => void
}

const DEFAULT_HIGH_WATER_MARK = 16

/**
 * A stream as `for await` wants it, with a bounded queue between the two.
 *
 * Each loop subscribes for itself, at its first turn, and unsubscribes when it is left in whatever way. Values that
 * were queued before the source completed, errored or overflowed still come, then the end does. An abort ends it at
 * once.
 */
export function toAsyncIterable<T>(
  source$: Observable<T>,
  options: AsyncIterableOptions = {},
): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => createIterator(source$, options) }
}

type End = { readonly failed: false } | { readonly failed: true; readonly error: unknown }

interface Waiter<T> {
  resolve(result: IteratorResult<T, undefined>): void
  reject(error: unknown): void
}

function createIterator<T>(
  source$: Observable<T>,
  { highWaterMark = DEFAULT_HIGH_WATER_MARK, signal, gate, onDropped }: AsyncIterableOptions,
): AsyncIterator<T, undefined, undefined> {
  let queue: T[] = []
  let waiters: Waiter<T>[] = []
  let end: End | undefined
  let subscription: Subscription | undefined

  const isEnded = (): boolean => end !== undefined
  const release = (): void => {
    signal?.removeEventListener('abort', onAbort)
    subscription?.unsubscribe()
    gate?.open()
  }
  const finish = (how: End): void => {
    if (end !== undefined) return
    end = how
    release()
    const [first, ...others] = waiters
    waiters = []
    if (first !== undefined) settle(first, how)
    for (const waiter of others) settle(waiter, { failed: false })
    // An error is thrown once; whoever asks again finds the end.
    if (first !== undefined) end = { failed: false }
  }
  const onAbort = (): void => {
    queue = []
    finish({ failed: true, error: signal?.reason })
  }
  const onValue = (value: T): void => {
    if (end !== undefined) return
    const waiter = waiters.shift()
    if (waiter !== undefined) {
      waiter.resolve({ done: false, value })
      return
    }
    if (onDropped !== undefined && queue.length >= highWaterMark) {
      queue.shift()
      onDropped()
    } else if (gate === undefined && queue.length >= highWaterMark) {
      const why = `the loop fell behind: ${queue.length} values wait, at most ${highWaterMark} may`
      finish({ failed: true, error: new UsageError('OVERFLOW', why) })
      return
    }
    queue.push(value)
    if (queue.length >= highWaterMark) gate?.close()
  }
  const begin = (): void => {
    if (subscription !== undefined || end !== undefined) return
    if (signal?.aborted === true) {
      onAbort()
      return
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    subscription = source$.pipe(whileOpen(() => !isEnded())).subscribe({
      next: onValue,
      error: (error: unknown) => finish({ failed: true, error }),
      complete: () => finish({ failed: false }),
    })
    if (isEnded()) subscription.unsubscribe()
  }

  return {
    next() {
      return new Promise((resolve, reject) => {
        begin()
        const waiter: Waiter<T> = { resolve, reject }
        if (queue.length > 0) {
          resolve({ done: false, value: queue.shift() as T })
          if (queue.length <= highWaterMark / 2) gate?.open()
        } else if (end !== undefined) {
          const how = end
          end = { failed: false }
          settle(waiter, how)
        } else {
          waiters.push(waiter)
        }
      })
    },
    return() {
      queue = []
      finish({ failed: false })
      end = { failed: false }
      return Promise.resolve({ done: true, value: undefined })
    },
  }
}

function settle<T>(waiter: Waiter<T>, how: End): void {
  if (how.failed) waiter.reject(how.error)
  else waiter.resolve({ done: true, value: undefined })
}
