import { toMessageHash } from '../protocol/identities.ts'
import type { BlockSource, PendingTransaction } from './block-source.ts'
import type { AnnouncedBlock, BranchIndex, ChainEvent } from './chain-event.ts'
import type { ServedBlock } from './served-block.ts'

/** A chain that goes on slot by slot. It knows no clock: whoever has one says when. */
export interface Timeline {
  /** Time of the last slot that has passed, in seconds; that of genesis before the first. */
  readonly headSeconds: number
  /** Time of the next slot in seconds; undefined when there will be none. */
  readonly nextSeconds: number | undefined
  /** Makes the next block before anybody is there to be told of anything; undefined when there will be none. */
  makePast(): ServedBlock | undefined
  /** The transactions that become known before the next slot, in that order. Each is told once. */
  announce(): readonly AnnouncedTransaction[]
  /** Lets the next slot pass, and returns what comes of it. Not to be called when `nextSeconds` is undefined. */
  next(): readonly ChainEvent[]
}

/** A transaction, and on which branch it is known. */
export interface AnnouncedTransaction {
  readonly transaction: PendingTransaction
  readonly branch: BranchIndex | undefined
}

/** A chain that never parts: a block in every slot. */
export function toTimeline(source: BlockSource): Timeline {
  return {
    get headSeconds() {
      return source.headSeconds
    },
    get nextSeconds() {
      return source.nextSeconds
    },
    makePast: () => (source.nextSeconds === undefined ? undefined : source.next()),
    announce: () => source.pending().map((transaction) => ({ transaction, branch: undefined })),
    next: () => [{ type: 'block', branch: undefined, ...announced(source.next()) }],
  }
}

/** A block, and what it is announced by. */
export function announced(block: ServedBlock): AnnouncedBlock {
  return { block, hash: toMessageHash(block.payload) }
}
