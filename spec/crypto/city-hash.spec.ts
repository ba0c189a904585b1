import test from 'ava'
import { cityHash128 } from '../../lib/crypto/city-hash.ts'
import { hexOf } from '../support/hex.ts'

// Inputs and results of fc's own code (city_hash_crc_128, in the word order of aes_encoder::init).
const gives = test.macro((t, byteAt: (index: number) => number, hex: string) => {
  t.is(hexOf(cityHash128(Uint8Array.from({ length: 64 }, (_, index) => byteAt(index)))), hex)
})

test('zeros', gives, () => 0, 'e0548708cd08e79e47dbe4e32618be36')
test('ascending bytes', gives, (index: number) => index, '099f12eb5ef1996fdcd3cf0712977407')
test('falling bytes', gives, (index: number) => (255 - 3 * index) & 0xff, 'd2068f018d38bcbff080837776b155aa')

test('reads a secret that stands within other bytes', (t) => {
  const bytes = new Uint8Array(80)
  t.is(hexOf(cityHash128(bytes.subarray(9, 73))), 'e0548708cd08e79e47dbe4e32618be36')
})

test('another length than 64 is refused', (t) => {
  for (const length of [0, 63, 65])
    t.throws(() => cityHash128(new Uint8Array(length)), { instanceOf: RangeError })
})
