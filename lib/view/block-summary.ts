/** One operation as a line for people. */
export interface OperationLine {
  /** The transaction's place in its block, and the operation's in the transaction. */
  readonly place: readonly [transaction: number, operation: number]
  readonly type: string
  /** A plain English sentence; it may hold what strangers wrote, so it is text and nothing else. */
  readonly text: string
  readonly transactionId: string
  /** The operation as bitshares-core prints it, where it was asked for. */
  readonly op?: unknown
}

/** One transaction of a block. */
export interface TransactionLine {
  readonly id: string
  readonly operations: number
  /** Milliseconds from its first sight to its block, where it was seen pending. */
  readonly waitMs?: number
}

/** An offer, to the book or to a pool, with the price at which it is still good. What came of it is in no block. */
export interface OrderLine {
  readonly kind: 'order' | 'pool'
  readonly transactionId: string
  /** Name or id. */
  readonly account: string
  /** The two assets by id, the one with the lower number first: `1.3.0/1.3.121`. */
  readonly market: string
  /** The same by symbol, where they are known: `BTS/USD`. */
  readonly title: string
  /** Whether the first asset of the market is sold or bought. */
  readonly side: 'sell' | 'buy'
  /** What is given, and what is asked for at least. */
  readonly gives: string
  readonly asks: string
  /** Limit price: so much of the second asset for one of the first. Six digits; of units where a precision is not known. */
  readonly price: string
}

/** A slot in which nothing was produced. */
export interface MissedSlot {
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Whose turn it was, where that is known: `1.6.N`. */
  readonly witness?: string
  readonly witnessName?: string
}

/** What a list of blocks shows of one. */
export interface BlockHeadline {
  readonly number: number
  /** 40 hex digits. */
  readonly id: string
  readonly previous: string
  /** Seconds since 1970. */
  readonly timestamp: number
  /** `1.6.N` */
  readonly witness: string
  readonly witnessName?: string
  readonly transactionCount: number
  readonly operationCount: number
  readonly sizeBytes: number
  /** Milliseconds since 1970 at which it came. */
  readonly receivedAt: number
  /** Who delivered it, if it came from a peer. */
  readonly peer?: string
  /** Milliseconds from the time of its slot to its arrival; absent for blocks from catching up. */
  readonly latencyMs?: number
  /** How many operations it has of each type. */
  readonly types: Readonly<Record<string, number>>
  /** Slots between the block before and this one. */
  readonly missedBefore: readonly MissedSlot[]
}

/** A block as pages and terminals show it: plain data, fit for JSON. */
export interface BlockSummary extends BlockHeadline {
  /** The first of them, `MAX_LISTED_TRANSACTIONS` at most. */
  readonly transactions: readonly TransactionLine[]
  /** Those that were asked for, `MAX_LISTED_OPERATIONS` at most. */
  readonly operations: readonly OperationLine[]
  readonly orders: readonly OrderLine[]
}

/** What of a summary is of interest once its lines were shown. */
export function toHeadline(summary: BlockSummary): BlockHeadline {
  const { number, id, previous, timestamp, witness, witnessName, transactionCount, operationCount } = summary
  const { sizeBytes, receivedAt, peer, latencyMs, types, missedBefore } = summary
  return {
    number,
    id,
    previous,
    timestamp,
    witness,
    ...(witnessName !== undefined && { witnessName }),
    transactionCount,
    operationCount,
    sizeBytes,
    receivedAt,
    ...(peer !== undefined && { peer }),
    ...(latencyMs !== undefined && { latencyMs }),
    types,
    missedBefore,
  }
}
