import test from 'ava'
import fc from 'fast-check'
import { DecodeError } from '../../lib/errors.ts'
import { viewBlock, viewBlockMessage } from '../../lib/protocol/block-view.ts'
import { ChainReader } from '../../lib/protocol/chain-reader.ts'
import type { TypeName, TypeOf } from '../../lib/protocol/decode.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import { DECODERS, skipOperation, skipSignedBlock } from '../../lib/protocol/generated/decoders.ts'
import { fromJson, toJson, typeNamed } from '../../lib/protocol/json.ts'
import { toPlain } from '../../lib/protocol/plain.ts'
import type { TypeExpression } from '../../lib/protocol/schema.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { canonicalBytes } from '../../lib/protocol/transcode.ts'
import { anyValue } from '../support/chain-values.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

const TYPES = [...DECODERS.keys()] as readonly TypeName[]
const RUNS = { numRuns: 300 }

const expressionOf = (type: TypeName): TypeExpression => typeNamed(type) as TypeExpression
const readerOf = (bytes: Uint8Array): ChainReader => new ChainReader(bytes, 0, bytes.length, 'BTS')
const vectors = (name: string): readonly Uint8Array[] =>
  (readJsonLines(name) as readonly { readonly raw: string }[]).map(({ raw }) => bytesOf(raw))

/** A type and any value of it. */
const anyTyped = fc
  .constantFrom(...TYPES)
  .chain((type) => anyValue(expressionOf(type)).map((value) => [type, value as TypeOf<TypeName>] as const))

test('what is encoded comes back, through JSON too', (t) => {
  fc.assert(
    fc.property(anyTyped, ([type, value]) => {
      const bytes = encode(type, value)
      const decoded = decode(type, bytes)
      t.deepEqual(encode(type, decoded), bytes)
      t.deepEqual(encode(type, toPlain(type, decoded)), bytes)
      t.deepEqual(toPlain(type, decode(type, bytes)), toPlain(type, decoded))
      const json: unknown = JSON.parse(JSON.stringify(toJson(type, decoded)))
      t.deepEqual(encode(type, fromJson(type, json) as TypeOf<TypeName>), bytes)
    }),
    RUNS,
  )
})

test('what is encoded is canonical', (t) => {
  fc.assert(
    fc.property(anyTyped, ([type, value]) => {
      const bytes = encode(type, value)
      const reader = readerOf(bytes)
      DECODERS.get(type)?.(reader)
      t.is(reader.offset, bytes.length)
      t.true(reader.canonical)
      t.deepEqual(canonicalBytes(expressionOf(type), readerOf(bytes)), bytes)
    }),
    RUNS,
  )
})

test('any bytes make decode throw nothing but DecodeError with a path', (t) => {
  fc.assert(
    fc.property(fc.constantFrom(...TYPES), fc.uint8Array({ maxLength: 200 }), (type, bytes) => {
      const small = bytes.map((byte) => (byte % 3 === 0 ? byte % 5 : byte))
      t.true(failsWell(() => decode(type, small), type))
    }),
    { numRuns: 3000 },
  )
})

test('bytes cut anywhere make decode throw DecodeError', (t) => {
  for (const bytes of vectors('operations.jsonl.gz').filter((_, index) => index % 5 === 0)) {
    for (let length = 0; length < bytes.length; length += 1) {
      const error = t.throws(() => decode('operation', bytes.subarray(0, length)), {
        instanceOf: DecodeError,
      })
      t.true(error.path.startsWith('operation') && error.offset <= length)
    }
  }
})

test('a block cut anywhere makes a view throw DecodeError', (t) => {
  const block = vectors('blocks.jsonl.gz').find(({ length }) => length > 1000 && length < 5000) as Uint8Array
  for (let length = 0; length < block.length; length += 1) {
    t.throws(() => viewBlock(block.subarray(0, length)), { instanceOf: DecodeError })
  }
})

test('mutated operations decode or fail in the same way, however they are read', (t) => {
  const operations = vectors('operations.jsonl.gz')
  const operation = { named_variant: 'operation' } as const
  fc.assert(
    fc.property(anyMutationOf(operations), (bytes) => {
      const byDecoder = outcome(() => {
        const value = decode('operation', bytes)
        return hexOf(encode('operation', value))
      })
      const bySkipper = outcome(() => skipOperation(readerOf(bytes)))
      const byTranscoder = outcome(() => hexOf(canonicalBytes(operation, readerOf(bytes))))
      t.is(byDecoder.code, bySkipper.code)
      t.is(byDecoder.code, byTranscoder.code)
      t.is(byDecoder.value, byTranscoder.value)
    }),
    { numRuns: 3000 },
  )
})

test('everything of a mutated operation that decodes can be read, printed and written', (t) => {
  const operations = vectors('operations.jsonl.gz')
  fc.assert(
    fc.property(anyMutationOf(operations), (bytes) => {
      const decoded = outcome(() => decode('operation', bytes))
      if (decoded.value === undefined) return
      const plain = toPlain('operation', decoded.value)
      t.is(JSON.stringify(decoded.value), JSON.stringify(toJson('operation', plain)))
    }),
    RUNS,
  )
})

test('mutated blocks and transactions fail only with DecodeError', (t) => {
  const blocks = vectors('blocks.jsonl.gz').filter(({ length }) => length < 6000)
  fc.assert(
    fc.property(anyMutationOf(blocks), (bytes) => {
      const viewed = outcome(() => viewBlock(bytes))
      const skipped = outcome(() => skipSignedBlock(readerOf(bytes)))
      // What a later protocol may have brought is no failure for a view.
      t.is(viewed.code, skipped.code === 'TAG' ? viewed.code : skipped.code)
      if (viewed.value === undefined) return
      const { merkle, transactions, opaque } = viewed.value
      t.is(merkle === 'unchecked', opaque !== undefined)
      for (const { id, operations } of transactions) t.is(id.length + Math.min(operations.length, 0), 40)
      outcome(() => viewBlockMessage(bytes))
    }),
    RUNS,
  )
  fc.assert(
    fc.property(anyMutationOf(vectors('transactions.jsonl.gz')), (bytes) => {
      const read = outcome(() => readTransaction(bytes))
      t.is(read.code, outcome(() => decode('signed_transaction', bytes)).code)
    }),
    RUNS,
  )
})

test('a view of a block says what decoding it says', (t) => {
  const anyBlock = anyValue({ struct: 'signed_block' }, 1) as fc.Arbitrary<TypeOf<'signed_block'>>
  fc.assert(
    fc.property(anyBlock, (value) => {
      const bytes = encode('signed_block', value)
      t.deepEqual(
        toPlain('signed_block', viewBlock(bytes)),
        toPlain('signed_block', decode('signed_block', bytes)),
      )
    }),
    { numRuns: 100 },
  )
})

/** One of `originals` with a few bytes changed, put in or taken out. */
function anyMutationOf(originals: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff))
  const change = fc.tuple(fc.nat(), byte, fc.nat(2))
  return fc
    .tuple(fc.nat(originals.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([which, changes]) => {
      const bytes = [...(originals[which] as Uint8Array)]
      for (const [place, value, how] of changes) {
        const at = place % bytes.length
        if (how === 0) bytes[at] = value
        else if (how === 1) bytes.splice(at, 0, value)
        else bytes.splice(at, 1)
      }
      return Uint8Array.from(bytes)
    })
}

function failsWell(run: () => unknown, type: string): boolean {
  try {
    run()
    return true
  } catch (error) {
    return error instanceof DecodeError && error.path.startsWith(type)
  }
}

/** What `run` returned, or the code of the DecodeError it threw; anything else goes on. */
function outcome<T>(run: () => T): { readonly value?: T; readonly code?: string } {
  try {
    return { value: run() }
  } catch (error) {
    if (error instanceof DecodeError) return { code: error.code }
    throw error
  }
}
