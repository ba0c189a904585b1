import test from 'ava'
import { map } from 'rxjs'
import { createCipherPair } from '../../lib/crypto/stream-cipher.ts'
import { decrypt } from '../../lib/transport/decrypt.ts'
import { deframe } from '../../lib/transport/deframe.ts'
import { encrypt } from '../../lib/transport/encrypt.ts'
import { enframe } from '../../lib/transport/enframe.ts'
import { plain } from '../support/hex.ts'
import { saysFrames } from '../support/frames.ts'
import { runMarbles } from '../support/marbles.ts'
import { SESSION } from '../support/session-vectors.ts'

test('encrypts each piece as the continuation of the one before', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const plain$ = hot('  -a-a-|', { a: SESSION.addressRequest })
    const subs = '        ^----!'
    const expected = '    -x-y-|'
    expectObservable(plain$.pipe(encrypt(createCipherPair(SESSION.secret)), map(plain))).toBe(expected, {
      x: SESSION.encryptedOnce,
      y: SESSION.encryptedTwice,
    })
    expectSubscriptions(plain$.subscriptions).toBe(subs)
  })
})

test('decrypts whole blocks and emits nothing for a part of one', (t) => {
  const { encryptedOnce, encryptedTwice, addressRequest } = SESSION
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const byte$ = hot('   -a-b-c-|', {
      a: encryptedOnce.subarray(0, 7),
      b: Buffer.concat([encryptedOnce.subarray(7), encryptedTwice.subarray(0, 1)]),
      c: encryptedTwice.subarray(1),
    })
    const subs = '        ^------!'
    const expected = '    ---x-x-|'
    expectObservable(byte$.pipe(decrypt(createCipherPair(SESSION.secret)), map(plain))).toBe(expected, {
      x: addressRequest,
    })
    expectSubscriptions(byte$.subscriptions).toBe(subs)
  })
})

test('what one side frames and encrypts the other decrypts and deframes', (t) => {
  const hello = { type: 5006, payload: SESSION.hello }
  const accepted = { type: 5007, payload: new Uint8Array(0) }
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const frames$ = hot(' -a-b-|', { a: [hello, accepted], b: [accepted] })
    const subs = '        ^----!'
    const expected = '    -a-b-|'
    const received$ = frames$.pipe(
      enframe(),
      encrypt(createCipherPair(SESSION.secret)),
      decrypt(createCipherPair(SESSION.secret)),
      deframe(),
      saysFrames(),
    )
    expectObservable(received$).toBe(expected, { a: [hello, accepted], b: [accepted] })
    expectSubscriptions(frames$.subscriptions).toBe(subs)
  })
})

test('errors for bytes that are not whole blocks', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const plain$ = hot('  -a-a-|', { a: new Uint8Array(15) })
    expectObservable(plain$.pipe(encrypt(createCipherPair(SESSION.secret)))).toBe(
      '-#',
      undefined,
      new RangeError('15 bytes are not whole cipher blocks'),
    )
    expectSubscriptions(plain$.subscriptions).toBe('^!')
  })
})
