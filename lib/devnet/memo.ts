import { createAes256Cbc, createDiffieHellman, hashBytes, toHex } from '#platform'
import { LRUCache } from 'lru-cache'
import { InternalError } from '../errors.ts'
import type { MemoData } from '../protocol/generated/types.ts'
import type { KeyPair } from './key-pair.ts'

/** Writes a text that only the owners of the two keys can read. */
export type EncryptMemo = (from: KeyPair, to: KeyPair, nonce: bigint, text: string) => MemoData

const CHECKSUM_SIZE_BYTES = 4
const BLOCK_SIZE_BYTES = 16
/** Pairs whose secret is remembered: finding one takes longer than everything else about a transaction. */
const MAX_SECRETS = 1000

/**
 * Writes memos as wallets do (`libraries/protocol/memo.cpp`, `set_message`): AES-256-CBC of a checksum and the text; key
 * and vector are the SHA-512 of the nonce and the secret both share.
 */
export function createMemoWriter(): EncryptMemo {
  const secrets = new LRUCache<string, string>({ max: MAX_SECRETS })

  function secretOf(from: KeyPair, to: KeyPair): string {
    const pair = `${from.text} ${to.text}`
    const known = secrets.get(pair)
    if (known !== undefined) return known
    const x = createDiffieHellman(from.privateKey).computeX(to.publicKey)
    if (x === undefined) throw new InternalError('a derived key is not a point of the curve')
    const secret = toHex(hashBytes('sha512', x))
    secrets.set(pair, secret)
    return secret
  }

  return (from, to, nonce, text) => {
    const key = hashBytes('sha512', new TextEncoder().encode(`${nonce}${secretOf(from, to)}`))
    const message = createAes256Cbc(key.subarray(0, 32), key.subarray(32, 48)).encrypt(withChecksum(text))
    return { from: from.text, to: to.text, nonce, message: Uint8Array.from(message) }
  }
}

/** The first bytes of the text's SHA-256, the text, and as many bytes as are missing to a whole block, each that number. */
function withChecksum(text: string): Uint8Array {
  const content = new TextEncoder().encode(text)
  const length = CHECKSUM_SIZE_BYTES + content.length
  const missing = BLOCK_SIZE_BYTES - (length % BLOCK_SIZE_BYTES)
  const bytes = new Uint8Array(length + missing).fill(missing)
  bytes.set(hashBytes('sha256', content).subarray(0, CHECKSUM_SIZE_BYTES))
  bytes.set(content, CHECKSUM_SIZE_BYTES)
  return bytes
}
