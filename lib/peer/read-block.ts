import { DecodeError, PeerFault } from '../errors.ts'
import { type BlockView, viewNamedBlock } from '../protocol/block-view.ts'
import { toMessageHash } from '../protocol/identities.ts'
import { type PayloadPlace, PlainHeaders } from '../protocol/plain-headers.ts'
import { readTransaction as parseTransaction, type Transaction } from '../protocol/transaction.ts'

/** A block as it came from a peer: what it says of itself holds, whether it belongs to the chain is decided elsewhere. */
export type ReceivedBlock = BlockView

/**
 * Reads block messages and checks what a block alone can show: its id is the one the sender names, and its transactions are
 * those of its merkle root.
 *
 * Core compares neither (`node.cpp`, `process_block_message`); a block that has the wrong body for its id would otherwise
 * keep the right one out. Throws {@link PeerFault} `DECODE` or `BAD_BLOCK`.
 */
export function readBlocks(
  places: readonly PayloadPlace[],
  prefix: string,
  chainId?: string,
): readonly ReceivedBlock[] {
  const headers = new PlainHeaders(places)
  return places.map((place, index) => readBlock(place, prefix, headers, index, chainId))
}

function readBlock(
  place: PayloadPlace,
  prefix: string,
  headers: PlainHeaders,
  index: number,
  chainId: string | undefined,
): ReceivedBlock {
  let block: BlockView | undefined
  try {
    block = viewNamedBlock(place, prefix, headers, index, chainId)
  } catch (error) {
    throw toPeerFault('block_message', error)
  }
  if (block === undefined) throw new PeerFault('BAD_BLOCK', 'a block that is not the one its id names')
  if (block.merkle === 'bad') {
    throw new PeerFault('BAD_BLOCK', `the transactions of block ${block.number} do not fit its merkle root`)
  }
  return block
}

/** Reads a transaction message, with the hash under which it was announced. Throws {@link PeerFault} `DECODE`. */
export function readTransaction(
  payload: Uint8Array,
  prefix: string,
  chainId?: string,
): { readonly hash: string; readonly transaction: Transaction } {
  try {
    return {
      hash: toMessageHash(payload),
      transaction: parseTransaction(payload, { copy: false, prefix, chainId }),
    }
  } catch (error) {
    throw toPeerFault('trx_message', error)
  }
}

function toPeerFault(message: string, error: unknown): unknown {
  if (!(error instanceof DecodeError)) return error
  return new PeerFault('DECODE', `${message}: ${error.message}`, { cause: error })
}
