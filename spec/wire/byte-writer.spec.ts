import test from 'ava'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf, hexOf } from '../support/hex.ts'

const writes = test.macro((t, write: (w: ByteWriter) => ByteWriter, hex: string) => {
  t.is(hexOf(write(new ByteWriter(1)).done()), hex)
})

test('writes integers low byte first', writes, (w) => w.uint8(1).uint16(2).uint32(3), '01020003000000')
test('writes a negative int64', writes, (w) => w.int64(-2n), 'feffffffffffffff')
test('writes the largest uint64', writes, (w) => w.uint64(2n ** 64n - 1n), 'ffffffffffffffff')
test('writes bools', writes, (w) => w.bool(true).bool(false), '0100')
test(
  'writes varints in their shortest form',
  writes,
  (w) =>
    w
      .varint(127)
      .varint(128n)
      .varint(2 ** 53 - 1),
  '7f8001ffffffffffffff0f',
)
test('writes hex of either case', writes, (w) => w.hex('dEaDbEeF09'), 'deadbeef09')
test('writes text as UTF-8 after its length', writes, (w) => w.string('é'), '02c3a9')
test('writes bytes after their length', writes, (w) => w.lengthPrefixed(bytesOf('dead')), '02dead')

test('keeps what it has when it grows', (t) => {
  const w = new ByteWriter(2)
  for (let byte = 0; byte < 200; byte += 1) w.uint8(byte)
  t.is(w.length, 200)
  t.deepEqual(
    w.done(),
    Uint8Array.from({ length: 200 }, (_, byte) => byte),
  )
})

test('gives bytes of their own', (t) => {
  const w = new ByteWriter()
  const before = w.uint8(1).done()
  w.uint8(2)
  t.deepEqual(before, Uint8Array.of(1))
  t.is(before.buffer.byteLength, 1)
})
