import { randomBytes, toHex } from '#platform'
import { generatePrivateKey } from '../crypto/generate-private-key.ts'
import { signatures } from '../crypto/signatures.ts'
import type { NodeIdentity } from './hello.ts'

const NODE_ID_SIZE_BYTES = 33

/** Who we are: the given key, or a new one, and an id for the life of this process. */
export function createIdentity(privateKey: Uint8Array = generatePrivateKey()): NodeIdentity {
  return {
    privateKey,
    publicKey: toHex(signatures.publicKeyOf(privateKey)),
    nodeId: toHex(randomBytes(NODE_ID_SIZE_BYTES)),
  }
}
