import test from 'ava'
import fc from 'fast-check'
import { hashBytes, hashLatin1 } from '../../lib/platform/portable.ts'
import {
  createHashLanes,
  DIGEST_ROOM_SIZE_BYTES,
  type HashLanes,
  hashLanes,
  MAX_BATCH_BYTES,
  MAX_BATCH_MESSAGES,
  type WebAssemblyApi,
} from '../../lib/crypto/hash-lanes.ts'
import { toMerkleRoot } from '../../lib/protocol/identities.ts'
import { hexOf } from '../support/hex.ts'

const SIZE_BYTES = { sha256: 32, sha224: 28 } as const
/** Where padding needs a block of its own, and where it just does not. */
const EDGES = [0, 1, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 127, 128, 2047, 2048, 5000]

/** There is one here: Node has had the 128-bit registers since version 16. */
function lanesHere(): HashLanes {
  const lanes = hashLanes()
  if (lanes === undefined) throw new Error('no WebAssembly with 128-bit registers')
  return lanes
}

function digests(name: 'sha256' | 'sha224', messages: readonly Uint8Array[]): readonly string[] {
  const lanes = lanesHere()
  lanes.start(
    messages.length,
    messages.reduce((sum, { length }) => sum + length, 0),
  )
  for (const message of messages) lanes.add(lanes.put(message), message.length)
  lanes.hash(name)
  return messages.map((_, index) => hexOf(digestOf(lanes, index).subarray(0, SIZE_BYTES[name])))
}

function digestOf(lanes: HashLanes, index: number): Uint8Array {
  return lanes.bytes.subarray(lanes.digestAt(index), lanes.digestAt(index) + DIGEST_ROOM_SIZE_BYTES)
}

/** The same bytes for the same length, none of them like its neighbours. */
function messageOf(sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, (_, index) => index * 37 + sizeBytes)
}

for (const name of ['sha256', 'sha224'] as const) {
  test(`${name} of messages of every length up to five blocks is what another library makes`, (t) => {
    const messages = Array.from({ length: 321 }, (_, length) => messageOf(length))
    t.deepEqual(
      digests(name, messages),
      messages.map((message) => hexOf(hashBytes(name, message))),
    )
  })

  test(`${name} of any messages, however many and however long, in their order`, (t) => {
    const message = fc.oneof(
      fc.constantFrom(...EDGES).map(messageOf),
      fc.uint8Array({ maxLength: 700, size: 'max' }),
    )
    fc.assert(
      fc.property(fc.array(message, { maxLength: 23 }), (messages) => {
        t.deepEqual(
          digests(name, messages),
          messages.map((each) => hexOf(hashBytes(name, each))),
        )
      }),
    )
  })
}

test('messages may stand anywhere in what was put, one within the other too', (t) => {
  const lanes = lanesHere()
  const bytes = messageOf(300)
  lanes.start(3, bytes.length)
  const at = lanes.put(bytes)
  const places = [
    [7, 112],
    [0, 300],
    [299, 1],
  ] as const
  for (const [start, sizeBytes] of places) lanes.add(at + start, sizeBytes)
  lanes.hash('sha256')
  for (const [index, [start, sizeBytes]] of places.entries())
    t.is(hexOf(digestOf(lanes, index)), hexOf(hashBytes('sha256', bytes.subarray(start, start + sizeBytes))))
})

test('hashed pair by pair until one is left, digests give the merkle root', (t) => {
  const lanes = lanesHere()
  for (let count = 1; count <= 70; count += 1) {
    const leaves = Array.from({ length: count }, (_, index) => messageOf(100 + 3 * index))
    digests('sha256', leaves)
    for (let left = count; left > 1;) left = lanes.hashPairs(left)
    const root = toMerkleRoot(leaves.map((leaf) => hashLatin1('sha256', leaf)))
    t.is(hexOf(hashBytes('ripemd160', digestOf(lanes, 0))), root, `${count} leaves`)
  }
})

test('says what it has no room for', (t) => {
  const lanes = lanesHere()
  t.true(lanes.start(MAX_BATCH_MESSAGES, MAX_BATCH_BYTES))
  t.false(lanes.start(MAX_BATCH_MESSAGES + 1, 0))
  t.false(lanes.start(0, MAX_BATCH_BYTES + 1))
})

test('a full batch has its digests, and the longest message too', (t) => {
  const short = Array.from({ length: MAX_BATCH_MESSAGES }, (_, index) => messageOf(index % 128))
  const made = digests('sha224', short)
  for (const index of [0, 1, 2, 3, 127, 2048, MAX_BATCH_MESSAGES - 1])
    t.is(made[index], hexOf(hashBytes('sha224', short[index] as Uint8Array)))
  const long = messageOf(MAX_BATCH_BYTES)
  t.deepEqual(digests('sha256', [long]), [hexOf(hashBytes('sha256', long))])
})

test('there is none where WebAssembly is missing or forbidden', (t) => {
  t.is(createHashLanes(undefined), undefined)
  const refuse = function (): never {
    throw new Error('refused by the policy of the page')
  } as unknown as WebAssemblyApi['Module']
  t.is(createHashLanes({ Module: refuse, Instance: refuse as never }), undefined)
})
