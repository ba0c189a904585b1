import type { BlockId } from '../chain/cursor.ts'
import { MAX_RECENT_BLOCKS, MAX_RECENT_BYTES } from './limits.ts'

/** Where blocks come from that are asked for: the packed `signed_block`, or undefined for one that is not there. */
export interface BlockSource {
  get(at: number | BlockId): Promise<Uint8Array | undefined>
}

/** What is kept of a recent block besides its bytes. */
export interface RecentBlock {
  readonly number: number
  readonly id: BlockId
  readonly raw: Uint8Array
  readonly receivedAt: number
  readonly peer: string | undefined
  readonly latencyMs: number | undefined
  readonly isUndone: boolean
}

/** Where a transaction of a recent block is. */
export interface TransactionPlace {
  readonly blockId: BlockId
  readonly index: number
}

/** The newest blocks, undone ones by their ids, and where their transactions are. The oldest go first. */
export class RecentBlocks implements BlockSource {
  readonly #byId = new Map<BlockId, { block: RecentBlock; readonly transactions: readonly string[] }>()
  readonly #idOf = new Map<number, BlockId>()
  readonly #places = new Map<string, TransactionPlace>()
  #bytes = 0

  add(block: RecentBlock, transactions: readonly string[]): void {
    this.#remove(block.id)
    this.#byId.set(block.id, { block, transactions })
    this.#idOf.set(block.number, block.id)
    for (const [index, id] of transactions.entries()) this.#places.set(id, { blockId: block.id, index })
    this.#bytes += block.raw.length
    while (this.#byId.size > MAX_RECENT_BLOCKS || (this.#bytes > MAX_RECENT_BYTES && this.#byId.size > 1)) {
      const oldest = this.#byId.keys().next().value
      if (oldest === undefined) break
      this.#remove(oldest)
    }
  }

  undo(id: BlockId): void {
    const entry = this.#byId.get(id)
    if (entry === undefined) return
    entry.block = { ...entry.block, isUndone: true }
    if (this.#idOf.get(entry.block.number) === id) this.#idOf.delete(entry.block.number)
  }

  /** The block of that number on the chain, or of that id, undone or not. */
  find(at: number | BlockId): RecentBlock | undefined {
    const id = typeof at === 'number' ? this.#idOf.get(at) : at
    return id === undefined ? undefined : this.#byId.get(id)?.block
  }

  /** Where a transaction is; that it is in an undone block shows there. */
  place(transactionId: string): TransactionPlace | undefined {
    return this.#places.get(transactionId)
  }

  get(at: number | BlockId): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.find(at)?.raw)
  }

  #remove(id: BlockId): void {
    const entry = this.#byId.get(id)
    if (entry === undefined) return
    this.#byId.delete(id)
    this.#bytes -= entry.block.raw.length
    if (this.#idOf.get(entry.block.number) === id) this.#idOf.delete(entry.block.number)
    for (const transaction of entry.transactions) {
      if (this.#places.get(transaction)?.blockId === id) this.#places.delete(transaction)
    }
  }
}
