import { map, merge, type Observable } from 'rxjs'
import type { ByType } from '../flow/split-by-type.ts'
import { FIREWALL_CHECK_RESULTS } from '../messages/handshake-messages.ts'
import type { DecodedMessage } from './decode.ts'
import type { SessionContext } from './session-context.ts'
import type { SessionEvent } from './session-event.ts'

/**
 * What peers ask and tell about firewalls and connections. Emits nothing where such messages are read past, see `decode`.
 *
 * A result without a meaning counts as one that says nothing (`node.cpp`, `on_check_firewall_reply_message`).
 */
export function readChecks(
  on: ByType<DecodedMessage>,
  { peer, clock }: Pick<SessionContext, 'peer' | 'clock'>,
): Observable<SessionEvent> {
  return merge(
    on.of('check_firewall_message').pipe(
      map(({ node_id: nodeId, endpoint_to_check: endpoint }): SessionEvent => {
        return { type: 'firewallAsked', peer, at: clock.nowMs(), nodeId, endpoint }
      }),
    ),
    on.of('check_firewall_reply_message').pipe(
      map(({ node_id: nodeId, endpoint_checked: endpoint, result: number }): SessionEvent => {
        const result = FIREWALL_CHECK_RESULTS[number] ?? 'unable_to_check'
        return { type: 'firewallTold', peer, at: clock.nowMs(), nodeId, endpoint, result }
      }),
    ),
    on
      .of('get_current_connections_request_message')
      .pipe(map((): SessionEvent => ({ type: 'connectionsAsked', peer, at: clock.nowMs() }))),
  )
}
