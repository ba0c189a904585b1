import test from 'ava'
import { createMessageHashes, MAX_HASHED_BLOCKS, messageHashOf } from '../../lib/store/message-hashes.ts'
import type { StoredBlock } from '../../lib/store/block-store.ts'
import { makeTestChain } from '../support/test-chain.ts'

/** Blocks that differ in their number and a tag; their hash is all that counts. */
function block(number: number, tag = 0): StoredBlock {
  const id = number.toString(16).padStart(8, '0') + tag.toString(16).padStart(32, '0')
  return { number, id, raw: Uint8Array.of(tag) }
}

/** Hashes over a list of blocks from `first` on, and the ranges that were read. */
function hashesOver(blocks: StoredBlock[], first = 1) {
  const reads: string[] = []
  const hashes = createMessageHashes({
    get span() {
      return blocks.length === 0 ? undefined : { first, last: first + blocks.length - 1 }
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- a disk has to be waited for
    async *read(from, to) {
      reads.push(`${from}-${to}`)
      yield* blocks.slice(from - first, to - first + 1)
    },
  })
  return { hashes, reads }
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => block(first + index))

test('a block is found by the hash of its message', async (t) => {
  const chain = makeTestChain(3)
  const blocks = [1, 2, 3].map((number) => chain.received(number))
  const { hashes } = hashesOver(blocks.map(({ number, id, raw }) => ({ number, id, raw })))
  for (const { number, messageHash } of blocks) t.is(await hashes.find(messageHash), number)
})

test('only what came since is read again', async (t) => {
  const blocks = range(1, 10)
  const { hashes, reads } = hashesOver(blocks)
  t.is(await hashes.find(messageHashOf(block(7))), 7)
  t.is(await hashes.find(messageHashOf(block(9))), 9)
  t.is(await hashes.find('00'.repeat(20)), undefined)
  blocks.push(block(11))
  t.is(await hashes.find(messageHashOf(block(11))), 11)
  t.deepEqual(reads, ['1-10', '11-10', '11-11'])
})

test('blocks that gave way are forgotten, the others are not', async (t) => {
  const blocks = range(1, 10)
  const { hashes } = hashesOver(blocks)
  await hashes.find('00'.repeat(20))
  blocks.splice(7, 3, block(8, 1), block(9, 1))
  hashes.forgetFrom(8)
  t.is(await hashes.find(messageHashOf(block(8))), undefined)
  t.is(await hashes.find(messageHashOf(block(10))), undefined)
  t.is(await hashes.find(messageHashOf(block(9, 1))), 9)
  t.is(await hashes.find(messageHashOf(block(7))), 7)
})

test('of a long chain the newest are found', async (t) => {
  const first = 1000
  const blocks = range(first, first + MAX_HASHED_BLOCKS + 9)
  const { hashes, reads } = hashesOver(blocks, first)
  t.is(await hashes.find(messageHashOf(block(first + 9))), undefined)
  t.is(await hashes.find(messageHashOf(block(first + 10))), first + 10)
  t.is(reads[0], `${first + 10}-${first + MAX_HASHED_BLOCKS + 9}`)
  const more = range(first + MAX_HASHED_BLOCKS + 10, first + MAX_HASHED_BLOCKS + 4009)
  for (const each of more) blocks.push(each)
  t.is(await hashes.find(messageHashOf(more.at(-1) as StoredBlock)), more.at(-1)?.number)
  t.is(await hashes.find(messageHashOf(block(first + 4010))), first + 4010)
  t.is(await hashes.find(messageHashOf(block(first + 4009))), undefined)
})

test('an empty store has nothing', async (t) => {
  const { hashes } = hashesOver([])
  t.is(await hashes.find('00'.repeat(20)), undefined)
})
