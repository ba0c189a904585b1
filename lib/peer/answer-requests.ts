import {
  asapScheduler,
  defer,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  observeOn,
  of,
  Subject,
  tap,
  throwError,
} from 'rxjs'
import { PeerFault } from '../errors.ts'
import type { MessageOf } from '../messages/registry.ts'
import type { Clock } from './clock.ts'
import type { Link } from './link.ts'
import type { Responder } from './responder.ts'
import type { Timing } from './timing.ts'

/** Items a peer may have asked for and not got yet; core asks for 200 at a time. */
export const MAX_QUEUED_REQUESTS = 2000
/** Above this many unsent bytes the next item waits for the socket, so that no request makes us hold more than its share. */
export const SERVE_BELOW_BYTES: number = 256 * 1024

/** Answers synopses with ids (`node.cpp`, `on_fetch_blockchain_item_ids_message`). Emits nothing. */
export function answerSynopses(
  request$: Observable<MessageOf<'fetch_blockchain_item_ids_message'>>,
  link: Link,
  responder: Responder,
): Observable<never> {
  return request$.pipe(
    map(({ item_type, blockchain_synopsis }) => {
      const { ids, remaining } = responder.listIds(blockchain_synopsis)
      link.send({
        type: 'blockchain_item_ids_inventory_message',
        total_remaining_item_count: remaining,
        item_type,
        item_hashes_available: ids,
      })
    }),
    ignoreElements(),
  )
}

/**
 * Serves items in the order asked, as fast as the peer takes them. Emits nothing.
 *
 * Errors with PeerFault `OVERFLOW` when more than {@link MAX_QUEUED_REQUESTS} wait.
 */
export function serveItems(
  request$: Observable<MessageOf<'fetch_items_message'>>,
  link: Link,
  responder: Responder,
): Observable<never> {
  return defer(() => {
    let queue: { readonly itemType: number; readonly hash: string }[] = []
    let next = 0
    const more$ = new Subject<void>()
    const sendWhatFits = (): void => {
      const first = next
      while (next < queue.length && link.queuedBytes < SERVE_BELOW_BYTES) {
        const { itemType, hash } = queue[next] as (typeof queue)[number]
        next += 1
        link.send(
          responder.getItem(itemType, hash) ?? {
            type: 'item_not_available_message',
            requested_item: { item_type: itemType, item_hash: hash },
          },
        )
      }
      if (next === queue.length) {
        queue = []
        next = 0
      } else if (next > first) {
        // What was sent leaves at the end of this turn. Where the system takes all of it at once, no drain follows.
        more$.next()
      }
    }
    const enqueue$ = request$.pipe(
      mergeMap(({ item_type: itemType, items_to_fetch }) => {
        if (queue.length - next + items_to_fetch.length > MAX_QUEUED_REQUESTS) {
          return throwError(
            () => new PeerFault('OVERFLOW', `it asked for more than ${MAX_QUEUED_REQUESTS} items`),
          )
        }
        for (const hash of items_to_fetch) queue.push({ itemType, hash })
        return of(undefined)
      }),
    )
    return merge(enqueue$, link.drain$, more$.pipe(observeOn(asapScheduler))).pipe(
      tap(sendWhatFits),
      ignoreElements(),
    )
  })
}

/**
 * Answers requests for addresses: the first always, even with none, because core's handshake waits for it; later ones
 * once in a while. Emits nothing.
 */
export function answerAddressRequests(
  request$: Observable<unknown>,
  link: Link,
  responder: Responder,
  clock: Clock,
  timing: Timing,
): Observable<never> {
  return defer(() => {
    let answeredAt = Number.NEGATIVE_INFINITY
    return request$.pipe(
      tap(() => {
        const now = clock.nowMs()
        if (now - answeredAt < timing.addressesGapMs) return
        answeredAt = now
        link.send({ type: 'address_message', addresses: responder.listAddresses() })
      }),
      ignoreElements(),
    )
  })
}
