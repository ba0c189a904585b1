import { type BlockView, viewBlock } from '../../lib/protocol/block-view.ts'
import { bytesOf } from './hex.ts'
import { readJsonLines } from './json-lines.ts'

/** A real fork: two nodes of bitshares-core that were cut apart for 55 seconds. */
export interface RecordedFork {
  readonly genesis: Uint8Array
  /** Blocks 1 to 166 as the second node had them; from 119 on they were lost. */
  readonly lost: readonly BlockView[]
  /** Blocks 1 to 1787 as both had them later. */
  readonly final: readonly BlockView[]
}

/** The first block number at which the branches differ. */
export const FIRST_LOST = 119

export function readFork(): RecordedFork {
  const [first, ...lines] = readJsonLines('fork.jsonl.gz') as readonly {
    readonly genesis?: string
    readonly branch?: string
    readonly raw?: string
  }[]
  const blocksOf = (name: string): readonly BlockView[] =>
    lines.filter(({ branch }) => branch === name).map(({ raw = '' }) => viewBlock(bytesOf(raw)))
  const lost = blocksOf('b')
  return {
    genesis: new TextEncoder().encode(first?.genesis),
    lost,
    final: [...lost.slice(0, FIRST_LOST - 1), ...blocksOf('final')],
  }
}
