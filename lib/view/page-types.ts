/** Whether a block is on the chain. */
export type Standing = 'applied' | 'irreversible' | 'undone'

/** An operation on a page: a sentence, and all of it as bitshares-core prints it. */
export interface OperationPage {
  readonly type: string
  readonly text: string
  readonly op: unknown
}

/** A transaction on a page. */
export interface TransactionPage {
  readonly id: string
  /** Seconds since 1970. */
  readonly expiration: number
  readonly operations: readonly OperationPage[]
  /** How many keys signed it. */
  readonly signatures: number
  readonly sizeBytes: number
}

/** A block with a part of its transactions. */
export interface BlockPage {
  readonly number: number
  readonly id: string
  readonly previous: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly witness: string
  readonly witnessName?: string
  readonly witnessSignature: string
  readonly standing: Standing
  readonly sizeBytes: number
  /** Milliseconds since 1970. */
  readonly receivedAt?: number
  readonly peer?: string
  readonly latencyMs?: number
  readonly transactionCount: number
  /** Where in the block the listed transactions begin. */
  readonly firstTransaction: number
  readonly transactions: readonly TransactionPage[]
  /** Bytes at the end that this version cannot read. */
  readonly unreadBytes?: number
}

/** A transaction and where it is. */
export type TransactionAnswer =
  | {
      readonly state: 'included'
      readonly transaction: TransactionPage
      /** Its place in the block. */
      readonly index: number
      readonly block: {
        readonly number: number
        readonly id: string
        readonly timestamp: number
        readonly standing: Standing
      }
    }
  | {
      readonly state: 'pending'
      readonly transaction: TransactionPage
      /** Milliseconds since 1970 of its first sight. */
      readonly heardAt: number
    }

/** What somebody may have looked for. */
export type Found =
  | { readonly kind: 'block'; readonly number: number; readonly id: string }
  | { readonly kind: 'transaction'; readonly id: string }
  | { readonly kind: 'account'; readonly id: string; readonly name?: string }

/** Which network a page is about. */
export interface NetworkInfo {
  readonly name: string
  readonly chainId: string
  readonly blockIntervalSeconds: number
  readonly coreSymbol: string
}
