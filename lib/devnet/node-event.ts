import type { UsageError } from '../errors.ts'
import type { PeerAddress } from '../transport/peer-address.ts'

/** What happens at one node of a devnet. `node` counts from 0, `peer` from 1 in the order of connections. */
export type DevnetNodeEvent =
  | { readonly type: 'listening'; readonly node: number; readonly address: PeerAddress }
  /** It cannot listen, in one sentence; others go on. */
  | { readonly type: 'listenFailed'; readonly node: number; readonly error: UsageError }
  | { readonly type: 'stopped'; readonly node: number }
  /** A connection was accepted; nothing was said yet. */
  | { readonly type: 'peerConnected'; readonly node: number; readonly peer: number }
  /** The handshake is over. `userAgent` is as received. */
  | {
      readonly type: 'peerActive'
      readonly node: number
      readonly peer: number
      readonly userAgent: string
    }
  | { readonly type: 'peerClosed'; readonly node: number; readonly peer: number; readonly reason: string }
