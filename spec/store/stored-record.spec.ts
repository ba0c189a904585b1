import test from 'ava'
import { createRandom } from '../../lib/devnet/random.ts'
import type { StorableBlock } from '../../lib/store/block-store.ts'
import { readRecord, RECORD_OVERHEAD_BYTES, sequenceOf, writeRecord } from '../../lib/store/stored-record.ts'
import { hexOf } from '../support/hex.ts'
import { makeBlocks } from '../../scripts/soak/planned-appends.ts'

const [block] = makeBlocks(createRandom('record'), 89_999_999, '055d4a7f' + 'ab'.repeat(16), 1) as [
  StorableBlock,
]

function recordOf(block: StorableBlock): Uint8Array {
  const into = new Uint8Array(block.raw.length + RECORD_OVERHEAD_BYTES + 50).fill(0xff)
  return into.slice(0, writeRecord(block, 7, into))
}

test('a record gives back the block that went in', (t) => {
  const record = recordOf(block)
  t.is(record.length, block.raw.length + RECORD_OVERHEAD_BYTES)
  const read = readRecord(block.number, record)
  t.is(sequenceOf(record), 7)
  t.is(read?.number, block.number)
  t.is(read?.id, block.id)
  t.is(hexOf(read?.raw ?? new Uint8Array()), hexOf(block.raw))
})

test('a record that changed is none, whatever byte it was', (t) => {
  const record = recordOf(block)
  for (let at = 0; at < record.length; at += 1) {
    for (const bit of [1, 128]) {
      const changed = record.slice()
      changed[at] = (changed[at] as number) ^ bit
      t.is(readRecord(block.number, changed), undefined)
    }
    t.is(readRecord(block.number, record.slice(0, at)), undefined)
  }
})

test('a record under the number of another block is none', (t) => {
  t.is(readRecord(block.number + 1, recordOf(block)), undefined)
})
