import test from 'ava'
import { UsageError } from '../../lib/errors.ts'
import { viewBlockMessage } from '../../lib/protocol/block-view.ts'
import { blockNumber, toMerkleRoot, toMessageHash, toSigningDigest } from '../../lib/protocol/identities.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { hashHex, hashLatin1, toHex } from '#platform'
import { bytesOf, hexOf } from '../support/hex.ts'

// Payloads of block_message, made by core's network code from empty blocks that SHA-256("wit") signed.
const EMPTY_BLOCKS = [
  {
    payload: `0000000000000000000000000000000000000000 badc036b 00 0000000000000000000000000000000000000000 00
      1f0b0aa510bcca121119a13aec9b2118d9e621bb997d9c62a6a7d53e22fd8dfabc3f6b9d2f706a20753d1be078c484310c1633ef2d25921da0ac19579dcb504909
      00 000000014824bbd6a5f5b14cd829d4d6fd8cced4`,
    number: 1,
    id: '000000014824bbd6a5f5b14cd829d4d6fd8cced4',
    digest: 'bb9cd675f5206159e1d05c830c4dcf7a401d796f322d1cc0f16ec89881800127',
    hash: 'e73ec189a12084690c53db327e982f4c748a7f40',
  },
  {
    payload: `0000000ae8de136fb640bc73cb5a11974db8e52b d8dc036b 00 0000000000000000000000000000000000000000 00
      20420e87a7ee68339d3273da1a9cb4142b20d3fff46a52f0a7fb54d64943083ab6245537e7f33fa14e814c569fc5e839c52e0013c9fb6cf68d2ddb5e6aea5b93a7
      00 0000000be26469d47c70eb732f8a3ef7a7b5c333`,
    number: 11,
    id: '0000000be26469d47c70eb732f8a3ef7a7b5c333',
    digest: 'f240e66e784495d06e3aca8a7e4a50707c72f32e939f69d2090451c0e8a38e33',
    hash: '1033e0cc78ee840231b4855b2a516f27708b03d8',
  },
]

for (const { payload, number, id, digest, hash } of EMPTY_BLOCKS) {
  test(`empty block ${number} has its id, digest and message hash`, (t) => {
    const bytes = bytesOf(payload.replaceAll('\n', ''))
    const { block, blockId } = viewBlockMessage(bytes)
    t.is(block.number, number)
    t.is(block.id, id)
    t.is(blockId, id)
    t.is(hexOf(block.headerDigest), digest)
    t.is(block.merkle, 'ok')
    t.is(toMessageHash(bytes), hash)
    t.is(blockNumber(block.id), number)
  })
}

// A block of a private chain, with one balance_claim.
const PREFIX =
  '0000000fd9a252f9b87af93477bef42e7989ef6e 0009046b 04 e28bd65a729e78f52af99ec105c71443b4210419 00'
const WITNESS_SIGNATURE =
  '2029b3df2763bbbbbb137d28a7bef3ce3547e44236ed08e8dd01c08bc5a09d672d1c1465346f98c8b36cab1be59b5533520c2fffd4798e24b3fef9b6fca00a161b'
const TRANSACTION = `0f00 d9a252f9 530b046b 01 25 0000000000000000 00 11 00
  02c0ded2bc1f1305fb0faac5e6c03ee3a1924234985427b6167ca569d13df435cf 0080c6a47e8d0300 00 00 01
  200d46cf5b75c10a76b79f2a47c89b9a3f1fc475efcba11fa0cb1258bb867e561e151d85a7b1cfa4c8b2c9ad74951d84dfa5e06564480d74f614f210c5abe287c6`

test('a block with one transaction has its ids', (t) => {
  const transaction = bytesOf(TRANSACTION.replaceAll('\n', ''))
  const payload = bytesOf(
    `${PREFIX} ${WITNESS_SIGNATURE} 01 ${hexOf(transaction)} 00 0000001099887a293c50cf528f92a086d1310bb1`,
  )
  t.is(payload.length, 265)
  const { block, blockId } = viewBlockMessage(payload)
  t.is(block.id, blockId)
  t.is(block.merkle, 'ok')
  t.is(block.witness, '1.6.4')
  t.is(block.transactions[0]?.id, '095fe2064f7a16dafdbf51433a2f971d167364e8')
  t.is(toMessageHash(payload), '4c18be7bbf842ee8b11d70b48b254a418401c29c')
  t.is(toMessageHash(transaction), '0f195f1943b7fd51b2073f42b684c7b0aee45539')
  t.is(readTransaction(transaction).id, '095fe2064f7a16dafdbf51433a2f971d167364e8')
})

test('an odd leaf is carried up unchanged', (t) => {
  const leaves = ['a', 'b', 'c'].map((text) => hashLatin1('sha256', Buffer.from(text)))
  const [a = '', b = '', c = ''] = leaves
  const ab = hashLatin1('sha256', Buffer.from(a + b, 'latin1'))
  const abc = hashLatin1('sha256', Buffer.from(ab + c, 'latin1'))
  t.is(toMerkleRoot(leaves), hashHex('ripemd160', Buffer.from(abc, 'latin1')))
  t.is(toMerkleRoot([a]), hashHex('ripemd160', Buffer.from(a, 'latin1')))
  t.is(toMerkleRoot([]), toHex(new Uint8Array(20)))
})

test('refuses a chain id that is none', (t) => {
  for (const chainId of ['', '00', 'x'.repeat(64), '0'.repeat(63), '0'.repeat(66)]) {
    t.throws(() => toSigningDigest(chainId, new Uint8Array(1)), { instanceOf: UsageError, code: 'BAD_VALUE' })
  }
  t.is(toSigningDigest('00'.repeat(32), new Uint8Array(1)).length, 32)
})
