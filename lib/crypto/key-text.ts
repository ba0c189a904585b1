import { hashBytes } from '#platform'
import { UsageError } from '../errors.ts'
import { decodeBase58, encodeBase58 } from './base58.ts'

/** What keys and addresses begin with on mainnet (`GRAPHENE_ADDRESS_PREFIX`); the test network has `TEST`. */
export const DEFAULT_KEY_PREFIX: string = 'BTS'
/** Bytes of a compressed public key. */
export const PUBLIC_KEY_SIZE_BYTES: number = 33
/** Bytes of an address. */
export const ADDRESS_SIZE_BYTES: number = 20
/** Bytes of a private key. */
export const PRIVATE_KEY_SIZE_BYTES: number = 32

const CHECKSUM_SIZE_BYTES = 4
const WIF_VERSION = 0x80
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/**
 * The text of a compressed public key: the prefix, then base58 of the key and the first four bytes of its RIPEMD-160
 * (`libraries/protocol/types.cpp`, `public_key_type::operator std::string`).
 *
 * The null key, 33 zero bytes, has a text like any other: `BTS1111111111111111111111111111111114T1Anm`.
 * Throws {@link UsageError} `BAD_KEY` for another length.
 */
export function publicKeyToText(publicKey: Uint8Array, prefix: string = DEFAULT_KEY_PREFIX): string {
  return toText(publicKey, PUBLIC_KEY_SIZE_BYTES, prefix, 'a public key')
}

/**
 * The 33 bytes of a public key's text. Whether they are a point of the curve is not looked at, as in core.
 *
 * Throws {@link UsageError} `BAD_KEY` for another prefix, a wrong checksum or a wrong length.
 */
export function publicKeyFromText(text: string, prefix: string = DEFAULT_KEY_PREFIX): Uint8Array {
  return fromText(text, PUBLIC_KEY_SIZE_BYTES, prefix, 'a public key')
}

/**
 * The text of a 20-byte address: the prefix, then base58 of the address and the first four bytes of its RIPEMD-160
 * (`libraries/protocol/address.cpp`, `address::operator std::string`).
 *
 * Throws {@link UsageError} `BAD_KEY` for another length.
 */
export function addressToText(address: Uint8Array, prefix: string = DEFAULT_KEY_PREFIX): string {
  return toText(address, ADDRESS_SIZE_BYTES, prefix, 'an address')
}

/** The 20 bytes of an address's text. Throws {@link UsageError} `BAD_KEY` where {@link publicKeyFromText} would. */
export function addressFromText(text: string, prefix: string = DEFAULT_KEY_PREFIX): Uint8Array {
  return fromText(text, ADDRESS_SIZE_BYTES, prefix, 'an address')
}

/**
 * The 20-byte address of a compressed public key: RIPEMD-160 of its SHA-512 (`address.cpp`, `address::address`).
 *
 * Sets of public keys are in the order of these addresses.
 */
export function publicKeyToAddress(publicKey: Uint8Array): Uint8Array {
  return hashBytes('ripemd160', hashBytes('sha512', publicKey))
}

/**
 * The 32 bytes of a private key in wallet import format, without the flag byte of a compressed key
 * (`libraries/utilities/key_conversion.cpp`, `wif_to_key`).
 *
 * Throws {@link UsageError} `BAD_KEY`; the message never repeats the text.
 */
export function wifToPrivateKey(wif: string): Uint8Array {
  const bytes = decodeBase58(wif)
  const size = 1 + PRIVATE_KEY_SIZE_BYTES + CHECKSUM_SIZE_BYTES
  if (bytes?.length !== size)
    throw badKey('not a private key in wallet import format: wrong length or character')
  if (bytes[0] !== WIF_VERSION) throw badKey('not a private key in wallet import format: wrong version')
  const payload = bytes.subarray(0, size - CHECKSUM_SIZE_BYTES)
  if (!endsWithChecksum(bytes, doubleSha256(payload)))
    throw badKey('not a private key in wallet import format: wrong checksum')
  const privateKey = payload.slice(1)
  if (!isPrivateKey(privateKey)) throw badKey('not a private key: zero, or not below the order of the curve')
  return privateKey
}

/** Wallet import format of a private key. Throws {@link UsageError} `BAD_KEY` when the bytes are not one. */
export function privateKeyToWif(privateKey: Uint8Array): string {
  if (!isPrivateKey(privateKey))
    throw badKey('not a private key: not 32 bytes, zero, or not below the order of the curve')
  const payload = new Uint8Array(1 + PRIVATE_KEY_SIZE_BYTES)
  payload[0] = WIF_VERSION
  payload.set(privateKey, 1)
  return encodeBase58(withChecksum(payload, doubleSha256(payload)))
}

/** Whether the bytes are a private key: 32 of them, a number above zero and below the order of the curve. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  if (bytes.length !== PRIVATE_KEY_SIZE_BYTES) return false
  let scalar = 0n
  for (const byte of bytes) scalar = (scalar << 8n) | BigInt(byte)
  return scalar > 0n && scalar < CURVE_ORDER
}

function toText(bytes: Uint8Array, sizeBytes: number, prefix: string, what: string): string {
  if (bytes.length !== sizeBytes) throw badKey(`not ${what}: ${bytes.length} bytes, not ${sizeBytes}`)
  return prefix + encodeBase58(withChecksum(bytes, hashBytes('ripemd160', bytes)))
}

function fromText(text: string, sizeBytes: number, prefix: string, what: string): Uint8Array {
  if (!text.startsWith(prefix)) throw badKey(`not ${what}: it does not begin with ${prefix}`)
  const bytes = decodeBase58(text.slice(prefix.length))
  if (bytes?.length !== sizeBytes + CHECKSUM_SIZE_BYTES)
    throw badKey(`not ${what}: wrong length or character`)
  const payload = bytes.slice(0, sizeBytes)
  if (!endsWithChecksum(bytes, hashBytes('ripemd160', payload))) throw badKey(`not ${what}: wrong checksum`)
  return payload
}

function withChecksum(payload: Uint8Array, digest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(payload.length + CHECKSUM_SIZE_BYTES)
  bytes.set(payload)
  bytes.set(digest.subarray(0, CHECKSUM_SIZE_BYTES), payload.length)
  return bytes
}

function endsWithChecksum(bytes: Uint8Array, digest: Uint8Array): boolean {
  const at = bytes.length - CHECKSUM_SIZE_BYTES
  for (let index = 0; index < CHECKSUM_SIZE_BYTES; index += 1) {
    if (bytes[at + index] !== digest[index]) return false
  }
  return true
}

function doubleSha256(bytes: Uint8Array): Uint8Array {
  return hashBytes('sha256', hashBytes('sha256', bytes))
}

function badKey(why: string): UsageError {
  return new UsageError('BAD_KEY', why)
}
