import { defer, ignoreElements, type Observable, tap } from 'rxjs'
import { recoverSigner, type SignedHeader } from '../chain/recover-signer.ts'
import { packSignatures } from '../crypto/packed-signatures.ts'
import type { RecoveryPool } from './recovery-pool.ts'

/** Who signed blocks, found out before the chain asks. */
export interface KnownSigners {
  /**
   * Has the pool find out who signed these blocks. There has to be room for them.
   *
   * Cold: emits nothing, and completes when {@link KnownSigners.signerOf} has the answers at hand. Errors as
   * {@link RecoveryPool.recover} does.
   */
  find(blocks: readonly SignedHeader[]): Observable<never>
  /** What `VerifyOptions.signerOf` asks for: what was found out, or else is found out now. */
  signerOf(this: void, block: SignedHeader): string | undefined
}

/**
 * Remembers the signers of blocks for as long as the blocks are there themselves.
 *
 * @param keyOf what of a block stays when other objects are made of it; default: itself
 */
export function createKnownSigners(
  pool: Pick<RecoveryPool, 'recover'>,
  keyOf: (block: SignedHeader) => object = (block) => block,
): KnownSigners {
  // `has` tells a block that nobody can have signed from one that was not looked at.
  const signers = new WeakMap<object, string | undefined>()
  const known: KnownSigners = {
    find: (blocks) =>
      defer(() => pool.recover(packHeaders(blocks))).pipe(
        tap((keys) => blocks.forEach((block, index) => signers.set(keyOf(block), keys.hexAt(index)))),
        ignoreElements(),
      ),
    signerOf(block) {
      const key = keyOf(block)
      return signers.has(key) ? signers.get(key) : recoverSigner(block)
    },
  }
  return known
}

function packHeaders(blocks: readonly SignedHeader[]): Uint8Array<ArrayBuffer> {
  return packSignatures(
    blocks.map(({ headerDigest, witnessSignature }) => ({
      digest: headerDigest,
      signature: witnessSignature,
    })),
  )
}
