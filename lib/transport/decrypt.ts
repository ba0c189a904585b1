import { filter, map, type MonoTypeOperatorFunction } from 'rxjs'
import type { CipherPair } from '../crypto/stream-cipher.ts'

/**
 * Turns received bytes into plain ones, in chunks of whole cipher blocks; a chunk that completes no block emits nothing.
 *
 * The cipher is the connection's and goes on where it stopped: one subscription for its life.
 */
export function decrypt(cipher: Pick<CipherPair, 'decrypt'>): MonoTypeOperatorFunction<Uint8Array> {
  return (byte$) =>
    byte$.pipe(
      map((chunk) => cipher.decrypt(chunk)),
      filter((plain) => plain.length > 0),
    )
}
