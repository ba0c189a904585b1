import { toHex } from '#platform'
import { matchesHex } from '../wire/hex.ts'
import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { DecodeError } from '../errors.ts'
import type { FutureExtensions } from './chain-reader.ts'
import { ChainReader } from './chain-reader.ts'
import type * as types from './generated/types.ts'
import type { BlockId } from './identities.ts'
import {
  blockIdOf,
  isBlockId,
  isBlockIdAt,
  toBlockDigest,
  toHeaderDigest,
  toMerkleLeaf,
  toMerkleRoot,
} from './identities.ts'
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

/** What reading a block finds; places are counted from its start. */
interface BlockParts {
  readonly raw: Uint8Array
  readonly number: number
  /** See `toBlockDigest`. */
  readonly digest: string
  readonly timestamp: number
  readonly witnessInstance: number
  readonly rootStart: number
  readonly signatureStart: number
  readonly isHeaderCanonical: boolean
  readonly transactionCount: number
  readonly transactions: readonly TransactionPlace[]
  readonly opaque: Uint8Array | undefined
  readonly prefix: string
  readonly chainId: string | undefined
}

/**
 * A block in its bytes, for following a chain: all of it checked, its id computed, and nothing else made until it is asked
 * for. It has the members of a `signed_block` by their names on the wire.
 */
export class BlockView implements types.SignedBlock {
  readonly number: number
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
  readonly #parts: BlockParts
  #id: BlockId | undefined
  #reader: ChainReader | undefined
  #transactions: readonly Transaction[] | undefined
  #merkle: 'ok' | 'bad' | 'unchecked' | undefined

  constructor(parts: BlockParts) {
    this.number = parts.number
    this.timestamp = parts.timestamp
    this.witnessInstance = parts.witnessInstance
    this.raw = parts.raw
    this.transactionCount = parts.transactionCount
    this.opaque = parts.opaque
    this.#parts = parts
  }

  /** Computed, not the one that the sender says it has. */
  get id(): BlockId {
    return (this.#id ??= blockIdOf(this.number, this.#parts.digest))
  }

  /** Whether that is its id. Costs less than making it, and a right one is kept instead of another copy of it. */
  isCalled(id: BlockId): boolean {
    if (this.#id !== undefined) return this.#id === id
    const isRight = isBlockId(id, this.number, this.#parts.digest)
    if (isRight) this.#id = id
    return isRight
  }

  /** Whether its id stands there. */
  isNamedAt(bytes: Uint8Array, at: number): boolean {
    return isBlockIdAt(bytes, at, this.number, this.#parts.digest)
  }

  /** Whether the block with that id is the one before. */
  follows(id: BlockId): boolean {
    return matchesHex(this.raw, 0, id)
  }

  get previous(): BlockId {
    return toHex(this.raw, 0, PREVIOUS_SIZE_BYTES)
  }

  get witness(): ObjectId<1, 6> {
    return objectIdToText(1, 6, this.witnessInstance)
  }

  get transaction_merkle_root(): string {
    const { rootStart } = this.#parts
    return toHex(this.raw, rootStart, rootStart + ROOT_SIZE_BYTES)
  }

  get extensions(): FutureExtensions {
    return this.#r.at(this.#parts.rootStart + ROOT_SIZE_BYTES).extensions()
  }

  get witness_signature(): string {
    return toHex(this.witnessSignature)
  }

  /** The signature's 65 bytes. */
  get witnessSignature(): Uint8Array {
    const { signatureStart } = this.#parts
    return this.raw.subarray(signatureStart, signatureStart + SIGNATURE_SIZE_BYTES)
  }

  /** The 32 bytes that the witness signs. */
  get headerDigest(): Uint8Array {
    const { isHeaderCanonical, signatureStart } = this.#parts
    return toHeaderDigest(
      isHeaderCanonical
        ? this.raw.subarray(0, signatureStart)
        : canonicalBytes({ struct: 'block_header' }, this.#r.at(0)),
    )
  }

  /** Those that can be read; see {@link opaque}. */
  get transactions(): readonly Transaction[] {
    return (this.#transactions ??= this.#parts.transactions.map(
      (place) => new Transaction(this.#r, place, true, this.#parts.chainId),
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
    return (this.#reader ??= new ChainReader(this.raw, 0, this.raw.length, this.#parts.prefix))
  }

  #checkMerkle(): 'ok' | 'bad' | 'unchecked' {
    if (this.opaque !== undefined) return 'unchecked'
    if (this.transactionCount === 0)
      return isZero(this.raw, this.#parts.rootStart, ROOT_SIZE_BYTES) ? 'ok' : 'bad'
    const leaves = this.#parts.transactions.map(({ start, end, isCanonical }) =>
      toMerkleLeaf(
        isCanonical ? this.raw.subarray(start, end) : canonicalBytes(PROCESSED, this.#r.at(start)),
      ),
    )
    return toMerkleRoot(leaves) === this.transaction_merkle_root ? 'ok' : 'bad'
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

/** Reads the block at `r`, of which `copy` keeps the bytes. Throws {@link DecodeError} without a path. */
function readBlock(
  r: ChainReader,
  copy: boolean,
  hasTrailingId: boolean,
  chainId: string | undefined,
): BlockView {
  const start = r.offset
  const { source } = r
  // A number has 32 bits: after the last one comes 0, as in core.
  const number = (r.view.getUint32(r.take(PREVIOUS_SIZE_BYTES)) + 1) >>> 0
  const timestamp = r.uint32()
  const witnessInstance = r.instance()
  const rootStart = r.take(ROOT_SIZE_BYTES) - start
  r.extensions()
  const signatureStart = r.take(SIGNATURE_SIZE_BYTES) - start
  const headerEnd = r.offset
  const isHeaderCanonical = r.canonical
  const transactionCount = r.count(MIN_TRANSACTION_SIZE_BYTES, undefined, MIN_TRANSACTION_READS)
  const transactions = passTransactions(r, start, transactionCount)
  const knownEnd = r.offset
  const isKnown = transactions.length === transactionCount
  if (!isKnown) passRest(r, hasTrailingId ? ID_SIZE_BYTES : 0)
  const end = r.offset
  const raw = copy ? source.slice(start, end) : source.subarray(start, end)
  const signedHeader = isHeaderCanonical
    ? source.subarray(start, headerEnd)
    : canonicalBytes({ struct: 'signed_block_header' }, new ChainReader(raw, 0, raw.length, r.prefix))
  return new BlockView({
    raw,
    number,
    digest: toBlockDigest(signedHeader),
    timestamp,
    witnessInstance,
    rootStart,
    signatureStart,
    isHeaderCanonical,
    transactionCount,
    transactions,
    opaque: isKnown ? undefined : raw.subarray(knownEnd - start),
    prefix: r.prefix,
    chainId,
  })
}

const WITNESS_START = 24
const TIMESTAMP_START = 20

/**
 * The block at `start` if it is as plain as nearly all empty blocks are: no transactions, no extensions, a witness number
 * below 2^14 in its shortest form. Undefined for any other, which {@link readBlock} reads.
 *
 * Histories have long stretches of empty blocks; this is what makes them cost little more than their digest.
 */
function readPlainEmptyBlock(
  bytes: Uint8Array,
  start: number,
  copy: boolean,
  prefix: string,
): BlockView | undefined {
  const first = bytes[start + WITNESS_START] as number
  const second = bytes[start + WITNESS_START + 1] as number
  const isShort = first < 0x80
  if (!isShort && (second === 0 || second >= 0x80)) return undefined
  const rootStart = WITNESS_START + (isShort ? 1 : 2)
  const signatureStart = rootStart + ROOT_SIZE_BYTES + 1
  const headerSize = signatureStart + SIGNATURE_SIZE_BYTES
  const size = headerSize + 1
  if (
    start + size > bytes.length ||
    bytes[start + signatureStart - 1] !== 0 ||
    bytes[start + headerSize] !== 0
  ) {
    return undefined
  }
  const at = bytes.byteOffset + start
  const raw = copy ? bytes.slice(start, start + size) : new Uint8Array(bytes.buffer, at, size)
  const number = (uint32BigEndian(bytes, start) + 1) >>> 0
  return new BlockView({
    raw,
    number,
    digest: toBlockDigest(new Uint8Array(bytes.buffer, at, headerSize)),
    timestamp: uint32LittleEndian(bytes, start + TIMESTAMP_START),
    witnessInstance: isShort ? first : (first & 0x7f) + second * 128,
    rootStart,
    signatureStart,
    isHeaderCanonical: true,
    transactionCount: 0,
    transactions: NO_TRANSACTIONS,
    opaque: undefined,
    prefix,
    // It has nothing that anybody could have signed for a chain.
    chainId: undefined,
  })
}

function uint32BigEndian(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)) >>>
    0
  )
}

function uint32LittleEndian(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)) >>>
    0
  )
}

function isZero(bytes: Uint8Array, start: number, count: number): boolean {
  for (let at = start; at < start + count; at += 1) if (bytes[at] !== 0) return false
  return true
}

function view(
  bytes: Uint8Array,
  offset: number,
  prefix: string,
  copy: boolean,
  hasTrailingId: boolean,
  chainId: string | undefined,
): BlockView {
  const plain = readPlainEmptyBlock(bytes, offset, copy, prefix)
  if (plain !== undefined) return plain
  const r = new ChainReader(bytes, offset, bytes.length, prefix)
  try {
    return readBlock(r, copy, hasTrailingId, chainId)
  } catch (failure) {
    throw withPath(failure, 'signed_block', SIGNED_BLOCK, r, offset)
  }
}

/**
 * The block in `bytes`; what follows it is ignored.
 *
 * Throws {@link DecodeError} with the path and offset of what does not fit. An unknown operation or extension is no error:
 * see {@link BlockView.opaque}.
 */
export function viewBlock(bytes: Uint8Array, options: BlockReadOptions = {}): BlockView {
  const { copy = true, offset = 0, prefix = DEFAULT_KEY_PREFIX, hasTrailingId = false, chainId } = options
  return view(bytes, offset, prefix, copy, hasTrailingId, chainId)
}

/**
 * The block in the payload of a `block_message` if the id behind it is its own, else undefined. What {@link viewBlockMessage}
 * does, for those who have no use for a block under another's name, and many of them to read.
 *
 * Does not copy. Throws as {@link viewBlock} does.
 */
export function viewNamedBlock(payload: Uint8Array, prefix: string, chainId?: string): BlockView | undefined {
  const block = view(payload, 0, prefix, false, true, chainId)
  return block.isNamedAt(payload, endOfBlock(block, payload)) ? block : undefined
}

/** A block message: the block, and the id that its sender says it has. */
export interface BlockMessageView {
  readonly block: BlockView
  readonly blockId: BlockId
}

/**
 * The block in the payload of a `block_message`, and the id that its sender says it has, which core never compares with
 * the block (`core_messages.hpp`, `block_message`).
 *
 * The message is asked for by that id while syncing, so that a receiver has to compare them. Where the end of the block cannot be known, the id is in the last 20
 * bytes. Throws as {@link viewBlock} does.
 */
export function viewBlockMessage(payload: Uint8Array, options: ReadOptions = {}): BlockMessageView {
  const { copy = true, prefix = DEFAULT_KEY_PREFIX, chainId } = options
  const block = view(payload, 0, prefix, copy, true, chainId)
  const at = endOfBlock(block, payload)
  return { block, blockId: toHex(payload, at, at + ID_SIZE_BYTES) }
}

/** Where the id behind a block begins. */
function endOfBlock(block: BlockView, payload: Uint8Array): number {
  const at = block.raw.length
  if (payload.length >= at + ID_SIZE_BYTES) return at
  const left = payload.length - at
  throw new DecodeError(
    'SHORT',
    `needs ${ID_SIZE_BYTES} bytes, ${left} are left`,
    at,
    'block_message.block_id',
  )
}
