import { toHex } from '#platform'
import { isCanonical, signatures } from '../crypto/signatures.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { fromHex } from '../wire/hex.ts'

/** The keys that signed a transaction on a chain, in the order of its signatures; undefined for one that no key can have made. */
export function recoverSigners(transaction: Transaction, chainId: string): readonly (string | undefined)[] {
  const digest = transaction.signingDigest(chainId)
  return transaction.signatures.map((text) => {
    const signature = fromHex(text)
    const key = isCanonical(signature) ? signatures.recover(digest, signature) : undefined
    return key === undefined ? undefined : toHex(key)
  })
}
