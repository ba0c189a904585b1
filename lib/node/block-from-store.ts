import { viewBlock } from '../protocol/block-view.ts'
import type { StoredBlock } from '../store/block-store.ts'
import { Block } from './block.ts'

/**
 * A block that was kept: what it was held against when it was applied is not looked at again.
 *
 * `at` is the time in milliseconds since 1970. Throws {@link DecodeError} for bytes that are no block.
 */
export function blockFromStore({ raw }: Pick<StoredBlock, 'raw'>, prefix: string, at: number): Block {
  return new Block(viewBlock(raw, { copy: false, prefix }), { at, source: 'store' })
}
