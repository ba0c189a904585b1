import { encode } from './encode.ts'
import type * as types from './generated/types.ts'
import type { BlockId, TransactionId } from './identities.ts'
import {
  blockNumber,
  toBlockId,
  toHeaderDigest,
  toMerkleLeaf,
  toMerkleRoot,
  toSigningDigest,
  toTransactionId,
} from './identities.ts'

/** The id of a transaction, signed or not. Throws {@link UsageError} `BAD_VALUE` for what cannot be encoded. */
export function transactionId(transaction: types.Transaction): TransactionId {
  return toTransactionId(encode('transaction', transaction))
}

/** The 32 bytes that a transaction's signatures sign on the chain with this id, 64 hex digits. */
export function signingDigest(transaction: types.Transaction, chainId: string): Uint8Array {
  return toSigningDigest(chainId, encode('transaction', transaction))
}

/** The id of a block, from its header with the witness signature. */
export function blockId(header: types.SignedBlockHeader): BlockId {
  return toBlockId(blockNumber(header.previous) + 1, encode('signed_block_header', header))
}

/** The 32 bytes that a block's witness signs. */
export function headerDigest(header: types.BlockHeader): Uint8Array {
  return toHeaderDigest(encode('block_header', header))
}

/** What the merkle root in a block's header has to be, as hex. */
export function merkleRoot(block: Pick<types.SignedBlock, 'transactions'>): string {
  return toMerkleRoot(block.transactions.map((each) => toMerkleLeaf(encode('processed_transaction', each))))
}
