import type { LinkError, PeerFault } from '../errors.ts'
import type { Message } from '../messages/registry.ts'

/** What a reducer wants done with a peer, named by its key. */
export type PeerCommand =
  | { readonly do: 'send'; readonly peer: number; readonly message: Message }
  /** Says goodbye with the fault as its reason, then closes. */
  | { readonly do: 'disconnect'; readonly peer: number; readonly fault: PeerFault | LinkError }
