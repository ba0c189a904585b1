import { defer, finalize, type MonoTypeOperatorFunction, tap } from 'rxjs'
import { UsageError } from '../errors.ts'
import { followEvent, type NamedEvent } from '../names/follow-event.ts'
import type { NameBook } from '../names/name-book.ts'

const followed = new WeakSet<NameBook>()

/**
 * Keeps a name book in step with `chain$`: a block that is applied is in it when its event passes, one that is undone is
 * not any more. What is said with the book belongs into the same pipe, before any queue.
 *
 * A book follows one subscription at a time: share the stream if several read it. A second one errors with
 * {@link UsageError} `BAD_OPTION`.
 */
export function followNames<Event extends NamedEvent>(names: NameBook): MonoTypeOperatorFunction<Event> {
  return (event$) =>
    defer(() => {
      if (followed.has(names))
        throw new UsageError('BAD_OPTION', 'the name book is followed already: share that stream')
      followed.add(names)
      return event$.pipe(
        tap((event) => followEvent(names, event)),
        finalize(() => followed.delete(names)),
      )
    })
}
