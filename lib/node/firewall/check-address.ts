import { defer, map, NEVER, type Observable } from 'rxjs'
import { GENESIS } from '../../chain/cursor.ts'
import type { Clock } from '../../peer/clock.ts'
import { createIdentity } from '../../peer/identity.ts'
import { visitPeer } from '../../peer/visit-peer.ts'
import type { NetworkDescription } from '../networks.ts'
import type { LoopEvent, NodeCommand } from '../node-state.ts'
import { confirmNode } from './confirm-node.ts'

type CheckCommand = Extract<NodeCommand, { readonly do: 'check' }>

/**
 * Makes a check for a peer: connects to the address, says hello, and looks who says hello there.
 *
 * It does so as somebody who is no node: to the node it finds it must not be a second connection of one that is connected
 * already, or wants to be. Cold: emits what came of it once and completes, see {@link confirmNode}; never errors.
 */
export function checkAddress(
  { check, address, nodeId }: CheckCommand,
  { chainId, prefix }: NetworkDescription,
  userAgent: string,
  clock: Clock,
): Observable<LoopEvent> {
  return defer(() => {
    const hello = { identity: createIdentity(), chainId, userAgent, head: GENESIS, headTime: 0 }
    return visitPeer(address, { clock, keyPrefix: prefix, command$: NEVER, hello: () => hello }).pipe(
      confirmNode(nodeId, clock.scheduler),
      map((isReached): LoopEvent => ({ type: 'checked', check, isReached, at: clock.nowMs() })),
    )
  })
}
