// The entry point `rx-bitshares/crypto`: keys, signatures and digests, in Node and in a browser.
export { decodeBase58, encodeBase58 } from './crypto/base58.ts'
export { cityHash128 } from './crypto/city-hash.ts'
export { generatePrivateKey } from './crypto/generate-private-key.ts'
export { createEphemeralKeys, type EphemeralKeys } from './crypto/key-agreement.ts'
export {
  addressFromText,
  addressToText,
  DEFAULT_KEY_PREFIX,
  isPrivateKey,
  privateKeyToWif,
  publicKeyFromText,
  publicKeyToAddress,
  publicKeyToText,
  wifToPrivateKey,
} from './crypto/key-text.ts'
export {
  type NoKeyReason,
  packSignatures,
  type RecoveredKeys,
  type SignedDigest,
} from './crypto/packed-signatures.ts'
export { createSignatures, isCanonical, type SignatureBackend, signatures } from './crypto/signatures.ts'
export { hashBytes, hashHex, type HashName } from '#platform'
export { PeerFault, UsageError } from './errors.ts'
