import type { ExecutionContext } from 'ava'
import { temporaryFolder } from './temporary-folder.ts'

/** A folder of its own for a store, gone with the test. */
export async function makeFolder(t: ExecutionContext): Promise<string> {
  const pathOf = await temporaryFolder(t)
  return pathOf('.')
}

/** A chain id that is as good as any. */
export const CHAIN_ID: string = 'ab'.repeat(32)

/** All that an iterable gives. */
export async function toList<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const value of iterable) list.push(value)
  return list
}
