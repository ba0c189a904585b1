import { readFile, stat } from 'node:fs/promises'
import { type NetworkMap, readNodes } from '../view/read-nodes.ts'
import { MAX_NODES_FILE_BYTES } from './limits.ts'

/** What is in the file of nodes, or a sentence about why there is nothing. */
export type NodesAnswer = { readonly map: NetworkMap } | { readonly problem: string }

/** Reads the file that `rx-bitshares crawl` writes, again when it has changed. `seeds` are marked in it. */
export function createNodesReader(path: string, seeds: readonly string[]): () => Promise<NodesAnswer> {
  let known: { readonly modifiedMs: number; readonly answer: NodesAnswer } | undefined
  return async () => {
    try {
      const { mtimeMs: modifiedMs, size } = await stat(path)
      if (known?.modifiedMs === modifiedMs) return known.answer
      if (size > MAX_NODES_FILE_BYTES) return { problem: 'The file of nodes is too large to be shown.' }
      const map = readNodes(JSON.parse(await readFile(path, 'utf8')), seeds)
      const answer =
        map === undefined ? { problem: 'The file of nodes has no list of nodes in it.' } : { map }
      known = { modifiedMs, answer }
      return answer
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      return {
        problem: isMissing ? 'The file of nodes is not there yet.' : 'The file of nodes cannot be read.',
      }
    }
  }
}
