// What differs between Node and a browser, in its fast form for Node. `#platform` in package.json chooses.
import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createECDH, createHmac, hash, randomFillSync } from 'node:crypto'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { AesStreams, DiffieHellman, HashName, NativeSecp256k1, Thread, ThreadListener } from './types.ts'

export type { AesStreams, DiffieHellman, HashName, NativeSecp256k1, Thread, ThreadListener } from './types.ts'

/** Which of the two this is; reported by `status$`. */
export const platform: 'node' | 'portable' = 'node'

/**
 * The digest as a string of one character a byte (latin1).
 *
 * This is the cheapest form by far in Node: `crypto.hash` with a string encoding makes about four times as many
 * small digests a second as `createHash`, and strings compare and key a Map without a copy.
 */
export function hashLatin1(name: HashName, bytes: Uint8Array): string {
  return hash(name, bytes, 'binary')
}

const pair = Buffer.alloc(64)

/** The SHA-256 of two SHA-256 digests in a row, all with one character a byte: a node of a merkle tree. */
export function hashPairLatin1(left: string, right: string): string {
  pair.write(left + right, 0, 64, 'latin1')
  return hash('sha256', pair, 'binary')
}

/** The digest as lower-case hex. */
export function hashHex(name: HashName, bytes: Uint8Array): string {
  return hash(name, bytes, 'hex')
}

/** The digest as bytes of its own. */
export function hashBytes(name: HashName, bytes: Uint8Array): Uint8Array {
  const digest = hash(name, bytes, 'binary')
  const out = new Uint8Array(digest.length)
  writeLatin1(digest, out, 0)
  return out
}

/** HMAC-SHA-256, 32 bytes. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', key).update(message).digest())
}

/** Bytes from the system's secure source. */
export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return randomFillSync(new Uint8Array(count))
}

type Slice = (this: Uint8Array, start: number, end: number) => string

/**
 * What `buffer.toString` calls, which takes any bytes: making a Buffer of them first costs more than the text does. Not
 * documented, so there is a way without.
 */
const { hexSlice = viaBuffer('hex'), latin1Slice = viaBuffer('latin1') } = Buffer.prototype as Buffer & {
  readonly hexSlice?: Slice
  readonly latin1Slice?: Slice
}

function viaBuffer(encoding: 'hex' | 'latin1'): Slice {
  return function (start, end) {
    return asBuffer(this).toString(encoding, start, end)
  }
}

/** Lower-case hex of `bytes[start, end)`. */
export function toHex(bytes: Uint8Array, start = 0, end: number = bytes.length): string {
  return hexSlice.call(bytes, start, end)
}

/** One character a byte, of `bytes[start, end)`. */
export function toLatin1(bytes: Uint8Array, start = 0, end: number = bytes.length): string {
  return latin1Slice.call(bytes, start, end)
}

/** Writes one byte a character at `offset`. */
export function writeLatin1(text: string, into: Uint8Array, offset: number): void {
  asBuffer(into).write(text, offset, 'latin1')
}

/** One half of a secp256k1 key agreement, with a fresh private key unless one is given. */
export function createDiffieHellman(privateKey?: Uint8Array): DiffieHellman {
  const ecdh = createECDH('secp256k1')
  if (privateKey === undefined) ecdh.generateKeys()
  else ecdh.setPrivateKey(privateKey)
  return {
    publicKey: Uint8Array.from(ecdh.getPublicKey(null, 'compressed')),
    computeX(remotePublicKey) {
      try {
        return Uint8Array.from(ecdh.computeSecret(remotePublicKey))
      } catch {
        return undefined
      }
    },
  }
}

/** AES-256-CBC without padding, both directions from the same key and vector. */
export function createAes256Cbc(key: Uint8Array, iv: Uint8Array): AesStreams {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  return {
    encrypt: (plain) => cipher.update(plain),
    decrypt: (chunk) => decipher.update(chunk),
  }
}

/** The native secp256k1 library, or `undefined` where it is not installed or was not built for this machine. */
export function nativeSecp256k1(): NativeSecp256k1 | undefined {
  try {
    // Not the package itself: without its native part that would fall back to a slow library of its own.
    return createRequire(import.meta.url)('secp256k1/bindings.js') as NativeSecp256k1
  } catch {
    return undefined
  }
}

/** How many threads can run at the same time. */
export function countCores(): number {
  return availableParallelism()
}

/** Room for what is used once and forgotten; the default takes eight megabytes more and makes nothing faster. */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 2 } as const

/**
 * Starts a thread that runs a file and finds `data` in its `workerData`; undefined where there are no threads.
 *
 * A file that is missing is told as the thread's end.
 */
export function startThread(file: URL, data: unknown, listener: ThreadListener): Thread | undefined {
  let worker: Worker
  try {
    // No options of the command line: they are for the main script, and `--import` or `--input-type` can stop a thread.
    worker = new Worker(file, { workerData: data, execArgv: [], resourceLimits: THREAD_MEMORY })
  } catch {
    return undefined
  }
  let failure: Error | undefined
  worker.unref()
  worker.on('message', (value: unknown) => listener.received(value))
  worker.on('error', (error: unknown) => {
    failure = error instanceof Error ? error : new Error(String(error))
  })
  worker.once('exit', (code) => {
    listener.ended(failure ?? (code === 0 ? undefined : new Error(`the thread ended with code ${code}`)))
  })
  return {
    post: (bytes) => worker.postMessage(bytes, [bytes.buffer]),
    keepAlive: (isWanted) => (isWanted ? worker.ref() : worker.unref()),
    stop: () => void worker.terminate(),
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
