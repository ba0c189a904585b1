import test from 'ava'
import fc from 'fast-check'
import { DecodeError, type DecodeErrorCode } from '../../lib/errors.ts'
import {
  MAX_VARIANT_DEPTH,
  MAX_VARIANT_KEYS,
  type Variant,
  variant,
  variantObject,
} from '../../lib/messages/variant.ts'
import { ByteReader } from '../../lib/wire/byte-reader.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf, hexOf } from '../support/hex.ts'

const read = (hex: string): Variant => variant.read(new ByteReader(bytesOf(hex)))
const readObject = (bytes: Uint8Array): Readonly<Record<string, Variant>> =>
  variantObject.read(new ByteReader(bytes))
const written = (value: Variant): string => {
  const writer = new ByteWriter()
  variant.write(writer, value)
  return hexOf(writer.done())
}

const VALUES: readonly (readonly [string, string, Variant])[] = [
  ['null', '00', null],
  ['a number below zero', '01 ffffffffffffffff', -1n],
  ['the lowest number', '01 0000000000000080', -(2n ** 63n)],
  ['a number', '02 4000000000000000', 64n],
  ['the highest number', '02 ffffffffffffffff', 2n ** 64n - 1n],
  ['true', '04 01', true],
  ['false', '04 00', false],
  ['a text', '05 0173', 's'],
  ['an empty list', '06 00', []],
  ['a list', '06 05 00 01ffffffffffffffff 0401 050173 020500000000000000', [null, -1n, true, 's', 5n]],
]
for (const [title, hex, value] of VALUES) {
  test(`reads and writes ${title}`, (t) => {
    t.deepEqual(read(hex), value)
    t.is(written(value), hex.replaceAll(' ', ''))
  })
}

test('a number that core packed as signed is the same number', (t) => {
  t.is(read('01 0500000000000000'), 5n)
})

test('reads and writes the user data of a hello in core’s order', (t) => {
  const nodeId = '30'.repeat(66)
  const blockId = '30'.repeat(40)
  const hex = `08 1366635f6769745f7265766973696f6e5f736861 0503616263
    1e66635f6769745f7265766973696f6e5f756e69785f74696d657374616d70 0200f1536500000000
    08706c6174666f726d 05056c696e7578 076269746e657373 024000000000000000
    076e6f64655f6964 0542 ${nodeId} 156c6173745f6b6e6f776e5f626c6f636b5f68617368 0528 ${blockId}
    176c6173745f6b6e6f776e5f626c6f636b5f6e756d626572 024d00000000000000
    156c6173745f6b6e6f776e5f626c6f636b5f74696d65 0513 323032332d31312d31345432323a31333a3230`.replaceAll(
    /\s/g,
    '',
  )
  const data = readObject(bytesOf(hex))
  t.deepEqual(Object.entries(data), [
    ['fc_git_revision_sha', 'abc'],
    ['fc_git_revision_unix_timestamp', 1_700_000_000n],
    ['platform', 'linux'],
    ['bitness', 64n],
    ['node_id', '0'.repeat(66)],
    ['last_known_block_hash', '0'.repeat(40)],
    ['last_known_block_number', 77n],
    ['last_known_block_time', '2023-11-14T22:13:20'],
  ])
  const writer = new ByteWriter()
  variantObject.write(writer, data)
  t.is(hexOf(writer.done()), hex)
})

test('a key such as __proto__ is a key like any other', (t) => {
  const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then']
  const writer = new ByteWriter().varint(keys.length)
  for (const key of keys) writer.string(key).uint8(7).varint(1).string('polluted').uint8(4).bool(true)
  const before = Object.getOwnPropertyNames(Object.prototype)
  const data = readObject(writer.done())
  t.is(Object.getPrototypeOf(data), null)
  t.deepEqual(Object.keys(data), keys)
  for (const key of keys) {
    const inner = data[key]
    t.is(Object.getPrototypeOf(inner), null)
    t.deepEqual(Object.entries(inner as object), [['polluted', true]])
  }
  t.deepEqual(Object.getOwnPropertyNames(Object.prototype), before)
  t.is(({} as Record<string, unknown>)['polluted'], undefined)
  const again = new ByteWriter()
  variantObject.write(again, data)
  t.deepEqual(readObject(again.done()), data)
})

test('the later of two equal keys counts', (t) => {
  const bytes = new ByteWriter().varint(2).string('a').uint8(0).string('a').uint8(4).bool(true).done()
  t.deepEqual(Object.entries(readObject(bytes)), [['a', true]])
})

const REFUSED: readonly (readonly [string, string, DecodeErrorCode, number])[] = [
  ['a double', '03 0000000000000000', 'TAG', 0],
  ['a blob', '08 0161', 'TAG', 0],
  ['an unknown tag', 'ff', 'TAG', 0],
  ['a double in a list', '06 02 00 03 0000000000000000', 'TAG', 3],
  ['a bool that is none', '04 02', 'BOOL', 1],
  ['a list longer than its bytes', '06 05 00', 'LENGTH', 1],
  ['a text longer than its bytes', '05 05 61', 'LENGTH', 1],
  ['a count of 2^64 - 1', '06 ffffffffffffffffff01', 'VALUE', 1],
  ['an object longer than its bytes', '07 02 0161', 'LENGTH', 1],
  ['nothing', '', 'SHORT', 0],
]
for (const [title, hex, code, offset] of REFUSED) {
  test(`refuses ${title}`, (t) => {
    const error = t.throws(() => read(hex), { instanceOf: DecodeError })
    t.is(error.code, code)
    t.is(error.offset, offset)
  })
}

test('nests to a depth and no deeper', (t) => {
  const list = (depth: number): string => `${'0601'.repeat(depth)}00`
  const object = (depth: number): string => `${'07010161'.repeat(depth)}00`
  for (const nested of [list, object]) {
    t.notThrows(() => read(nested(MAX_VARIANT_DEPTH - 1)))
    t.throws(() => read(nested(MAX_VARIANT_DEPTH)), { instanceOf: DecodeError, code: 'DEPTH' })
    t.throws(() => read(nested(100_000)), { instanceOf: DecodeError, code: 'DEPTH' })
  }
})

test('an object has a limit of keys', (t) => {
  const bytes = (count: number): Uint8Array => {
    const writer = new ByteWriter().varint(count)
    for (let index = 0; index < count; index += 1) writer.string(`k${index}`).uint8(0)
    return writer.done()
  }
  t.is(Object.keys(readObject(bytes(MAX_VARIANT_KEYS))).length, MAX_VARIANT_KEYS)
  t.throws(() => readObject(bytes(MAX_VARIANT_KEYS + 1)), { instanceOf: DecodeError, code: 'LENGTH' })
})

const anyVariant = fc.letrec<{ variant: Variant }>((tie) => ({
  variant: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.bigInt(-(2n ** 63n), 2n ** 64n - 1n),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('variant'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('variant'), { maxKeys: 4, noNullPrototype: false }),
  ),
})).variant

test('any value comes back as it was written', (t) => {
  fc.assert(
    fc.property(anyVariant, (value) => {
      const hex = written(value)
      t.is(written(read(hex)), hex)
    }),
  )
})
