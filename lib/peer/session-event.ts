import type { RxBitsharesError } from '../errors.ts'
import type { BlockId } from '../chain/cursor.ts'
import type { FirewallCheckResult } from '../messages/handshake-messages.ts'
import type { Hashes } from '../messages/hashes.ts'
import type { MessageOf } from '../messages/registry.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { Transaction } from '../protocol/transaction.ts'
import type { PeerHello } from './hello.ts'
import type { ReceivedBlock } from './read-block.ts'

/**
 * What one peer's session says, in order: connected, greeted, active, …, ending, closed. `at` is in milliseconds of a
 * monotonic clock. Between `ending`, which a connection that never came about leaves out, and `closed` the peer is told
 * goodbye and nothing it sends counts.
 */
export type SessionEvent =
  | { readonly type: 'connected'; readonly peer: number; readonly at: number }
  | { readonly type: 'greeted'; readonly peer: number; readonly at: number; readonly hello: PeerHello }
  | { readonly type: 'active'; readonly peer: number; readonly at: number }
  | {
      readonly type: 'idsListed'
      readonly peer: number
      readonly at: number
      readonly ids: Hashes
      readonly remaining: number
    }
  | {
      readonly type: 'blocksReceived'
      readonly peer: number
      readonly at: number
      readonly blocks: readonly ReceivedBlock[]
    }
  | {
      readonly type: 'transactionReceived'
      readonly peer: number
      readonly at: number
      readonly hash: string
      readonly transaction: Transaction
    }
  | {
      readonly type: 'announced'
      readonly peer: number
      readonly at: number
      readonly itemType: number
      readonly hashes: readonly string[]
    }
  | {
      readonly type: 'notAvailable'
      readonly peer: number
      readonly at: number
      readonly itemType: number
      readonly hash: string
    }
  | {
      readonly type: 'addressesTold'
      readonly peer: number
      readonly at: number
      /** Those that listen. */
      readonly addresses: readonly PeerAddress[]
      /** All it told, as it told them. */
      readonly entries: MessageOf<'address_message'>['addresses']
    }
  | {
      readonly type: 'clockMeasured'
      readonly peer: number
      readonly at: number
      /** Positive: the peer's clock is ahead of ours. */
      readonly clockOffsetMs: number
      readonly roundTripMs: number
    }
  /** Its synopsis was answered: whether it has all that we have, and the id of what it has and we do not know. */
  | {
      readonly type: 'synopsisAnswered'
      readonly peer: number
      readonly at: number
      readonly isInSync: boolean
      readonly unknown: BlockId | undefined
    }
  /** It was given a transaction that it had asked for. */
  | {
      readonly type: 'transactionServed'
      readonly peer: number
      readonly at: number
      readonly hash: string
    }
  /** It asks whether a node can be connected to; without a node and an endpoint whether it can be itself. */
  | {
      readonly type: 'firewallAsked'
      readonly peer: number
      readonly at: number
      /** 66 hex digits. */
      readonly nodeId: string
      /** `host:port`. */
      readonly endpoint: string
    }
  /** It says what came of a check that we asked for, or so it thinks. */
  | {
      readonly type: 'firewallTold'
      readonly peer: number
      readonly at: number
      readonly nodeId: string
      readonly endpoint: string
      readonly result: FirewallCheckResult
    }
  /** It asks who we are connected to. */
  | { readonly type: 'connectionsAsked'; readonly peer: number; readonly at: number }
  | {
      readonly type: 'traffic'
      readonly peer: number
      readonly at: number
      readonly bytesReceived: number
      readonly bytesSent: number
    }
  | { readonly type: 'ending'; readonly peer: number; readonly at: number }
  | { readonly type: 'closed'; readonly peer: number; readonly at: number; readonly error: RxBitsharesError }
