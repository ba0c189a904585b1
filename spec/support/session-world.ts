import type { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { Subject, type Subscription, throwError, timeout } from 'rxjs'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { LinkError, type RxBitsharesError } from '../../lib/errors.ts'
import { createIdentity } from '../../lib/peer/identity.ts'
import { openLink } from '../../lib/peer/link.ts'
import type { PeerCommand } from '../../lib/peer/peer-command.ts'
import { EMPTY_RESPONDER } from '../../lib/peer/responder.ts'
import { runSession } from '../../lib/peer/session.ts'
import type { SessionContext } from '../../lib/peer/session-context.ts'
import type { SessionEvent } from '../../lib/peer/session-event.ts'
import { DEFAULT_TIMING } from '../../lib/peer/timing.ts'
import type { FarEnd } from './far-end.ts'
import { CHAIN_ID, playScript, type Step } from './scripted-peer.ts'
import { createSocketPair } from './socket-pair.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'

/** A session over an in-memory connection in virtual time, and the peer it talks to. */
export interface SessionWorld {
  readonly time: VirtualTime
  readonly near: Socket
  readonly far: Socket
  readonly events: SessionEvent[]
  readonly command$: Subject<PeerCommand>
  readonly subscription: Subscription
  /** The error of the last event. Rejects if the stream itself errors, or goes on after it. */
  readonly closed: Promise<RxBitsharesError>
  /** Settles with the script, with the far end when it is over. */
  readonly script: Promise<FarEnd>
  /** Lets everything arrive that is on its way: in memory that takes no more than a turn of the event loop. */
  settle(): Promise<void>
  /** The first event of that type, past or to come. */
  first<Type extends SessionEvent['type']>(
    type: Type,
  ): Promise<Extract<SessionEvent, { readonly type: Type }>>
}

export const NEAR_IDENTITY = createIdentity()

/** Starts a session against a scripted peer; without a script nobody is there, and the test writes to `far` itself. */
export function startSession(
  steps: readonly Step[] | undefined,
  overrides: Partial<SessionContext> = {},
  [near, far]: readonly [Socket, Socket] = createSocketPair(),
): SessionWorld {
  const time = createVirtualTime()
  const events: SessionEvent[] = []
  const event$ = new Subject<SessionEvent>()
  const command$ = new Subject<PeerCommand>()
  const late$ = throwError(() => new LinkError('TIMEOUT', 'keys were not exchanged in time'))
  const link$ = openLink(near).pipe(
    timeout({ first: DEFAULT_TIMING.connectTimeoutMs, with: () => late$, scheduler: time.scheduler }),
  )
  const session$ = runSession(link$, {
    peer: 1,
    direction: 'outbound',
    clock: time.clock,
    timing: DEFAULT_TIMING,
    responder: EMPTY_RESPONDER,
    keyPrefix: 'BTS',
    command$,
    hello: () => ({
      identity: NEAR_IDENTITY,
      chainId: CHAIN_ID,
      userAgent: 'near end',
      head: GENESIS,
      headTime: 0,
    }),
    isConnectedTo: () => false,
    ...overrides,
  })
  const script = steps === undefined ? new Promise<FarEnd>(() => {}) : playScript(far, steps)
  // Who does not wait for the script still hears of its failure through the events that do not come.
  script.catch(() => {})
  let subscription: Subscription | undefined
  const closed = new Promise<RxBitsharesError>((resolve, reject) => {
    subscription = session$.subscribe({
      next(event) {
        if (events.at(-1)?.type === 'closed') reject(new Error(`${event.type} after closed`))
        events.push(event)
        event$.next(event)
      },
      error: reject,
      complete() {
        const last = events.at(-1)
        if (last?.type === 'closed') resolve(last.error)
        else reject(new Error('completed without closed'))
      },
    })
  })
  return {
    time,
    near,
    far,
    events,
    command$,
    subscription: subscription as unknown as Subscription,
    closed,
    script,
    settle: () => turn(),
    first(type) {
      type Wanted = Extract<SessionEvent, { readonly type: typeof type }>
      return new Promise<Wanted>((resolve) => {
        const past = events.find((event): event is Wanted => event.type === type)
        if (past !== undefined) resolve(past)
        event$.subscribe((event) => {
          if (event.type === type) resolve(event as Wanted)
        })
      })
    },
  }
}
