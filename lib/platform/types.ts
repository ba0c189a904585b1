// What both platforms speak of.

/** The digests of the protocol. */
export type HashName = 'sha256' | 'sha224' | 'sha512' | 'ripemd160'

/** One half of a secp256k1 key agreement. */
export interface DiffieHellman {
  /** 33 bytes, compressed. */
  readonly publicKey: Uint8Array
  /** The 32-byte X coordinate shared with the owner of that key, or `undefined` when it is no point of the curve. */
  computeX(remotePublicKey: Uint8Array): Uint8Array | undefined
}

/** Two CBC streams that go on where they stopped. */
export interface AesStreams {
  encrypt(plain: Uint8Array): Uint8Array
  decrypt(cipher: Uint8Array): Uint8Array
}

/** The part of the `secp256k1` package that is used. All but a good result throws. */
export interface NativeSecp256k1 {
  ecdsaSign(
    digest: Uint8Array,
    privateKey: Uint8Array,
    options: { readonly noncefn: () => Uint8Array },
  ): { readonly signature: Uint8Array; readonly recid: number }
  ecdsaRecover(signature: Uint8Array, recovery: number, digest: Uint8Array): Uint8Array
  publicKeyCreate(privateKey: Uint8Array): Uint8Array
}

/** A thread of this process that runs a file of its own. It does not keep the process alive unless told to. */
export interface Thread {
  /** Hands bytes over: they are gone here. */
  post(bytes: Uint8Array<ArrayBuffer>): void
  /** Whether the process stays alive as long as the thread does. */
  keepAlive(isWanted: boolean): void
  /** Stops it wherever it is. */
  stop(): void
}

/** What is told of a thread. */
export interface ThreadListener {
  /** It sent something. */
  received(value: unknown): void
  /** It is over; with the error unless it came to its own end. The last call. */
  ended(error: Error | undefined): void
}
