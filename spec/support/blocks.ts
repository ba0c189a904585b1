import type { IdentifiedBlock } from '../../lib/chain/recent-ids.ts'
import type { TreeBlock } from '../../lib/chain/tree-node.ts'
import type { Delivery } from '../../lib/sync/reduce-sync.ts'
import { bytesOf, hexOf } from './hex.ts'

/** A block id that says its number and its branch. */
export function blockId(number: number, branch = 'a'): string {
  return number.toString(16).padStart(8, '0') + branch.charCodeAt(0).toString(16).padStart(32, '0')
}

/** What a block does with its id and that of the block before. */
export function identified(id: string, previous: string): IdentifiedBlock {
  return {
    writeId: (into, at) => into.set(bytesOf(id), at),
    followsAt: (bytes, at) => hexOf(bytes.subarray(at, at + 20)) === previous,
  }
}

/** A block that links to its neighbour of the same branch; block 1 to genesis. */
export function linkedBlock(
  number: number,
  branch = 'a',
  previousBranch: string = branch,
): TreeBlock & Delivery {
  const previous = number === 1 ? '0'.repeat(40) : blockId(number - 1, previousBranch)
  return {
    number,
    id: blockId(number, branch),
    isNamedAt: (bytes, at) => hexOf(bytes.subarray(at, at + 20)) === blockId(number, branch),
    previous,
    ...identified(blockId(number, branch), previous),
    timestamp: 1_000_000 + number * 3,
    sizeBytes: 100,
  }
}

/** Ids of consecutive blocks, both ends included. */
export function blockIds(from: number, to: number, branch = 'a'): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => blockId(from + index, branch))
}
