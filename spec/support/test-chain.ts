import { GENESIS } from '../../lib/chain/cursor.ts'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import { slotTime } from '../../lib/chain/slots.ts'
import {
  trackBlock,
  trackFromGenesis,
  type WitnessedBlock,
  witnessOfSlot,
} from '../../lib/chain/track-witnesses.ts'
import { SIGNATURE_SIZE_BYTES } from '../../lib/crypto/signatures.ts'
import { buildBlock } from '../../lib/devnet/build-block.ts'
import type { Cast } from '../../lib/devnet/cast.ts'
import { generateChain } from '../../lib/devnet/generate-chain.ts'
import { BLOCK_ID_SIZE_BYTES, type ServedBlock, toServedBlock } from '../../lib/devnet/served-block.ts'
import { type ReceivedBlock, readBlocks } from '../../lib/peer/read-block.ts'
import { frameOf } from './frames.ts'

/** A chain of valid blocks, and how it looks from outside. */
export interface TestChain {
  readonly chainId: string
  /** The genesis document's bytes. */
  readonly genesis: Uint8Array
  readonly cast: Cast
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
export function makeTestChain(length: number, seed = 'spec', witnesses = 7): TestChain {
  const source = generateChain({
    seed,
    startSeconds: START_SECONDS,
    blockIntervalSeconds: 3,
    witnesses,
    traffic: { perBlock: 0, isExact: true },
  })
  const genesis = new TextEncoder().encode(source.genesis)
  return toTestChain(
    { chainId: source.chainId, genesis, cast: source.cast },
    Array.from({ length }, () => source.next()),
  )
}

/**
 * The same chain up to a block, and then another branch of it, made by `producing` witnesses alone in their slots; the others
 * miss theirs. The first slot is missed in any case, so that the branch is another one.
 */
export function forkTestChain(
  chain: TestChain,
  lastCommon: number,
  length: number,
  producing: (witness: number) => boolean = () => true,
): TestChain {
  const { timing, witnesses } = readGenesis(chain.genesis)
  const blocks = Array.from({ length: Math.min(lastCommon, length) }, (_, index) => chain.served(index + 1))
  let track = blocks.reduce(
    (before, block) => trackBlock(before, toWitnessed(block), timing, false).track,
    trackFromGenesis(witnesses),
  )
  while (blocks.length < length) {
    let slot = blocks.length === lastCommon ? 2 : 1
    while (!producing(witnessOfSlot(track, slot) ?? 0)) slot += 1
    const witness = witnessOfSlot(track, slot) ?? 0
    const timestamp = slotTime(
      track.head ?? { number: 0, timestamp: START_SECONDS, isMaintenance: false },
      slot,
      timing,
    )
    const key = chain.cast.witnesses.find(({ instance }) => instance === witness)?.signing.privateKey
    if (key === undefined) throw new Error(`witness ${witness} is not in the cast`)
    const content = {
      number: blocks.length + 1,
      previous: blocks.at(-1)?.id ?? GENESIS.id,
      timestamp,
      witness,
      transactions: [],
    }
    const block = buildBlock(content, key)
    track = trackBlock(track, toWitnessed(block), timing, false).track
    blocks.push(block)
  }
  return toTestChain(chain, blocks)
}

/** The same chain up to a block, then one whose signature nobody can have made, and others on top of it. */
export function forgeTestChain(chain: TestChain, lastGood: number, length: number): TestChain {
  const blocks = Array.from({ length: lastGood }, (_, index) => chain.served(index + 1))
  while (blocks.length < length) {
    const number = blocks.length + 1
    const { timestamp, witness } = chain.served(number)
    const block = buildBlock(
      { number, previous: blocks.at(-1)?.id ?? GENESIS.id, timestamp, witness, transactions: [] },
      new Uint8Array(32).fill(1),
    )
    blocks.push(number === lastGood + 1 ? withoutSignature(block) : block)
  }
  return toTestChain(chain, blocks)
}

/** A block without transactions, its signature made zeros: the last 65 bytes before their count. */
function withoutSignature({ payload }: ServedBlock): ServedBlock {
  const forged = payload.slice()
  const end = forged.length - BLOCK_ID_SIZE_BYTES - 1
  return toServedBlock(forged.fill(0, end - SIGNATURE_SIZE_BYTES, end))
}

const toWitnessed = ({ number, timestamp, witness }: ServedBlock): WitnessedBlock => ({
  number,
  timestamp,
  witnessInstance: witness,
})

function toTestChain(
  { chainId, genesis, cast }: Pick<TestChain, 'chainId' | 'genesis' | 'cast'>,
  blocks: readonly ServedBlock[],
): TestChain {
  const received = readBlocks(
    blocks.map(({ payload }) => frameOf(1001, payload)),
    'BTS',
  )
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
    genesis,
    cast,
    length: blocks.length,
    served: (number) => at(blocks, number),
    received: (number) => at(received, number),
    byId: (id) => find(numberById.get(id)),
    byHash: (hash) => find(numberByHash.get(hash)),
  }
}
