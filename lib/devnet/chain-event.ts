import type { PendingTransaction } from './block-source.ts'
import type { ServedBlock } from './served-block.ts'

/** What happens on the chain of a devnet: a transaction becomes known, a block is made. `hash` is what it is announced by. */
export type ChainEvent =
  | { readonly type: 'transaction'; readonly transaction: PendingTransaction }
  | { readonly type: 'block'; readonly block: ServedBlock; readonly hash: string }
