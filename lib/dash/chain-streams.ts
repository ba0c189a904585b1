import { map, NEVER, type Observable } from 'rxjs'
import type { Block } from '../node/block.ts'
import type { Node } from '../node/create-node.ts'
import type { SlotFacts } from './feed-event.ts'

/** A block joined the chain or was taken off its end. */
export interface ChainStep {
  readonly type: 'block_applied' | 'block_undone'
  readonly block: Block
}

/** How the chain of a node grows, and which of its slots were used. */
export function chainStreams(node: Node): {
  readonly step$: Observable<ChainStep>
  readonly slot$: Observable<SlotFacts>
} {
  return {
    step$: node.block$.pipe(map((block): ChainStep => ({ type: 'block_applied', block }))),
    slot$: NEVER,
  }
}
