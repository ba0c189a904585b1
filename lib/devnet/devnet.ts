import type { Observable } from 'rxjs'
import type { BlockId, Cursor } from '../chain/cursor.ts'
import type { NetworkDescription } from '../node/networks.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { DevnetAccount, DevnetWitness } from './cast.ts'
import type { DevnetNode } from './devnet-node.ts'
import type { DevnetNodeEvent } from './node-event.ts'

/** A block of a devnet. */
export interface DevnetBlock {
  readonly number: number
  readonly id: BlockId
  readonly previous: BlockId
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly witness: ObjectId<1, 6>
  /** How many transactions it has. */
  readonly transactions: number
  /** The packed `signed_block`. */
  readonly raw: Uint8Array
}

/** What happens in a devnet, told apart by `type`. */
export type DevnetEvent =
  | DevnetNodeEvent
  | { readonly type: 'blockMade'; readonly block: DevnetBlock }
  /** A transaction became known; it is announced by `hash`. */
  | { readonly type: 'transactionMade'; readonly id: string; readonly hash: string }

/**
 * A network of its own in this process: witnesses that make blocks, accounts that make transactions, and nodes that serve
 * both over TCP as bitshares-core does.
 */
export interface Devnet {
  /** SHA-256 of the genesis document; of a recording, what was given. */
  readonly chainId: string
  /** The genesis document; undefined for a recording. */
  readonly genesis: string | undefined
  /**
   * What `createNode` takes as `network`. Its seeds are the nodes that have listened so far, so read it after `start()`.
   * Its clock is the chain's.
   */
  readonly network: NetworkDescription
  /** Where the first node listens; the port is known after `start()`. */
  readonly address: PeerAddress
  readonly addresses: readonly PeerAddress[]
  readonly nodes: readonly DevnetNode[]
  /** Accounts of the genesis with their keys, `alice` to `market`. None for a recording. */
  readonly accounts: readonly DevnetAccount[]
  /** In the order of their ids. None for a recording. */
  readonly witnesses: readonly DevnetWitness[]
  /** The newest block; number 0 without one. */
  readonly head: Cursor
  /** Blocks as they are made, from now on. Hot; completes when the devnet is closed. */
  readonly block$: Observable<DevnetBlock>
  /** Everything that happens, from now on. Hot; completes when the devnet is closed. */
  readonly event$: Observable<DevnetEvent>
  /** The block of that number, if it was made. */
  block(number: number): DevnetBlock | undefined
  /**
   * Makes so many blocks at once, default 1; they are announced before it returns. Throws {@link UsageError} `BAD_OPTION`
   * unless `production` is `manual` and the devnet runs.
   */
  produce(count?: number): void
  /**
   * Makes the history, listens and lets time pass. Resolves when all nodes listen; rejects with {@link UsageError} in one
   * sentence when one cannot, and closes. Once only.
   */
  start(): Promise<void>
  /** Closes every port, connection and timer. What was made can still be read. */
  close(): Promise<void>
}
