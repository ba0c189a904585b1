import { publicKeyToText } from '../crypto/key-text.ts'
import type { NoKeyReason } from '../crypto/packed-signatures.ts'

/** Who signed a transaction, as far as its signatures tell. Whether they were entitled to is a question of the chain's state. */
export interface Signers {
  /** Public keys as text, in the order of the signatures, each once. */
  readonly keys: readonly string[]
  /** Signatures that count for nothing. A transaction with one of these is refused by bitshares-core. */
  readonly rejected: readonly RejectedSignature[]
}

export interface RejectedSignature {
  /** Which of the transaction's signatures, from 0 on. */
  readonly index: number
  /** `DUPLICATE`: the key has signed already. The others: see {@link NoKeyReason}. */
  readonly reason: NoKeyReason | 'DUPLICATE'
}

/** Keys by the number of their signature; a part of `RecoveredKeys`. */
export interface KeySource {
  keyAt(index: number): Uint8Array | undefined
  reasonAt(index: number): NoKeyReason | undefined
}

/**
 * The signers of the transaction whose signatures are `count` from `start` on (`transaction.cpp`,
 * `signed_transaction::get_signature_keys`).
 */
export function toSigners(source: KeySource, start: number, count: number, prefix: string): Signers {
  const keys = new Set<string>()
  const rejected: RejectedSignature[] = []
  for (let index = 0; index < count; index += 1) {
    const key = source.keyAt(start + index)
    const text = key && publicKeyToText(key, prefix)
    if (text === undefined) rejected.push({ index, reason: source.reasonAt(start + index) ?? 'NO_KEY' })
    else if (keys.has(text)) rejected.push({ index, reason: 'DUPLICATE' })
    else keys.add(text)
  }
  return { keys: [...keys], rejected }
}
