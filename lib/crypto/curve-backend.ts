/** Curve arithmetic under the signatures. What it is given has been checked: sizes, and keys and nonces in range. */
export interface CurveBackend {
  readonly name: 'secp256k1' | 'noble'
  /** Signs with a given nonce, s in the low half. `compact` is r and s, 64 bytes. */
  signWithNonce(
    digest: Uint8Array,
    privateKey: Uint8Array,
    nonce: Uint8Array,
  ): { readonly compact: Uint8Array; readonly recovery: number }
  /** The 33-byte key, or `undefined` when there is none. */
  recover(digest: Uint8Array, compact: Uint8Array, recovery: number): Uint8Array | undefined
  /** The 33-byte key. */
  publicKeyOf(privateKey: Uint8Array): Uint8Array
}
