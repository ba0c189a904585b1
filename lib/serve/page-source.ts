import type { Observable } from 'rxjs'
import type { Cursor } from '../chain/cursor.ts'
import type { TransactionEvent } from '../inventory/track-transactions.ts'
import type { Block } from '../node/block.ts'
import type { PeerStatus, Status } from '../node/events.ts'
import type { Transaction } from '../protocol/transaction.ts'

/** A change of the chain. */
export interface ChainChange {
  readonly type: 'block_applied' | 'block_undone' | 'block_irreversible'
  readonly block: Block
}

/** A slot of the chain and what became of it. */
export interface SlotChange {
  /** Seconds since 1970. */
  readonly timestamp: number
  /** `1.6.N`, where it is known. */
  readonly witness: string | undefined
  readonly isProduced: boolean
  readonly isUndone: boolean
  readonly block?: Cursor
}

/** What of a node a page is made of. All hot, all of one run. */
export interface PageSource {
  readonly chain$: Observable<ChainChange>
  readonly slot$: Observable<SlotChange>
  readonly trx$: Observable<TransactionEvent<Transaction>>
  readonly peers$: Observable<readonly PeerStatus[]>
  readonly status$: Observable<Status>
}
