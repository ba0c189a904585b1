import { defer, map, type Observable, startWith, Subject } from 'rxjs'
import { createSharedGate, type SharedGate } from '../flow/gate.ts'
import type { OutgoingTransaction } from './broadcast.ts'
import type { Demand } from './run-node.ts'

/** What the subscribers of a node want of it, from outside the run. */
export interface DemandSource {
  /** The demand now and whenever it changes. */
  readonly demand$: Observable<Demand>
  /** Closed by consumers that have no room: no more blocks are asked for. */
  readonly gate: SharedGate
  /** Somebody listens to transactions; call what is returned when that is over. */
  listenForTransactions(this: void): () => void
  /** Transactions that are to be sent. Hot. */
  readonly outgoing$: Observable<OutgoingTransaction>
  /** Gives a transaction to the node, which has to run. */
  send(this: void, outgoing: OutgoingTransaction): void
}

export function createDemand(): DemandSource {
  const changed$ = new Subject<void>()
  const outgoing$ = new Subject<OutgoingTransaction>()
  let listeners = 0
  let isOpen = true
  const setOpen = (next: boolean): void => {
    isOpen = next
    changed$.next()
  }
  return {
    demand$: defer(() =>
      changed$.pipe(
        startWith(undefined),
        map((): Demand => ({ wantsTransactions: listeners > 0, isOpen })),
      ),
    ),
    outgoing$: outgoing$.asObservable(),
    send: (outgoing) => outgoing$.next(outgoing),
    gate: createSharedGate({ close: () => setOpen(false), open: () => setOpen(true) }),
    listenForTransactions() {
      listeners += 1
      changed$.next()
      return () => {
        listeners -= 1
        changed$.next()
      }
    },
  }
}
