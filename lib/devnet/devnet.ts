import type { Observable } from 'rxjs'
import type { BlockId, Cursor } from '../chain/cursor.ts'
import type { NetworkDescription } from '../node/networks.ts'
import type { SignedTransaction } from '../protocol/generated/types.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { DevnetAccount, DevnetWitness } from './cast.ts'
import type { BranchIndex } from './chain-event.ts'
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
  /** The branch it was made on; undefined while there is only one. */
  readonly branch: BranchIndex | undefined
}

/** What happens in a devnet, told apart by `type`. */
export type DevnetEvent =
  | DevnetNodeEvent
  | { readonly type: 'blockMade'; readonly block: DevnetBlock }
  /** A transaction became known; it is announced by `hash`. */
  | { readonly type: 'transactionMade'; readonly id: string; readonly hash: string }
  /** The network fell apart: nodes with odd numbers, and every second witness, follow a branch of their own from there on. */
  | { readonly type: 'forked'; readonly after: Cursor }
  /** All go on on one branch; the nodes of the other undid its blocks, highest first, and applied the winner's, lowest first. */
  | {
      readonly type: 'joined'
      readonly winner: BranchIndex
      readonly undone: readonly DevnetBlock[]
      readonly applied: readonly DevnetBlock[]
    }

/** A devnet in two: branch 0 is that of the nodes with even numbers, 1 that of the others. */
export interface DevnetFork {
  /** The last block that both branches have. */
  readonly after: Cursor
  /** The newest block of each branch. */
  readonly heads: readonly [Cursor, Cursor]
  /**
   * Makes so many blocks on a branch, default 1; its nodes announce them before it returns. Only the witnesses on the branch sign:
   * the slots of the others are missed.
   */
  produce(branch: BranchIndex, count?: number): void
  /**
   * Ends it: all nodes go on on the longer branch, of equal ones on 0, or on the one that is named. That gets blocks until it
   * is the longer. Returns the winner.
   */
  join(winner?: BranchIndex): BranchIndex
}

export interface ForkRequest {
  /** Number of the last block that both branches have: the head, which is the default, or one of the 100 blocks below. */
  readonly after?: number
}

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
  /** The newest block, of branch 0 while it is split; number 0 without one. */
  readonly head: Cursor
  /** Blocks as they are made, from now on, those of both branches while it is split. Hot; completes when the devnet is closed. */
  readonly block$: Observable<DevnetBlock>
  /** Everything that happens, from now on. Hot; completes when the devnet is closed. */
  readonly event$: Observable<DevnetEvent>
  /** The block of that number, if it was made; on branch 0 while it is split. */
  block(number: number): DevnetBlock | undefined
  /**
   * Makes so many blocks at once, default 1; they are announced before it returns. Throws {@link UsageError} `BAD_OPTION`
   * unless `production` is `manual` and the devnet runs, and while it is split.
   */
  produce(count?: number): void
  /**
   * Splits the network until the fork's `join()`. Parted below the head, branch 0 goes on with the blocks there are and the nodes
   * of branch 1 forget them. Throws {@link UsageError} `BAD_OPTION` unless `production` is `manual` and the devnet runs, while it
   * is split, for a recording, with a single witness, and when it is too far below the head.
   */
  fork(options?: ForkRequest): DevnetFork
  /**
   * Gives a transaction to a node, default the first, as a peer would; the next block of its branch includes it. Returns its id.
   * Throws {@link UsageError} `BAD_VALUE` when a node would not take it, and `BAD_OPTION` for a recording, a node that there is
   * not, and a devnet that does not run.
   */
  submit(transaction: SignedTransaction, node?: number): string
  /**
   * Makes the history, listens and lets time pass. Resolves when all nodes listen; rejects with {@link UsageError} in one
   * sentence when one cannot, and closes. Once only.
   */
  start(): Promise<void>
  /** Closes every port, connection and timer. What was made can still be read. */
  close(): Promise<void>
}
