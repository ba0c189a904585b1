import {
  defer,
  finalize,
  ignoreElements,
  interval,
  map,
  merge,
  type Observable,
  startWith,
  Subject,
  switchMap,
  throwError,
  timeout,
} from 'rxjs'
import { GENESIS } from '../chain/cursor.ts'
import { createIdentity } from '../peer/identity.ts'
import { recoverSigner } from '../chain/recover-signer.ts'
import { signatures } from '../crypto/signatures.ts'
import { LinkError } from '../errors.ts'
import { runLoop } from '../flow/run-loop.ts'
import { createClock } from '../peer/clock.ts'
import { openLink } from '../peer/link.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import { EMPTY_RESPONDER } from '../peer/responder.ts'
import { runSession } from '../peer/session.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import { connectTcp } from '../transport/connect-tcp.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import {
  createNodeState,
  type LoopEvent,
  type NodeCommand,
  type NodeContext,
  type NodeState,
} from './node-state.ts'
import type { NodeOptions, ResolvedOptions } from './options.ts'
import { reduceNode } from './reduce-node.ts'

/** What subscribers want of a run. */
export interface Demand {
  readonly wantsTransactions: boolean
  readonly isOpen: boolean
}

/** What a run says: events one by one, and from time to time how everything stands. */
export type RunOutput = Extract<NodeCommand, { readonly do: 'emit' | 'change' | 'report' }>

/** How often deadlines are looked at and the status is made; the loops of the reference run every 2 s and slower. */
const TICK_MS = 250

/**
 * One run of a node: opens connections, follows the chain, says what happens.
 *
 * Cold: each subscription is a run of its own, with its own state; unsubscribing closes every socket and timer. Never
 * completes; errors only with a bug of ours.
 */
export function runNode(
  options: NodeOptions,
  resolved: ResolvedOptions,
  demand$: Observable<Demand>,
): Observable<RunOutput> {
  return defer(() => {
    const clock = createClock(options.scheduler)
    const { network, limits } = resolved
    const identity = createIdentity(options.nodeKey)
    const output$ = new Subject<RunOutput>()
    const links = new Map<number, Subject<PeerCommand>>()
    const context: NodeContext = {
      dialLimits: resolved.dialLimits,
      signatures: signatures.name,
      verification: resolved.verification,
      signerOf: recoverSigner,
      acceptBlock: (block) => options.accept?.block?.(block) ?? true,
      acceptTransaction: (transaction) => options.accept?.transaction?.(transaction) ?? true,
      chainSeconds: network.chainSeconds ?? (() => clock.wallMs() / 1000),
      wallMs: () => clock.wallMs(),
      random: Math.random,
    }
    const state: NodeState = createNodeState(context, resolved.given, resolved.seeds, resolved.start)

    function dial(peer: number, address: PeerAddress): Observable<SessionEvent> {
      const command$ = new Subject<PeerCommand>()
      links.set(peer, command$)
      const late$ = throwError(() => new LinkError('TIMEOUT', 'keys were not exchanged in time'))
      const link$ = connectTcp(address, {
        timeoutMs: limits.connectTimeoutMs,
        scheduler: clock.scheduler,
      }).pipe(
        switchMap(openLink),
        timeout({ first: limits.connectTimeoutMs, with: () => late$, scheduler: clock.scheduler }),
      )
      const session$ = runSession(link$, {
        peer,
        direction: 'outbound',
        clock,
        timing: limits,
        responder: EMPTY_RESPONDER,
        keyPrefix: network.prefix,
        command$,
        hello: () => ({
          identity,
          chainId: network.chainId,
          userAgent: resolved.userAgent,
          head: state.chain?.head ?? GENESIS,
          headTime: state.chain?.headTime ?? 0,
        }),
        isConnectedTo: (nodeId) => isConnectedTo(state, peer, nodeId),
      })
      return session$.pipe(finalize(() => links.delete(peer)))
    }

    function perform(command: NodeCommand): Observable<LoopEvent> | undefined {
      switch (command.do) {
        case 'send':
        case 'disconnect':
          links.get(command.peer)?.next(command)
          return undefined
        case 'dial':
          return dial(command.peer, command.address)
        case 'emit':
        case 'change':
        case 'report':
          output$.next(command)
          return undefined
      }
    }

    const tick$ = interval(TICK_MS, clock.scheduler).pipe(
      startWith(0),
      map((): LoopEvent => ({ type: 'tick', at: clock.nowMs() })),
    )
    const wanted$ = demand$.pipe(
      map((demand): LoopEvent => ({ type: 'demand', at: clock.nowMs(), ...demand })),
    )
    const loop$ = runLoop<NodeState, LoopEvent, NodeCommand>({
      event$: merge(wanted$, tick$),
      createState: () => state,
      reduce: (_, event) => [state, reduceNode(state, event)],
      perform,
    })
    // The output is subscribed before the loop, whose first tick speaks at once.
    return merge(output$, loop$.pipe(ignoreElements()))
  })
}

function isConnectedTo(state: NodeState, self: number, nodeId: string): boolean {
  for (const peer of state.peers.values()) {
    if (peer.key !== self && peer.hello?.nodeId === nodeId) return true
  }
  return false
}
