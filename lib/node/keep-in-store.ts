import {
  connect,
  defer,
  delay,
  EMPTY,
  endWith,
  filter,
  map,
  merge,
  type Observable,
  type SchedulerLike,
  switchMap,
  takeUntil,
  takeWhile,
} from 'rxjs'
import type { Gate } from '../flow/gate.ts'
import { spread } from '../flow/spread.ts'
import type { BlockStore } from '../store/block-store.ts'
import { storeChain } from '../store/store-chain.ts'
import type { Block } from './block.ts'
import { blockFromStore } from './block-from-store.ts'
import { toChainEvents } from './chain-event.ts'
import type { NodeEvent } from './events.ts'
import type { Start } from './node-state.ts'
import type { RunOutput } from './run-node.ts'

export interface KeepOptions {
  readonly store: BlockStore
  /** Closed while the disk is behind. */
  readonly gate: Gate
  /** Begins a run; undefined: where it would begin without a store. */
  run(this: void, start: Start | undefined): Observable<RunOutput>
  /** The run is to end. */
  readonly end$: Observable<unknown>
  readonly scheduler: SchedulerLike
  /** In front of keys as text. */
  readonly prefix: string
}

/** What a run may take to make its last blocks durable, once it is to end. */
export const FLUSH_MS = 5000
/** So many blocks below the start may be undone without asking peers for them; few chains ever undo more. */
export const REMEMBERED_BLOCKS = 200

/**
 * A run that goes on after the last block of a store, and keeps there what it applies; says what became durable.
 *
 * Cold. Completes when `end$` has emitted and everything is durable, or {@link FLUSH_MS} later: a full disk must not keep
 * it. Errors with the store's error.
 */
export function keepInStore(options: KeepOptions): Observable<RunOutput> {
  const { store, gate, run, end$, scheduler } = options
  const { event$ = EMPTY } = store
  return defer(() => startAfter(options)).pipe(
    // It ends by itself when `end$` says so.
    switchMap(run),
    connect((output$) => {
      const durable$ = output$.pipe(
        filter((output) => output.do === 'change'),
        map(({ change }) => toChainEvents(change)),
        spread(),
        storeChain(store, gate),
        map(({ number, id }) => toOutput({ type: 'durable', number, id })),
        // When the last block is durable all is over, although the store goes on.
        endWith(undefined),
      )
      // The store first: whoever leaves with a block finds it kept.
      return merge(durable$, event$.pipe(map(toOutput)), output$)
    }),
    takeWhile((output) => output !== undefined),
    takeUntil(end$.pipe(delay(FLUSH_MS, scheduler))),
  )
}

/** Where the store ends, with the blocks that lead there. */
async function startAfter({ store, scheduler, prefix }: KeepOptions): Promise<Start | undefined> {
  const after = await store.last()
  if (after === undefined) return undefined
  const below: Block[] = []
  for await (const block of store.read(after.number - REMEMBERED_BLOCKS + 1, after.number))
    below.unshift(blockFromStore(block, prefix, scheduler.now()))
  return { after, below }
}

function toOutput(event: NodeEvent): RunOutput {
  return { do: 'emit', event }
}
