import { toHex } from '#platform'
import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { DecodeError } from '../errors.ts'
import type { FutureExtensions } from './chain-reader.ts'
import { ChainReader } from './chain-reader.ts'
import type * as types from './generated/types.ts'
import type { BlockId } from './identities.ts'
import { toBlockId, toHeaderDigest, toMerkleLeaf, toMerkleRoot } from './identities.ts'
import { toJson } from './json.ts'
import { minReads, minSizeBytes } from './layout.ts'
import type { ObjectId } from './object-id.ts'
import { objectIdToText } from './object-id.ts'
import type { TypeExpression } from './schema.ts'
import type { ReadOptions, TransactionPlace } from './transaction.ts'
import { passTransaction, Transaction } from './transaction.ts'
import { canonicalBytes, withPath } from './transcode.ts'

export interface BlockReadOptions extends ReadOptions {
  /** Where the block starts; default 0. */
  readonly offset?: number
  /** Whether the block's id follows it, as in a `block_message`; default false. */
  readonly hasTrailingId?: boolean
}

const PREVIOUS_SIZE_BYTES = 20
const ROOT_SIZE_BYTES = 20
const SIGNATURE_SIZE_BYTES = 65
const ID_SIZE_BYTES = 20

const SIGNED_BLOCK: TypeExpression = { struct: 'signed_block' }
const PROCESSED: TypeExpression = { struct: 'processed_transaction' }
const MIN_TRANSACTION_SIZE_BYTES = minSizeBytes(PROCESSED)
const MIN_TRANSACTION_READS = minReads(PROCESSED)
const NO_TRANSACTIONS: readonly TransactionPlace[] = Object.freeze([])

/** Where the parts of a block are, counted from its start. */
interface BlockPlaces {
  readonly rootStart: number
  readonly signatureStart: number
  readonly transactions: readonly TransactionPlace[]
  readonly isHeaderCanonical: boolean
}

/**
 * A block in its bytes, for following a chain: all of it checked, its id computed, and nothing else made until it is asked
 * for. It has the members of a `signed_block` by their names on the wire.
 */
export class BlockView implements types.SignedBlock {
  readonly number: number
  /** Computed, not the one that the sender says it has. */
  readonly id: BlockId
  /** Seconds since 1970, UTC. */
  readonly timestamp: number
  /** The number of the witness: 5 for `1.6.5`. */
  readonly witnessInstance: number
  /** The packed `signed_block` as received. */
  readonly raw: Uint8Array
  /** How many transactions the block says it has: more than {@link transactions} if some are {@link opaque}. */
  readonly transactionCount: number
  /**
   * The bytes from the first transaction on that cannot be read, if there is one: it has an operation or an extension of a
   * later protocol, and as a transaction carries no length, what comes after it cannot be found either.
   */
  readonly opaque: Uint8Array | undefined
  readonly #places: BlockPlaces
  readonly #prefix: string
  #reader: ChainReader | undefined
  #transactions: readonly Transaction[] | undefined
  #merkle: 'ok' | 'bad' | 'unchecked' | undefined

  /** Reads the block at `r`, of which `copy` keeps the bytes. Throws {@link DecodeError} without a path. */
  constructor(r: ChainReader, copy: boolean, hasTrailingId: boolean) {
    const start = r.offset
    const { source } = r
    // A number has 32 bits: after the last one comes 0, as in core.
    this.number = (r.view.getUint32(r.take(PREVIOUS_SIZE_BYTES)) + 1) >>> 0
    this.timestamp = r.uint32()
    this.witnessInstance = r.instance()
    const rootStart = r.take(ROOT_SIZE_BYTES) - start
    r.extensions()
    const signatureStart = r.take(SIGNATURE_SIZE_BYTES) - start
    const headerEnd = r.offset
    const isHeaderCanonical = r.canonical
    this.transactionCount = r.count(MIN_TRANSACTION_SIZE_BYTES, undefined, MIN_TRANSACTION_READS)
    const transactions = passTransactions(r, start, this.transactionCount)
    const knownEnd = r.offset
    const isKnown = transactions.length === this.transactionCount
    if (!isKnown) passRest(r, hasTrailingId ? ID_SIZE_BYTES : 0)
    const end = r.offset

    this.raw = copy ? source.slice(start, end) : source.subarray(start, end)
    this.opaque = isKnown ? undefined : this.raw.subarray(knownEnd - start)
    this.#places = { rootStart, signatureStart, transactions, isHeaderCanonical }
    this.#prefix = r.prefix
    const signedHeader = isHeaderCanonical
      ? source.subarray(start, headerEnd)
      : this.#header('signed_block_header')
    this.id = toBlockId(this.number, signedHeader)
  }

  get previous(): BlockId {
    return toHex(this.raw, 0, PREVIOUS_SIZE_BYTES)
  }

  get witness(): ObjectId<1, 6> {
    return objectIdToText(1, 6, this.witnessInstance)
  }

  get transaction_merkle_root(): string {
    const { rootStart } = this.#places
    return toHex(this.raw, rootStart, rootStart + ROOT_SIZE_BYTES)
  }

  get extensions(): FutureExtensions {
    return this.#r.at(this.#places.rootStart + ROOT_SIZE_BYTES).extensions()
  }

  get witness_signature(): string {
    return toHex(this.witnessSignature)
  }

  /** The signature's 65 bytes. */
  get witnessSignature(): Uint8Array {
    const { signatureStart } = this.#places
    return this.raw.subarray(signatureStart, signatureStart + SIGNATURE_SIZE_BYTES)
  }

  /** The 32 bytes that the witness signs. */
  get headerDigest(): Uint8Array {
    const { isHeaderCanonical, signatureStart } = this.#places
    return toHeaderDigest(
      isHeaderCanonical ? this.raw.subarray(0, signatureStart) : this.#header('block_header'),
    )
  }

  /** Those that can be read; see {@link opaque}. */
  get transactions(): readonly Transaction[] {
    return (this.#transactions ??= this.#places.transactions.map(
      (place) => new Transaction(this.#r, place, true),
    ))
  }

  /** Whether the transactions are those that the header names; `unchecked` if not all can be read. */
  get merkle(): 'ok' | 'bad' | 'unchecked' {
    return (this.#merkle ??= this.#checkMerkle())
  }

  /** As bitshares-core prints it. */
  toJSON(): unknown {
    return toJson('signed_block', this)
  }

  get #r(): ChainReader {
    return (this.#reader ??= new ChainReader(this.raw, 0, this.raw.length, this.#prefix))
  }

  #checkMerkle(): 'ok' | 'bad' | 'unchecked' {
    if (this.opaque !== undefined) return 'unchecked'
    const leaves = this.#places.transactions.map(({ start, end, isCanonical }) =>
      toMerkleLeaf(
        isCanonical ? this.raw.subarray(start, end) : canonicalBytes(PROCESSED, this.#r.at(start)),
      ),
    )
    return toMerkleRoot(leaves) === this.transaction_merkle_root ? 'ok' : 'bad'
  }

  #header(struct: 'block_header' | 'signed_block_header'): Uint8Array {
    return canonicalBytes({ struct }, this.#r.at(0))
  }
}

/** Passes transactions up to the end, or to the first that has something of a later protocol in it. */
function passTransactions(r: ChainReader, blockStart: number, count: number): readonly TransactionPlace[] {
  if (count === 0) return NO_TRANSACTIONS
  const places: TransactionPlace[] = []
  for (let index = 0; index < count; index += 1) {
    const at = r.offset
    r.canonical = true
    try {
      const unsignedEnd = passTransaction(r, true) - blockStart
      places.push({
        start: at - blockStart,
        unsignedEnd,
        end: r.offset - blockStart,
        isCanonical: r.canonical,
      })
    } catch (failure) {
      if (!(failure instanceof DecodeError) || failure.code !== 'TAG') throw failure
      r.offset = at
      return places
    }
  }
  return places
}

/** Passes everything but the last `keptBytes`. */
function passRest(r: ChainReader, keptBytes: number): void {
  if (r.remaining < keptBytes) r.take(keptBytes)
  r.take(r.remaining - keptBytes)
}

/**
 * The block in `bytes`; what follows it is ignored.
 *
 * Throws {@link DecodeError} with the path and offset of what does not fit. An unknown operation or extension is no error:
 * see {@link BlockView.opaque}.
 */
export function viewBlock(bytes: Uint8Array, options: BlockReadOptions = {}): BlockView {
  const { copy = true, offset = 0, prefix = DEFAULT_KEY_PREFIX, hasTrailingId = false } = options
  const r = new ChainReader(bytes, offset, bytes.length, prefix)
  try {
    return new BlockView(r, copy, hasTrailingId)
  } catch (failure) {
    throw withPath(failure, 'signed_block', SIGNED_BLOCK, r, offset)
  }
}

/**
 * The block in the payload of a `block_message`, and the id that its sender says it has, which core never compares with
 * the block (`core_messages.hpp`, `block_message`).
 *
 * The message is asked for by that id while syncing, so that a receiver has to compare them. Where the end of the block
 * cannot be known, the id is in the last 20 bytes. Throws as {@link viewBlock} does.
 */
export function viewBlockMessage(
  payload: Uint8Array,
  options: ReadOptions = {},
): { readonly block: BlockView; readonly blockId: BlockId } {
  const block = viewBlock(payload, { ...options, hasTrailingId: true })
  const at = block.raw.length
  if (payload.length < at + ID_SIZE_BYTES) {
    const left = payload.length - at
    throw new DecodeError(
      'SHORT',
      `needs ${ID_SIZE_BYTES} bytes, ${left} are left`,
      at,
      'block_message.block_id',
    )
  }
  return { block, blockId: toHex(payload, at, at + ID_SIZE_BYTES) }
}
