import { buildBlock } from '../../lib/devnet/build-block.ts'
import { generateChain } from '../../lib/devnet/generate-chain.ts'
import type { ServedBlock } from '../../lib/devnet/served-block.ts'
import { type ReceivedBlock, readBlock } from '../../lib/peer/read-block.ts'

/** A chain of valid blocks, and how it looks from outside. */
export interface TestChain {
  readonly chainId: string
  readonly length: number
  /** From 1 on. */
  served(number: number): ServedBlock
  /** The block as a session passes it on. */
  received(number: number): ReceivedBlock
  byId(id: string): ServedBlock | undefined
  byHash(hash: string): ServedBlock | undefined
}

/** Genesis of every chain made here. */
export const START_SECONDS = 1_700_000_000

/** A chain of so many blocks without transactions; another seed is another chain. */
export function makeTestChain(length: number, seed = 'spec'): TestChain {
  const source = generateChain({
    seed,
    startSeconds: START_SECONDS,
    blockIntervalSeconds: 3,
    witnesses: 7,
    traffic: { perBlock: 0, isExact: true },
  })
  return toTestChain(
    source.chainId,
    Array.from({ length }, () => source.next()),
  )
}

/** The same chain up to a block, and then another branch of it. */
export function forkTestChain(chain: TestChain, lastCommon: number, length: number): TestChain {
  const blocks: ServedBlock[] = []
  for (let number = 1; number <= length; number += 1) {
    if (number <= lastCommon) {
      blocks.push(chain.served(number))
      continue
    }
    const { id: previous, timestamp } = blocks.at(-1) ?? { id: '0'.repeat(40), timestamp: START_SECONDS }
    const content = { number, previous, timestamp: timestamp + 3, witness: 1, transactions: [] }
    blocks.push(buildBlock(content, FORK_KEY))
  }
  return toTestChain(chain.chainId, blocks)
}

const FORK_KEY = new Uint8Array(32).fill(7)

function toTestChain(chainId: string, blocks: readonly ServedBlock[]): TestChain {
  const received = blocks.map(({ payload }) => readBlock(payload, 'BTS'))
  const numberById = new Map(blocks.map(({ id, number }) => [id, number] as const))
  const numberByHash = new Map(received.map(({ messageHash, number }) => [messageHash, number] as const))
  const at = <T>(list: readonly T[], number: number): T => {
    const found = list[number - 1]
    if (found === undefined) throw new RangeError(`there is no block ${number}`)
    return found
  }
  const find = (number: number | undefined): ServedBlock | undefined =>
    number === undefined ? undefined : at(blocks, number)
  return {
    chainId,
    length: blocks.length,
    served: (number) => at(blocks, number),
    received: (number) => at(received, number),
    byId: (id) => find(numberById.get(id)),
    byHash: (hash) => find(numberByHash.get(hash)),
  }
}
