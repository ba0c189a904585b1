import type { Observable } from 'rxjs'
import type { Clock } from './clock.ts'
import type { HelloOptions, PeerHello, Rejection } from './hello.ts'
import type { PeerCommand } from './peer-command.ts'
import type { Responder } from './responder.ts'
import type { Timing } from './timing.ts'

/** What a session needs to know besides its link. */
export interface SessionContext {
  readonly peer: number
  readonly direction: 'inbound' | 'outbound'
  readonly clock: Clock
  readonly timing: Timing
  readonly responder: Responder
  /** In front of keys as text. */
  readonly keyPrefix: string
  /** What the node wants done with this peer. */
  readonly command$: Observable<PeerCommand>
  /** What we say of ourselves at the time it is asked. */
  hello(): HelloOptions
  /** Whether another connection to the node of that id, which proved that key, is open. */
  isConnectedTo(nodeId: string, publicKey: string): boolean
  /** Why there is no place for a peer whose hello is all right; undefined: there is. */
  refuse?(hello: PeerHello): Rejection | undefined
}
