// The same functions as node.ts where there is no `node:crypto`: browsers, and the spec that holds both against each other.
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { hmac } from '@noble/hashes/hmac.js'
import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha512 } from '@noble/hashes/sha2.js'
import { InternalError } from '../errors.ts'
import type { AesStreams, DiffieHellman, HashName, NativeSecp256k1, Thread, ThreadListener } from './types.ts'

export type { AesStreams, DiffieHellman, HashName, NativeSecp256k1, Thread, ThreadListener } from './types.ts'

export const platform: 'node' | 'portable' = 'portable'

const HASHES: Readonly<Record<HashName, (bytes: Uint8Array) => Uint8Array>> = {
  sha256,
  sha224,
  sha512,
  ripemd160,
}
const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function hashLatin1(name: HashName, bytes: Uint8Array): string {
  return toLatin1(HASHES[name](bytes))
}

const pair = new Uint8Array(64)

export function hashPairLatin1(left: string, right: string): string {
  writeLatin1(left + right, pair, 0)
  return toLatin1(sha256(pair))
}

export function hashHex(name: HashName, bytes: Uint8Array): string {
  return toHex(HASHES[name](bytes))
}

export function hashBytes(name: HashName, bytes: Uint8Array): Uint8Array {
  return HASHES[name](bytes)
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hmac(sha256, key, message))
}

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return globalThis.crypto.getRandomValues(new Uint8Array(count))
}

export function toHex(bytes: Uint8Array, start = 0, end: number = bytes.length): string {
  let text = ''
  for (let at = start; at < end; at += 1) text += HEX[bytes[at] as number] as string
  return text
}

export function toLatin1(bytes: Uint8Array, start = 0, end: number = bytes.length): string {
  let text = ''
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] as number)
  return text
}

export function writeLatin1(text: string, into: Uint8Array, offset: number): void {
  for (let at = 0; at < text.length && offset + at < into.length; at += 1)
    into[offset + at] = text.charCodeAt(at) & 0xff
}

export function createDiffieHellman(
  privateKey: Uint8Array = secp256k1.utils.randomSecretKey(),
): DiffieHellman {
  return {
    publicKey: secp256k1.getPublicKey(privateKey, true),
    computeX(remotePublicKey) {
      try {
        return secp256k1.getSharedSecret(privateKey, remotePublicKey, true).slice(1)
      } catch {
        return undefined
      }
    },
  }
}

export const createAes256Cbc: (key: Uint8Array, iv: Uint8Array) => AesStreams = () => {
  // A browser's AES is asynchronous, and a browser cannot open TCP connections either.
  throw new InternalError('there is no synchronous AES here: connections to peers need Node')
}

export function nativeSecp256k1(): NativeSecp256k1 | undefined {
  return undefined
}

export function countCores(): number {
  return 1
}

export const startThread: (file: URL, data: unknown, listener: ThreadListener) => Thread | undefined = () => {
  // A browser's workers take scripts that a bundler made; until one asks for them, work stays where it is.
  return undefined
}
