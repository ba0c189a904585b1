import test from 'ava'
import fc from 'fast-check'
import { DecodeError } from '../../lib/errors.ts'
import { ByteReader, MAX_DEPTH, MAX_READS } from '../../lib/wire/byte-reader.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf, hexOf } from '../support/hex.ts'

const reader = (hex: string): ByteReader => new ByteReader(bytesOf(hex))

const reads = test.macro((t, hex: string, read: (r: ByteReader) => unknown, value: unknown) => {
  const r = reader(hex)
  t.deepEqual(read(r), value)
  t.is(r.remaining, 0)
})

test('reads a uint8', reads, 'ff', (r) => r.uint8(), 255)
test('reads a uint16, low byte first', reads, '0102', (r) => r.uint16(), 0x0201)
test('reads a uint32 above 2^31', reads, 'ffffffff', (r) => r.uint32(), 0xffffffff)
test('reads a negative int64', reads, 'feffffffffffffff', (r) => r.int64(), -2n)
test('reads the largest uint64', reads, 'ffffffffffffffff', (r) => r.uint64(), 2n ** 64n - 1n)
test('reads true', reads, '01', (r) => r.bool(), true)
test('reads text', reads, '0568656c6c6f', (r) => r.string(), 'hello')
test('keeps a byte order mark in text', reads, '03efbbbf', (r) => r.string(), '\ufeff')
test('reads text that is not UTF-8 with replacement characters', reads, '01ff', (r) => r.string(), '\ufffd')
test('reads bytes', reads, '02dead', (r) => r.lengthPrefixed(), Uint8Array.of(0xde, 0xad))
test('reads hex', reads, 'dead', (r) => r.hex(2), 'dead')
test('passes length-prefixed bytes and says where they start', reads, '02dead', (r) => r.prefixed(), 0)

for (const [hex, value] of [
  ['00', 0],
  ['7f', 127],
  ['8001', 128],
  ['ac02', 300],
  ['808001', 16_384],
  ['ffffff7f', 2 ** 28 - 1],
  ['8080808001', 2 ** 28],
  ['ffffffff7f', 2 ** 35 - 1],
  ['808080808001', 2 ** 35],
  ['ffffffffffffff0f', 2 ** 53 - 1],
] as const) {
  test(`reads the varint ${value}`, (t) => {
    const r = reader(hex)
    t.is(r.varint(), value)
    t.true(r.canonical)
    t.is(r.remaining, 0)
    t.is(hexOf(new ByteWriter().varint(value).done()), hex)
    t.is(reader(hex).varuint(), value)
  })
}

for (const hex of ['8000', '818000', 'ff808000', 'ffffff8000', 'ffffffff8000', '80808080808080808000']) {
  test(`accepts the varint ${hex}, which is longer than needed, and remembers it`, (t) => {
    const r = reader(hex)
    r.varint()
    t.is(r.remaining, 0)
    t.false(r.canonical)
    const wide = reader(hex)
    wide.varuint()
    t.false(wide.canonical)
  })
}

test('reads a varuint above 2^53 as a bigint', (t) => {
  t.is(reader('ffffffffffffffffff01').varuint(), 2n ** 64n - 1n)
  t.is(reader('8080808080808010').varuint(), 2n ** 53n)
})

const fails = test.macro(
  (t, hex: string, read: (r: ByteReader) => unknown, code: string, offset: number, message: RegExp) => {
    const error = t.throws(() => read(reader(hex)), { instanceOf: DecodeError, code, message })
    t.is(error.offset, offset)
  },
)

test(
  'fails where a uint32 is cut',
  fails,
  '0000aa',
  (r) => [r.uint16(), r.uint32()],
  'SHORT',
  2,
  /needs 4 bytes, 1 are left/,
)
test('fails where a varint is cut', fails, '80', (r) => r.varint(), 'SHORT', 1, /needs 1 bytes, 0 are left/)
test('fails where a long varint is cut', fails, '8080808080', (r) => r.varint(), 'SHORT', 5, /needs 1/)
test(
  'fails for a varint of eleven bytes',
  fails,
  '8080808080808080808000',
  (r) => r.varint(),
  'VARINT',
  0,
  /64 bits/,
)
test(
  'fails for a varint of 65 bits',
  fails,
  '80808080808080808002',
  (r) => r.varuint(),
  'VARINT',
  0,
  /64 bits/,
)
test('fails for a varint above 2^53', fails, '8080808080808010', (r) => r.varint(), 'VALUE', 0, /above 2\^53/)
test('fails for a bool of 2', fails, '0002', (r) => [r.bool(), r.bool()], 'BOOL', 1, /0 or 1, not 2/)
test(
  'fails for text longer than what is left',
  fails,
  '0361',
  (r) => r.string(),
  'LENGTH',
  0,
  /announces 3, at most 1 /,
)
test(
  'fails for text longer than its limit',
  fails,
  '026161',
  (r) => r.string(1),
  'LENGTH',
  0,
  /at most 1 bytes are allowed/,
)
test(
  'fails for a count that cannot follow',
  fails,
  '0300000000',
  (r) => r.count(2),
  'LENGTH',
  0,
  /announces 3, at most 2 /,
)
test(
  'fails for a count above its limit',
  fails,
  '03000000',
  (r) => r.count(1, 2),
  'LENGTH',
  0,
  /at most 2 elements are allowed/,
)
test('fails for many elements of no bytes', fails, '8108', (r) => r.count(0), 'LENGTH', 0, /at most 1024/)
test(
  'fails for a count of 2^64 - 1',
  fails,
  'ffffffffffffffffff01',
  (r) => r.count(1),
  'VALUE',
  0,
  /above 2\^53/,
)

test('fails when containers announce more reads than a message may take', (t) => {
  const bytes = new ByteWriter()
    .varint(MAX_READS / 10)
    .raw(new Uint8Array(MAX_READS / 10))
    .done()
  const r = new ByteReader(bytes)
  t.is(r.count(1, undefined, 10), MAX_READS / 10)
  r.offset = 0
  t.throws(() => r.count(1, undefined, 10), { code: 'LENGTH', message: /at most 1000000 values/ })
})

test('fails when values are nested too deep', (t) => {
  const r = reader('')
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) r.enter()
  r.leave()
  r.enter()
  t.throws(() => r.enter(), { code: 'DEPTH' })
})

test('reads no further than its end', (t) => {
  const r = new ByteReader(bytesOf('aabbccdd'), 1, 3)
  t.is(r.uint16(), 0xccbb)
  t.throws(() => r.uint8(), { code: 'SHORT' })
})

test('copies bytes out', (t) => {
  const source = bytesOf('0201020304')
  const r = new ByteReader(source)
  const bytes = r.lengthPrefixed()
  source.fill(9)
  t.deepEqual(bytes, Uint8Array.of(1, 2))
  t.is(bytes.buffer.byteLength, 2)
})

test('any varint comes back', (t) => {
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 64n - 1n), (value) => {
      const bytes = new ByteWriter().varint(value).done()
      const r = new ByteReader(bytes)
      t.is(BigInt(r.varuint()), value)
      t.is(r.remaining, 0)
      t.true(r.canonical)
    }),
  )
})

test('any bytes make a reader throw nothing but DecodeError', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
      for (const read of [
        (r: ByteReader) => r.varint(),
        (r: ByteReader) => r.varuint(),
        (r: ByteReader) => r.count(1),
        (r: ByteReader) => r.string(),
        (r: ByteReader) => r.int64(),
      ]) {
        try {
          read(new ByteReader(bytes))
        } catch (error) {
          t.true(error instanceof DecodeError)
        }
      }
    }),
  )
})
