import type { ChainChange } from '../chain/hold-back.ts'
import type { Block } from './block.ts'

/**
 * What happens to the chain, in an order that can be replayed: a block is applied above the one applied before, the highest
 * one is undone, or the lowest one that was not is irreversible now.
 */
export type ChainEvent =
  | { readonly type: 'block_applied'; readonly block: Block }
  /** Peers have gone on with a longer branch that this block is not part of. */
  | { readonly type: 'block_undone'; readonly block: Block }
  /** It will not be undone any more. */
  | { readonly type: 'block_irreversible'; readonly block: Block }

/** The events of one change, in order. */
export function toChainEvents({ undone, applied, irreversible }: ChainChange<Block>): readonly ChainEvent[] {
  return [
    ...undone.map((block) => ({ type: 'block_undone', block }) as const),
    ...applied.map((block) => ({ type: 'block_applied', block }) as const),
    ...irreversible.map((block) => ({ type: 'block_irreversible', block }) as const),
  ]
}
