import {
  asapScheduler,
  concatMap,
  defer,
  EMPTY,
  finalize,
  from,
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
import type { BlockId } from '../chain/cursor.ts'
import { PeerFault } from '../errors.ts'
import type { Message, MessageOf } from '../messages/registry.ts'
import type { Clock } from './clock.ts'
import type { Link } from './link.ts'
import type { Responder } from './responder.ts'
import type { Timing } from './timing.ts'

/** Items a peer may have asked for and not got yet; core asks for 200 at a time. */
export const MAX_QUEUED_REQUESTS = 2000
/** Above this many unsent bytes the next item waits for the socket, so that no request makes us hold more than its share. */
export const SERVE_BELOW_BYTES: number = 256 * 1024

/** Synopses a peer may have sent and not got an answer to yet; bitshares-core sends one and waits. */
export const MAX_QUEUED_SYNOPSES = 8

/** What an answer to a synopsis showed. */
export interface SynopsisAnswer {
  /** The peer has all that we have: only then it wants to hear of new items. */
  readonly isInSync: boolean
  /** The last id of its synopsis that is not ours: it has what we do not know. */
  readonly unknown: BlockId | undefined
}

/**
 * Answers synopses with ids (`node.cpp`, `on_fetch_blockchain_item_ids_message`), one after the other. Emits what each answer
 * showed.
 *
 * Errors with PeerFault `OVERFLOW` when more than {@link MAX_QUEUED_SYNOPSES} wait.
 */
export function answerSynopses(
  request$: Observable<MessageOf<'fetch_blockchain_item_ids_message'>>,
  link: Link,
  responder: Responder,
): Observable<SynopsisAnswer> {
  return defer(() => {
    let waiting = 0
    return request$.pipe(
      tap(() => {
        waiting += 1
        if (waiting > MAX_QUEUED_SYNOPSES)
          throw new PeerFault('OVERFLOW', `it asked for ids ${waiting} times without waiting for an answer`)
      }),
      concatMap(({ item_type, blockchain_synopsis }) => {
        const list = responder.listIds(blockchain_synopsis)
        const list$ = 'then' in list ? from(list) : of(list)
        return list$.pipe(
          map(({ ids, remaining }): SynopsisAnswer => {
            waiting -= 1
            link.send({
              type: 'blockchain_item_ids_inventory_message',
              total_remaining_item_count: remaining,
              item_type,
              item_hashes_available: ids,
            })
            return judgeSynopsis(blockchain_synopsis, ids)
          }),
        )
      }),
    )
  })
}

function judgeSynopsis(synopsis: readonly BlockId[], ids: readonly BlockId[]): SynopsisAnswer {
  const [first] = ids
  const last = synopsis.at(-1)
  return {
    isInSync: first === undefined || (ids.length === 1 && synopsis.includes(first)),
    unknown: last !== undefined && last !== first && !ids.includes(last) ? last : undefined,
  }
}

/** A transaction that was given to a peer. */
export interface ServedTransaction {
  readonly hash: string
}

interface Request {
  readonly itemType: number
  readonly hash: string
}

/**
 * Serves items in the order asked, one at a time as the peer takes them. Emits the transactions among them.
 *
 * Errors with PeerFault `OVERFLOW` when more than {@link MAX_QUEUED_REQUESTS} wait.
 */
export function serveItems(
  request$: Observable<MessageOf<'fetch_items_message'>>,
  link: Link,
  responder: Responder,
): Observable<ServedTransaction> {
  return defer(() => {
    let queue: Request[] = []
    let next = 0
    /** An item is being read from the disk; those behind it wait. */
    let isReading = false
    const more$ = new Subject<void>()
    const served$ = new Subject<ServedTransaction>()
    const give = ({ itemType, hash }: Request, message: Message | undefined): void => {
      link.send(
        message ?? {
          type: 'item_not_available_message',
          requested_item: { item_type: itemType, item_hash: hash },
        },
      )
      if (message?.type === 'trx_message') served$.next({ hash })
    }
    function sendWhatFits(): Observable<never> {
      const first = next
      while (!isReading && next < queue.length && link.queuedBytes < SERVE_BELOW_BYTES) {
        const request = queue[next] as Request
        next += 1
        const item = responder.getItem(request.itemType, request.hash)
        if (item === undefined || !('then' in item)) {
          give(request, item)
          continue
        }
        isReading = true
        return from(item).pipe(
          mergeMap((message) => {
            isReading = false
            give(request, message)
            return sendWhatFits()
          }),
        )
      }
      if (next === queue.length) {
        queue = []
        next = 0
      } else if (next > first) {
        // What was sent leaves at the end of this turn. Where the system takes all of it at once, no drain follows.
        more$.next()
      }
      return EMPTY
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
    const serving$ = merge(enqueue$, link.drain$, more$.pipe(observeOn(asapScheduler))).pipe(
      mergeMap(() => (isReading ? EMPTY : sendWhatFits())),
    )
    return merge(served$, serving$.pipe(finalize(() => served$.complete())))
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
