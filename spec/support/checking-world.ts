import type { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { map, type Observable, Subject, throwError } from 'rxjs'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { LinkError } from '../../lib/errors.ts'
import { runLoop } from '../../lib/flow/run-loop.ts'
import type { NodeEvent } from '../../lib/node/events.ts'
import { confirmNode } from '../../lib/node/firewall/confirm-node.ts'
import type { LoopEvent, NodeCommand, NodeContext, NodeState } from '../../lib/node/node-state.ts'
import { reduceNode } from '../../lib/node/reduce-node.ts'
import { createIdentity } from '../../lib/peer/identity.ts'
import { openLink } from '../../lib/peer/link.ts'
import type { PeerCommand } from '../../lib/peer/peer-command.ts'
import { EMPTY_RESPONDER } from '../../lib/peer/responder.ts'
import { runSession } from '../../lib/peer/session.ts'
import type { SessionEvent } from '../../lib/peer/session-event.ts'
import { DEFAULT_TIMING } from '../../lib/peer/timing.ts'
import type { PeerAddress } from '../../lib/transport/peer-address.ts'
import { createNodeWorld } from './node-world.ts'
import { CHAIN_ID, playScript, type Step } from './scripted-peer.ts'
import { createSocketPair } from './socket-pair.ts'
import { makeTestChain } from './test-chain.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'

/** A node that takes part in checks, its peers scripted at the other end of in-memory connections, in virtual time. */
export interface CheckingWorld {
  readonly time: VirtualTime
  readonly state: NodeState
  readonly events: readonly NodeEvent[]
  /** Addresses that were dialled for others. */
  readonly dialled: readonly string[]
  readonly nodeId: string
  /** Somebody connects from there and plays a script. Rejects when something else is heard than it says. */
  comes(address: string, ...steps: readonly Step[]): Promise<void>
  /** What somebody at an address does when the node connects to it; where nobody is, the connection fails. */
  sits(address: string, ...steps: readonly Step[]): Promise<void>
  /** The node looks whether there is something to do, as it does four times a second. */
  tick(): void
  /** Lets everything arrive that is on its way. */
  settle(): Promise<void>
  stop(): void
}

const chain = makeTestChain(1)

export function createCheckingWorld(
  known: readonly string[] = [],
  context: Partial<NodeContext> = {},
): CheckingWorld {
  const time = createVirtualTime()
  const { clock } = time
  const identity = createIdentity()
  const { state } = createNodeWorld({
    chain,
    head: 1,
    start: { after: GENESIS },
    addresses: known,
    dialLimits: { maxOutbound: known.length, profile: 'public' },
    context: { firewallChecks: true, self: identity, listening: () => '0.0.0.0:1776', ...context },
  })
  const event$ = new Subject<LoopEvent>()
  const events: NodeEvent[] = []
  const dialled: string[] = []
  const links = new Map<number, Subject<PeerCommand>>()
  const waiting = new Map<string, (far: Socket) => void>()
  const arrived: Socket[] = []

  function converse(
    peer: number,
    near: Socket | undefined,
    direction: 'inbound' | 'outbound',
  ): Observable<SessionEvent> {
    const command$ = new Subject<PeerCommand>()
    links.set(peer, command$)
    const link$ =
      near === undefined
        ? throwError(() => new LinkError('UNREACHABLE', 'nobody sits there'))
        : openLink(near, undefined, state.context.firewallChecks)
    return runSession(link$, {
      peer,
      direction,
      clock,
      timing: DEFAULT_TIMING,
      responder: EMPTY_RESPONDER,
      keyPrefix: 'BTS',
      command$,
      hello: () => ({ identity, chainId: CHAIN_ID, userAgent: 'near end', head: GENESIS, headTime: 0 }),
      isConnectedTo: () => false,
    })
  }

  /** One end of a connection to an address, whose other end plays its script; undefined: nobody sits there. */
  function connect({ host, port }: PeerAddress): Socket | undefined {
    const sit = waiting.get(`${host}:${port}`)
    waiting.delete(`${host}:${port}`)
    if (sit === undefined) return undefined
    const [near, far] = createSocketPair()
    sit(far)
    return near
  }

  function perform(command: NodeCommand): Observable<LoopEvent> | undefined {
    switch (command.do) {
      case 'send':
      case 'disconnect':
        links.get(command.peer)?.next(command)
        return undefined
      case 'dial':
        return converse(command.peer, connect(command.address), 'outbound')
      case 'accept':
        return converse(command.peer, arrived[command.socket], 'inbound')
      case 'check':
        dialled.push(`${command.address.host}:${command.address.port}`)
        return converse(0, connect(command.address), 'outbound').pipe(
          confirmNode(command.nodeId, time.scheduler),
          map((isReached) => ({ type: 'checked', check: command.check, isReached, at: clock.nowMs() })),
        )
      case 'emit':
        events.push(command.event)
        return undefined
      default:
        return undefined
    }
  }

  const run = runLoop<NodeState, LoopEvent, NodeCommand>({
    event$,
    createState: () => state,
    reduce: (_, event) => [state, reduceNode(state, event)],
    perform,
  }).subscribe()

  return {
    time,
    state,
    events,
    dialled,
    nodeId: identity.nodeId,
    async comes(address, ...steps) {
      const [near, far] = createSocketPair()
      const [host = '', port] = address.split(':')
      const socket = arrived.push(near) - 1
      event$.next({ type: 'arrived', socket, address: { host, port: Number(port) }, at: clock.nowMs() })
      await playScript(far, steps)
    },
    sits: (address, ...steps) =>
      new Promise<void>((resolve, reject) => {
        waiting.set(address, (far) => {
          playScript(far, steps).then(() => resolve(), reject)
        })
      }),
    tick: () => event$.next({ type: 'loop', loop: 'p2p_network_connect', at: clock.nowMs() }),
    settle: () => turn(),
    stop: () => run.unsubscribe(),
  }
}
