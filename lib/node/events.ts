import type { BlockId, Cursor } from '../chain/cursor.ts'
import type { Reason } from '../chain/fork-tree.ts'
import type { FirewallCheckResult } from '../messages/handshake-messages.ts'
import type { PeerHello } from '../peer/hello.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import type { StoreEvent } from '../store/block-store.ts'
import type { Transaction } from '../protocol/transaction.ts'
import type { Block } from './block.ts'

/**
 * Everything that happens to a node, told apart by `type`. `peer` is the address of the connection it concerns.
 *
 * Texts that come from a peer (user agent, reasons) are cut to 256 characters and freed of control characters.
 */
export type NodeEvent =
  /** A connection is being made. */
  | { readonly type: 'peerDialled'; readonly peer: string }
  /** The node listens at `address`. */
  | { readonly type: 'listening'; readonly address: string }
  /** Somebody has connected to us and was let in so far. */
  | { readonly type: 'peerArrived'; readonly peer: string }
  /** Somebody has connected to us and was turned away at once; `reason` is a word such as `tooManyOfHost`. */
  | { readonly type: 'peerTurnedAway'; readonly peer: string; readonly reason: string }
  /** The file of peers could not be read or written; `message` is a sentence. The node goes on without it. */
  | { readonly type: 'peersFileTrouble'; readonly message: string }
  /** A connection could not be accepted, mostly for want of file descriptors. */
  | { readonly type: 'acceptFailed'; readonly message: string }
  /** The peer's hello was accepted. */
  | { readonly type: 'peerGreeted'; readonly peer: string; readonly hello: PeerHello }
  /** The handshake is over: the peer is asked for blocks. */
  | { readonly type: 'peerActive'; readonly peer: string }
  /** The connection ended or was never made. `code` is that of the error, `isFault` whether the peer broke the protocol. */
  | {
      readonly type: 'peerClosed'
      readonly peer: string
      readonly code: string
      readonly message: string
      readonly isFault: boolean
    }
  /** A peer told addresses; so many of them were new to us. */
  | { readonly type: 'addressesLearnt'; readonly peer: string; readonly count: number }
  /**
   * A peer has said whether others can connect to us, at the address where it takes us to be; see {@link Status.firewalled}.
   * With `unable_to_check` it has not found out.
   */
  | {
      readonly type: 'firewallChecked'
      readonly peer: string
      readonly address: string
      readonly result: FirewallCheckResult
    }
  /** A peer wanted to know whether a node can be connected to, and we have tried. */
  | {
      readonly type: 'addressChecked'
      readonly peer: string
      readonly address: string
      readonly result: Exclude<FirewallCheckResult, 'unable_to_check'>
    }
  /** The block to start after is known. */
  | { readonly type: 'startLocated'; readonly after: Cursor }
  /** Looking for the block to start at: so many steps of about so many. */
  | { readonly type: 'locating'; readonly walked: number; readonly total: number }
  /** A peer announced items, so many of a type. */
  | {
      readonly type: 'announced'
      readonly peer: string
      readonly itemType: 'block' | 'transaction'
      readonly count: number
    }
  /** A block joined the chain. */
  | { readonly type: 'blockApplied'; readonly block: Block }
  /** A block was taken back: peers have gone on with a longer branch. */
  | { readonly type: 'blockUndone'; readonly block: Block }
  /** A block cannot be taken back any more. */
  | { readonly type: 'blockIrreversible'; readonly block: Block }
  /** A longer branch took the place of the one that was followed. */
  | {
      readonly type: 'reorganized'
      readonly from: Cursor
      readonly to: Cursor
      /** How many blocks. */
      readonly undone: number
      readonly applied: number
    }
  /** A witness signed with a key that no operation gave it: its first block, or the key changed where blocks do not show it. */
  | {
      readonly type: 'witnessKeySeen'
      readonly witness: ObjectId<1, 6>
      readonly key: string
      readonly block: Cursor
    }
  /** A block waits for its predecessor. */
  | { readonly type: 'blockHeld'; readonly block: Block; readonly peer: string }
  /** A block is ahead of its time and waits for it. */
  | { readonly type: 'blockEarly'; readonly block: Block; readonly peer: string }
  /** A block stands beside the chain, on a branch that is not longer. */
  | { readonly type: 'blockCompeting'; readonly block: Block; readonly peer: string }
  /**
   * A block does not fit what is known, which may be out of date: another key, another's turn. It is not applied before
   * three other witnesses have built on it and two peers have it.
   */
  | { readonly type: 'blockDoubted'; readonly block: Block; readonly peer: string; readonly reason: Reason }
  /** A block was thrown out. `reason.code` says why; `NOT_ACCEPTED`: the application's `accept.block` said no. */
  | { readonly type: 'blockRefused'; readonly block: Block; readonly peer: string; readonly reason: Reason }
  /** A transaction was heard of for the first time. */
  | {
      readonly type: 'transactionHeard'
      readonly transaction: Transaction
      readonly peer: string
      /** Milliseconds since 1970. */
      readonly at: number
    }
  /** The application's `accept.transaction` said no. */
  | { readonly type: 'transactionRefused'; readonly transaction: Transaction; readonly peer: string }
  /** Everything up to this block is on disk, of the `store` option; there are many blocks from one of these to the next. */
  | { readonly type: 'durable'; readonly number: number; readonly id: BlockId }
  /** What happens to the store. */
  | StoreEvent
  /** A transaction was heard of and is not passed on; `reason` is a sentence. */
  | {
      readonly type: 'transactionNotRelayed'
      readonly transaction: Transaction
      readonly peer: string
      readonly reason: string
    }
  /** A transaction of ours was fetched by a peer, so many of them so far. */
  | { readonly type: 'transactionSent'; readonly id: string; readonly peer: string; readonly peers: number }
  /** A transaction of ours is announced by a peer that did not have it from us. */
  | { readonly type: 'transactionEchoed'; readonly id: string; readonly peer: string }
  /** A transaction of ours has expired without being in a block. */
  | { readonly type: 'transactionExpired'; readonly id: string }
  /** A transaction of ours was not taken; `reason` is a sentence. */
  | { readonly type: 'transactionNotSent'; readonly id: string; readonly reason: string }
  /** A peer's clock was compared with ours; positive: it is ahead. */
  | {
      readonly type: 'clockMeasured'
      readonly peer: string
      readonly clockOffsetMs: number
      readonly roundTripMs: number
    }

/** One connection as it stands. */
export interface PeerStatus {
  /** `host:port` of the connection. */
  readonly peer: string
  readonly direction: 'inbound' | 'outbound'
  readonly state: 'connecting' | 'handshaking' | 'active' | 'closing'
  /** What it is doing for us: `inSync` peers announce new blocks. */
  readonly sync: 'asking' | 'fetching' | 'inSync' | 'elsewhere' | 'resting' | undefined
  readonly hello: PeerHello | undefined
  /** Milliseconds since the connection was begun. */
  readonly ageMs: number
  readonly clockOffsetMs: number | undefined
  readonly roundTripMs: number | undefined
  readonly bytesReceived: number
  readonly bytesSent: number
  readonly blocksReceived: number
}

/** The node as it stands. */
export interface Status {
  /**
   * - `stopped`: nobody listens.
   * - `connecting`: no peer is active; `reason` says what was tried.
   * - `locating`: looking for the block to start at.
   * - `syncing`: catching up.
   * - `live`: a peer has nothing that we have not, new blocks arrive as they are made.
   * - `forked`: for half a minute peers have had blocks that do not continue ours, or are in doubt, or their chain parts from
   *   ours where it cannot be changed any more.
   */
  readonly state: 'stopped' | 'connecting' | 'locating' | 'syncing' | 'live' | 'forked'
  /** A sentence for people. */
  readonly reason: string
  readonly head: Cursor | undefined
  /** Seconds since 1970 of the head block, 0 before the first. */
  readonly headTime: number
  /**
   * The last irreversible block as bitshares-core counts it; undefined while that cannot be known: in a stream that begins
   * in the middle it takes a round or two of the witnesses, and again after votes were counted.
   */
  readonly irreversible: Cursor | undefined
  /** The share of the last 128 slots that have a block, 0 to 1; undefined while not all of them are known. */
  readonly participation: number | undefined
  /** How often blocks were undone for a longer branch. */
  readonly reorganizations: number
  /** By how many blocks the furthest peer is ahead, as far as it said. */
  readonly behindBlocks: number
  readonly blocksPerSecond: number
  /** Active connections, those that others made included. */
  readonly activePeers: number
  readonly inboundPeers: number
  /** `host:port` where others can connect; undefined where the node does not listen. */
  readonly listening: string | undefined
  /**
   * Whether others cannot connect there, as a peer found out; undefined while that is not known, as always without the
   * option `firewallChecks`.
   */
  readonly firewalled: boolean | undefined
  /** Bytes a second over all connections, an average of the last minute. */
  readonly receivedPerSecond: number
  readonly sentPerSecond: number
  readonly connectingPeers: number
  /** Announcements of transactions that found no room. */
  readonly droppedAnnouncements: number
  /** Transaction events that slow `for await` loops let go. */
  readonly droppedTransactions: number
  /** What recovers and makes signatures. */
  readonly signatures: 'secp256k1' | 'noble'
}
