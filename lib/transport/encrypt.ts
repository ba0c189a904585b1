import { map, type MonoTypeOperatorFunction } from 'rxjs'
import type { CipherPair } from '../crypto/stream-cipher.ts'

/**
 * Turns packed frames into what is written to the socket. Errors with `RangeError` for bytes that are not whole blocks.
 *
 * The cipher is the connection's and goes on where it stopped: one subscription for its life.
 */
export function encrypt(cipher: Pick<CipherPair, 'encrypt'>): MonoTypeOperatorFunction<Uint8Array> {
  return (plain$) => plain$.pipe(map((plain) => cipher.encrypt(plain)))
}
