import { defer, EMPTY, merge, mergeMap, type Observable, of, takeWhile, throwError } from 'rxjs'
import type { Cursor } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import { encode } from '../protocol/encode.ts'
import type { SignedTransaction } from '../protocol/generated/types.ts'
import { readTransaction, type Transaction } from '../protocol/transaction.ts'
import { MAX_RELAYED_BYTES } from './check-relay.ts'
import type { NodeEvent } from './events.ts'

/**
 * What becomes of a transaction that was given to the node, in order. `sent` and `heard` come several times or not at all;
 * `included` again after `returned`. `irreversible` and `expired` are the last.
 */
export type BroadcastEvent =
  /** So many peers have fetched it. */
  | { readonly status: 'sent'; readonly id: string; readonly peer: string; readonly peers: number }
  /** A peer that did not have it from us announces it. */
  | { readonly status: 'heard'; readonly id: string; readonly peer: string }
  | { readonly status: 'included'; readonly id: string; readonly block: Cursor }
  /** The block that included it was undone. */
  | { readonly status: 'returned'; readonly id: string; readonly from: Cursor }
  | { readonly status: 'irreversible'; readonly id: string; readonly block: Cursor }
  | { readonly status: 'expired'; readonly id: string }

/** A transaction to be sent, read back from its own bytes. */
export interface OutgoingTransaction {
  readonly transaction: Transaction
  readonly payload: Uint8Array
}

/**
 * Packs a transaction. Throws {@link UsageError} `BAD_VALUE` for one that is not signed, has no operations, is too large or
 * does not fit its type.
 */
export function toOutgoing(value: SignedTransaction, prefix: string): OutgoingTransaction {
  const payload = encode('signed_transaction', value, { prefix })
  const transaction = readTransaction(payload, { prefix })
  if (transaction.operations.length === 0)
    throw new UsageError('BAD_VALUE', 'a transaction without operations is not sent')
  if (transaction.signatures.length === 0)
    throw new UsageError('BAD_VALUE', 'a transaction has to be signed before it is sent')
  if (payload.length > MAX_RELAYED_BYTES)
    throw new UsageError('BAD_VALUE', `a transaction of ${payload.length} bytes is too large to be sent`)
  return { transaction, payload }
}

/**
 * Gives a transaction to a node and follows it: emits what becomes of it, completes with the last of that.
 *
 * Cold: each subscription sends it, and keeps the node running; unsubscribing does not take it back. Errors with
 * {@link UsageError} `OVERFLOW` when too many are on their way.
 */
export function followBroadcast(
  outgoing: OutgoingTransaction,
  event$: Observable<NodeEvent>,
  send: (outgoing: OutgoingTransaction) => void,
): Observable<BroadcastEvent> {
  const { id } = outgoing.transaction
  const told$ = event$.pipe(
    mergeMap((event): Observable<BroadcastEvent> => {
      if (event.type === 'transactionNotSent' && event.id === id)
        return throwError(() => new UsageError('OVERFLOW', event.reason))
      const told = toBroadcastEvent(event, id)
      return told === undefined ? EMPTY : of(told)
    }),
    takeWhile(({ status }) => status !== 'irreversible' && status !== 'expired', true),
  )
  // The node has to run before anything can be given to it.
  const sent$ = defer(() => {
    send(outgoing)
    return EMPTY
  })
  return merge(told$, sent$)
}

function toBroadcastEvent(event: NodeEvent, id: string): BroadcastEvent | undefined {
  switch (event.type) {
    case 'transactionSent':
      return event.id === id ? { status: 'sent', id, peer: event.peer, peers: event.peers } : undefined
    case 'transactionEchoed':
      return event.id === id ? { status: 'heard', id, peer: event.peer } : undefined
    case 'transactionExpired':
      return event.id === id ? { status: 'expired', id } : undefined
    case 'blockApplied':
    case 'blockUndone':
    case 'blockIrreversible': {
      const { block } = event
      if (!block.transactions.some((each) => each.id === id)) return undefined
      if (event.type === 'blockUndone') return { status: 'returned', id, from: block.cursor }
      return { status: event.type === 'blockApplied' ? 'included' : 'irreversible', id, block: block.cursor }
    }
    default:
      return undefined
  }
}
