import {
  asyncScheduler,
  defer,
  distinctUntilChanged,
  finalize,
  filter,
  fromEvent,
  map,
  NEVER,
  type Observable,
  of,
  share,
  Subject,
  timer,
} from 'rxjs'
import { createHoldBack } from '../chain/hold-back.ts'
import { shareLatest } from '../flow/share-latest.ts'
import { spread } from '../flow/spread.ts'
import { toAsyncIterable } from '../flow/to-async-iterable.ts'
import {
  createTrackerState,
  trackBlock,
  trackPending,
  trackUndone,
  type TransactionEvent,
} from '../inventory/track-transactions.ts'
import type { Transaction } from '../protocol/transaction.ts'
import type { SignedTransaction } from '../protocol/generated/types.ts'
import type { Block } from './block.ts'
import { type BroadcastEvent, followBroadcast, toOutgoing } from './broadcast.ts'
import { type ChainEvent, toChainEvents } from './chain-event.ts'
import type { NodeEvent, PeerStatus, Status } from './events.ts'
import { type OperationEvent, toOperationEvents } from './operation-event.ts'
import { type NodeOptions, resolveOptions } from './options.ts'
import { createDemand } from './demand.ts'
import { keepInStore } from './keep-in-store.ts'
import type { Start } from './node-state.ts'
import { type RunOutput, runNode } from './run-node.ts'
import type { Workload } from './workload.ts'
import { toWitnessSlots, type WitnessSlot } from './witness-slot.ts'

/**
 * A node, as streams. All are hot views of one run: the first subscriber of any of them starts it, the last to leave
 * stops it, and closes every connection and timer. Subscribers of the same tick see the same first block; who comes later
 * joins where the stream is. None of them errors because of a peer.
 *
 * A subscriber that throws is RxJS's uncaught error; it does not disturb the node.
 */
export interface Node {
  /**
   * Blocks that joined the chain: consecutive, each once. When blocks were undone for a longer branch, the next one follows
   * the last that both have in common; {@link chain$} says which were undone.
   */
  readonly block$: Observable<Block>
  /** Blocks applied, undone and irreversible, in an order that can be replayed. */
  readonly chain$: Observable<ChainEvent>
  /** Blocks that cannot be undone any more: consecutive, each exactly once. */
  readonly irreversible$: Observable<Block>
  /** The slots of the witnesses' schedule as blocks show them: used ones, and missed ones where the timing is known. */
  readonly witness$: Observable<WitnessSlot>
  /** What becomes of transactions. While somebody listens, pending ones are fetched as peers announce them. */
  readonly trx$: Observable<TransactionEvent<Transaction>>
  /** The operations of the blocks, one by one, in chain order. */
  readonly operation$: Observable<OperationEvent>
  /** Every connection, a few times a second. The newest value is replayed. */
  readonly peers$: Observable<readonly PeerStatus[]>
  /** How the node stands, when that changes. The newest value is replayed. */
  readonly status$: Observable<Status>
  /** Messages, requests and queues in figures, a few times a second. The newest value is replayed. */
  readonly workload$: Observable<Workload>
  /** Everything that happens, told apart by `type`. */
  readonly event$: Observable<NodeEvent>
  /**
   * Sends a transaction: to every peer that is in sync, again and again until it is in a block. Emits what becomes of it and
   * completes when it is irreversible or has expired.
   *
   * Cold: subscribing sends it, and starts the node if nobody has. Throws {@link UsageError} `BAD_VALUE` for one that is not
   * signed or does not fit its type; errors with `OVERFLOW` when a thousand are on their way.
   */
  broadcast(transaction: SignedTransaction): Observable<BroadcastEvent>
  /**
   * A stream of this node for `for await`, with a bounded queue: while a queue of blocks is full, no more blocks are
   * asked for, so a slow loop loses nothing and harms nobody. Only a queue of `trx$` lets its oldest go instead, counted
   * in `status$`. The iteration ends with the stream, with `signal`, or when the loop is left.
   */
  toAsyncIterable<T>(
    stream$: Observable<T>,
    options?: { highWaterMark?: number; signal?: AbortSignal },
  ): AsyncIterable<T>
}

/**
 * Builds a node and starts nothing.
 *
 * ```ts
 * const node = createNode()
 * node.block$.subscribe((block) => console.log(block.number, block.transactions.length))
 * ```
 *
 * Throws {@link UsageError} `BAD_OPTION` for an option that cannot be.
 */
export function createNode(options: NodeOptions = {}): Node {
  const resolved = resolveOptions(options)
  const { demand$, gate, listenForTransactions, outgoing$, send } = createDemand()
  const { signal, graceMs = 0 } = options

  const end$ = signal === undefined ? NEVER : defer(() => whenAborted(signal))
  function run(start: Start = resolved.start): Observable<RunOutput> {
    return defer(() => {
      const holdBack = createHoldBack<Block>(resolved.mode)
      return runNode(options, { ...resolved, start }, demand$, outgoing$, end$).pipe(
        map((output): RunOutput =>
          output.do === 'change' ? { ...output, change: holdBack(output.change) } : output,
        ),
      )
    })
  }
  const { store, scheduler = asyncScheduler } = options
  const run$ =
    store === undefined
      ? run()
      : keepInStore({ store, gate: gate.addReason(), run, end$, scheduler, prefix: resolved.network.prefix })
  const output$ = run$.pipe(
    // An abort has ended the run before it is shared: it also ends one that goes on for its grace time.
    share({
      connector: () => new Subject<RunOutput>(),
      resetOnError: true,
      resetOnComplete: true,
      resetOnRefCountZero: graceMs > 0 ? () => timer(graceMs, options.scheduler) : true,
    }),
  )

  const change$ = output$.pipe(
    filter((output) => output.do === 'change'),
    map(({ change }) => change),
  )
  const block$ = change$.pipe(
    map(({ applied }) => applied),
    spread(),
  )
  const event$ = output$.pipe(map(toEvents), spread())
  const report$ = output$.pipe(filter((output) => output.do === 'report'))
  const trx$ = defer(() => {
    const tracker = createTrackerState()
    const stop = listenForTransactions()
    return event$.pipe(
      map((event): readonly TransactionEvent<Transaction>[] => {
        if (event.type === 'transactionHeard') {
          const pending = trackPending(tracker, event.transaction, event.peer, event.at)
          return pending === undefined ? [] : [pending]
        }
        if (event.type === 'blockUndone') return trackUndone(tracker, event.block, event.block.received.at)
        return event.type === 'blockApplied' ? trackBlock(tracker, event.block, event.block.received.at) : []
      }),
      spread(),
      finalize(stop),
    )
  })

  let dropped = 0
  const countDropped = (): void => {
    dropped += 1
  }

  const peers$ = report$.pipe(
    map(({ peers }) => peers),
    shareLatest(),
  )
  const status$ = report$.pipe(
    map(({ status }) => (dropped === 0 ? status : { ...status, droppedTransactions: dropped })),
    distinctUntilChanged(isSameStatus),
    shareLatest(),
  )
  const workload$ = report$.pipe(
    map(({ readWorkload }) => readWorkload()),
    shareLatest(),
  )

  return {
    block$,
    chain$: change$.pipe(map(toChainEvents), spread()),
    irreversible$: change$.pipe(
      map(({ irreversible }) => irreversible),
      spread(),
    ),
    witness$: change$.pipe(map(toWitnessSlots), spread()),
    trx$,
    operation$: block$.pipe(map(toOperationEvents), spread()),
    peers$,
    status$,
    workload$,
    event$,
    broadcast: (transaction) =>
      followBroadcast(toOutgoing(transaction, resolved.network.prefix), event$, send),
    toAsyncIterable(stream$, iterable = {}) {
      const source$: Observable<unknown> = stream$
      // Transactions never make the node wait: the oldest are let go, and counted.
      if (source$ === trx$) return toAsyncIterable(stream$, { ...iterable, onDropped: countDropped })
      // Of how things stand only the newest counts.
      if (source$ === status$ || source$ === peers$ || source$ === workload$)
        return toAsyncIterable(stream$, { ...iterable, highWaterMark: 1, onDropped: () => undefined })
      // A gate for each loop: one that is left must not let in what another has no room for.
      const iterate = () => toAsyncIterable(stream$, { ...iterable, gate: gate.addReason() })
      return { [Symbol.asyncIterator]: () => iterate()[Symbol.asyncIterator]() }
    },
  } satisfies Node
}

function toEvents(output: RunOutput): readonly NodeEvent[] {
  if (output.do === 'change') {
    const { undone, applied, irreversible } = output.change
    return [
      ...undone.map((block) => ({ type: 'blockUndone', block }) as const),
      ...applied.map((block) => ({ type: 'blockApplied', block }) as const),
      ...irreversible.map((block) => ({ type: 'blockIrreversible', block }) as const),
    ]
  }
  return output.do === 'emit' ? [output.event] : []
}

function whenAborted(signal: AbortSignal): Observable<unknown> {
  return signal.aborted ? of(undefined) : fromEvent(signal, 'abort')
}

/** Heads differ with each block, rates with each look: only what a person would call a change passes. */
function isSameStatus(a: Status, b: Status): boolean {
  return (
    a.state === b.state &&
    a.reason === b.reason &&
    a.head?.id === b.head?.id &&
    a.irreversible?.id === b.irreversible?.id &&
    a.activePeers === b.activePeers &&
    a.connectingPeers === b.connectingPeers &&
    a.behindBlocks === b.behindBlocks &&
    Math.round(a.blocksPerSecond) === Math.round(b.blocksPerSecond)
  )
}
