import { Block } from '../../lib/node/block.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import { bytesOf } from './hex.ts'
import { readJsonLines } from './json-lines.ts'

/** Blocks of a private chain, by number; the recording has gaps. */
export function recordedBlocks(): ReadonlyMap<number, Block> {
  const lines = readJsonLines('chain-blocks.jsonl.gz') as readonly { readonly raw: string }[]
  return new Map(
    lines.map(({ raw }) => {
      const view = viewBlock(bytesOf(raw))
      return [view.number, new Block(view, { peer: '127.0.0.1:1776', at: 0, source: 'sync' })]
    }),
  )
}
