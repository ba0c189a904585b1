import {
  defaultIfEmpty,
  filter,
  map,
  of,
  type OperatorFunction,
  type SchedulerLike,
  take,
  timeout,
} from 'rxjs'
import type { VisitEvent } from '../../peer/visit-peer.ts'

/** What finding out whether a node can be connected to may take. */
export const CHECK_TIMEOUT_MS = 15_000

/**
 * Whether the node that is visited is the expected one, by the id in its hello. bitshares-core is content with an exchange of
 * keys (`node.cpp`, `connect_to_task`), which any node at that address would do.
 *
 * Emits once and completes, which breaks the connection; never errors where the visit does not. Where nothing is heard it
 * emits false after {@link CHECK_TIMEOUT_MS}.
 *
 * @param nodeId 66 hex digits
 */
export function confirmNode(nodeId: string, scheduler: SchedulerLike): OperatorFunction<VisitEvent, boolean> {
  return (event$) =>
    event$.pipe(
      filter(({ type }) => type === 'greeted' || type === 'closed'),
      map((event) => event.type === 'greeted' && event.hello.nodeId === nodeId),
      take(1),
      defaultIfEmpty(false),
      timeout({ first: CHECK_TIMEOUT_MS, with: () => of(false), scheduler }),
    )
}
