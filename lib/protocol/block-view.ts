import { toHex } from '#platform'
import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { DecodeError } from '../errors.ts'
import { isSame, uint32BigEndian, uint32LittleEndian, viewOf } from '../wire/bytes.ts'
import type { BlockLayout, TransactionPlace } from './block-layout.ts'
import {
  NO_TRANSACTIONS,
  plainLayoutAt,
  plainWitnessAt,
  PREVIOUS_SIZE_BYTES,
  ROOT_SIZE_BYTES,
  SIGNATURE_SIZE_BYTES,
} from './block-layout.ts'
import type { FutureExtensions } from './chain-reader.ts'
import { ChainReader } from './chain-reader.ts'
import type * as types from './generated/types.ts'
import type { BlockId } from './identities.ts'
import {
  blockIdOf,
  ID_SIZE_BYTES,
  isBlockIdAt,
  toBlockDigest,
  toHeaderDigest,
  toMerkleLeaf,
  toMerkleRoot,
  toMessageHash,
  writeBlockId,
} from './identities.ts'
import { toJson } from './json.ts'
import { minReads, minSizeBytes } from './layout.ts'
import type { ObjectId } from './object-id.ts'
import { objectIdToText } from './object-id.ts'
import type { PayloadPlace, PlainHeaders } from './plain-headers.ts'
import type { TypeExpression } from './schema.ts'
import type { ReadOptions } from './transaction.ts'
import { passTransaction, Transaction } from './transaction.ts'
import { merkleRootInStep, TransactionIds } from './transaction-hashes.ts'
import { canonicalBytes, withPath } from './transcode.ts'

export interface BlockReadOptions extends ReadOptions {
  /** Where the block starts; default 0. */
  readonly offset?: number
  /** Whether the block's id follows it, as in a `block_message`; default false. */
  readonly hasTrailingId?: boolean
}

const TIMESTAMP_START = 20

const SIGNED_BLOCK: TypeExpression = { struct: 'signed_block' }
const PROCESSED: TypeExpression = { struct: 'processed_transaction' }
const MIN_TRANSACTION_SIZE_BYTES = minSizeBytes(PROCESSED)
const MIN_TRANSACTION_READS = minReads(PROCESSED)

/** What is made of a block's bytes when it is asked for. */
interface Made {
  raw?: Uint8Array
  reader?: ChainReader
  transactions?: readonly Transaction[]
  merkle?: 'ok' | 'bad'
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
  /** The memory it stands in, from `#start` on; what it came in, a message perhaps, goes on to `#end`. */
  readonly #bytes: Uint8Array
  readonly #start: number
  readonly #end: number
  readonly #layout: BlockLayout
  readonly #prefix: string
  /** See `toBlockDigest`. Absent where the id stands behind the block and nothing else need be kept. */
  #digest: string | undefined
  #id: BlockId | undefined
  #kept: Made | undefined

  /** `digest`: see `toBlockDigest`; undefined where the block's own id stands behind it. */
  constructor(
    bytes: Uint8Array,
    start: number,
    end: number,
    layout: BlockLayout,
    witnessInstance: number,
    digest: string | undefined,
    prefix: string,
  ) {
    // A number has 32 bits: after the last one comes 0, as in core.
    this.number = (uint32BigEndian(bytes, start) + 1) >>> 0
    this.timestamp = uint32LittleEndian(bytes, start + TIMESTAMP_START)
    this.witnessInstance = witnessInstance
    this.#bytes = bytes
    this.#start = start
    this.#end = end
    this.#layout = layout
    this.#prefix = prefix
    this.#digest = digest
  }

  /** Computed, not the one that the sender says it has. */
  get id(): BlockId {
    return (this.#id ??= this.#toId())
  }

  /** Whether its id stands there. Costs much less than making it. */
  isNamedAt(bytes: Uint8Array, at: number): boolean {
    if (this.#digest !== undefined) return isBlockIdAt(bytes, at, this.number, this.#digest)
    return isSame(this.#bytes, this.#start + this.#layout.sizeBytes, bytes, at, ID_SIZE_BYTES)
  }

  /** Writes its id there, 20 bytes. Costs much less than making it. */
  writeId(into: Uint8Array, at: number): void {
    if (this.#digest !== undefined) {
      writeBlockId(into, at, this.number, this.#digest)
      return
    }
    const from = this.#start + this.#layout.sizeBytes
    for (let index = 0; index < ID_SIZE_BYTES; index += 1)
      into[at + index] = this.#bytes[from + index] as number
  }

  /** Whether the 20 bytes there are the id of the block before. */
  followsAt(bytes: Uint8Array, at: number): boolean {
    return isSame(this.#bytes, this.#start, bytes, at, PREVIOUS_SIZE_BYTES)
  }

  /** Whether its id stands behind it in what it came in, as in a `block_message`. If so it is read from there. */
  isFollowedByItsId(): boolean {
    const at = this.#start + this.#layout.sizeBytes
    const isRight = at + ID_SIZE_BYTES <= this.#end && this.isNamedAt(this.#bytes, at)
    if (isRight) this.#digest = undefined
    return isRight
  }

  /**
   * RIPEMD-160 of the message it came in, or would be sent in: the name under which peers announce it (`message.hpp`,
   * `message::id`).
   */
  get messageHash(): string {
    // What stands behind the id is part of the message as well.
    if (this.#digest === undefined) return toMessageHash(this.#view(0, this.#end - this.#start))
    const { sizeBytes } = this.#layout
    const message = new Uint8Array(sizeBytes + ID_SIZE_BYTES)
    message.set(this.raw)
    this.writeId(message, sizeBytes)
    return toMessageHash(message)
  }

  /** Bytes of the packed `signed_block`. */
  get sizeBytes(): number {
    return this.#layout.sizeBytes
  }

  /** The packed `signed_block` as received. */
  get raw(): Uint8Array {
    return (this.#made.raw ??= this.#view(0, this.#layout.sizeBytes))
  }

  get previous(): BlockId {
    return toHex(this.#bytes, this.#start, this.#start + PREVIOUS_SIZE_BYTES)
  }

  get witness(): ObjectId<1, 6> {
    return objectIdToText(1, 6, this.witnessInstance)
  }

  get transaction_merkle_root(): string {
    const at = this.#start + this.#layout.rootStart
    return toHex(this.#bytes, at, at + ROOT_SIZE_BYTES)
  }

  get extensions(): FutureExtensions {
    return this.#r.at(this.#layout.rootStart + ROOT_SIZE_BYTES).extensions()
  }

  get witness_signature(): string {
    return toHex(this.witnessSignature)
  }

  /** The signature's 65 bytes. */
  get witnessSignature(): Uint8Array {
    const { signatureStart } = this.#layout
    return this.#view(signatureStart, signatureStart + SIGNATURE_SIZE_BYTES)
  }

  /** The 32 bytes that the witness signs. */
  get headerDigest(): Uint8Array {
    const { isHeaderCanonical, signatureStart } = this.#layout
    return toHeaderDigest(
      isHeaderCanonical
        ? this.#view(0, signatureStart)
        : canonicalBytes({ struct: 'block_header' }, this.#r.at(0)),
    )
  }

  /** How many transactions the block says it has: more than {@link transactions} if some are {@link opaque}. */
  get transactionCount(): number {
    return this.#layout.transactionCount
  }

  /** Those that can be read; see {@link opaque}. */
  get transactions(): readonly Transaction[] {
    if (this.#made.transactions !== undefined) return this.#made.transactions
    const { transactions: places, chainId } = this.#layout
    const ids = new TransactionIds(this.#r.source, places)
    return (this.#made.transactions = places.map(
      (place, index) => new Transaction(this.#r, place, true, chainId, ids, index),
    ))
  }

  /**
   * The bytes from the first transaction on that cannot be read, if there is one: it has an operation or an extension of a
   * later protocol, and as a transaction carries no length, what comes after it cannot be found either.
   */
  get opaque(): Uint8Array | undefined {
    const { opaqueStart, sizeBytes } = this.#layout
    return opaqueStart === undefined ? undefined : this.#view(opaqueStart, sizeBytes)
  }

  /** Whether the transactions are those that the header names; `unchecked` if not all can be read. */
  get merkle(): 'ok' | 'bad' | 'unchecked' {
    const { transactionCount, opaqueStart, rootStart } = this.#layout
    if (opaqueStart !== undefined) return 'unchecked'
    if (transactionCount === 0)
      return isZero(this.#bytes, this.#start + rootStart, ROOT_SIZE_BYTES) ? 'ok' : 'bad'
    return (this.#made.merkle ??= this.#checkMerkle())
  }

  /** As bitshares-core prints it. */
  toJSON(): unknown {
    return toJson('signed_block', this)
  }

  get #r(): ChainReader {
    return (this.#made.reader ??= new ChainReader(this.raw, 0, this.raw.length, this.#prefix))
  }

  #toId(): BlockId {
    if (this.#digest !== undefined) return blockIdOf(this.number, this.#digest)
    const at = this.#start + this.#layout.sizeBytes
    return toHex(this.#bytes, at, at + ID_SIZE_BYTES)
  }

  get #made(): Made {
    return (this.#kept ??= {})
  }

  /** A view of some of its bytes. */
  #view(from: number, to: number): Uint8Array {
    return viewOf(this.#bytes, this.#start + from, this.#start + to)
  }

  #checkMerkle(): 'ok' | 'bad' {
    const { transactions, sizeBytes } = this.#layout
    const root = merkleRootInStep(this.#view(0, sizeBytes), transactions) ?? this.#rootOneByOne()
    return root === this.transaction_merkle_root ? 'ok' : 'bad'
  }

  #rootOneByOne(): string {
    const leaves = this.#layout.transactions.map(({ start, end, isCanonical }) =>
      toMerkleLeaf(isCanonical ? this.#view(start, end) : canonicalBytes(PROCESSED, this.#r.at(start))),
    )
    return toMerkleRoot(leaves)
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

/** Reads the block at `r`; `copy` gives it its own bytes. Throws {@link DecodeError} without a path. */
function readBlock(
  r: ChainReader,
  copy: boolean,
  hasTrailingId: boolean,
  chainId: string | undefined,
): BlockView {
  const start = r.offset
  const { source } = r
  r.take(PREVIOUS_SIZE_BYTES)
  r.uint32()
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
  const sizeBytes = r.offset - start
  const signedHeader = isHeaderCanonical
    ? viewOf(source, start, headerEnd)
    : canonicalBytes({ struct: 'signed_block_header' }, new ChainReader(source, start, r.offset, r.prefix))
  const layout = {
    sizeBytes,
    rootStart,
    signatureStart,
    isHeaderCanonical,
    transactionCount,
    transactions,
    opaqueStart: isKnown ? undefined : knownEnd - start,
    chainId,
  }
  return toView(source, start, r.end, layout, witnessInstance, toBlockDigest(signedHeader), r.prefix, copy)
}

/** Gives the view its own bytes if it is to have them. */
function toView(
  source: Uint8Array,
  start: number,
  end: number,
  layout: BlockLayout,
  witnessInstance: number,
  digest: string,
  prefix: string,
  copy: boolean,
): BlockView {
  if (!copy) return new BlockView(source, start, end, layout, witnessInstance, digest, prefix)
  const { sizeBytes } = layout
  const own = new Uint8Array(viewOf(source, start, start + sizeBytes))
  return new BlockView(own, 0, sizeBytes, layout, witnessInstance, digest, prefix)
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
  const end = bytes.length
  const plain = plainLayoutAt(bytes, offset, end)
  if (plain !== undefined) {
    const digest = toBlockDigest(viewOf(bytes, offset, offset + plain.sizeBytes - 1))
    return toView(bytes, offset, end, plain, plainWitnessAt(bytes, offset), digest, prefix, copy)
  }
  const r = new ChainReader(bytes, offset, end, prefix)
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
 * does, for those who have no use for a block under another's name, and many of them to read: `headers` are those of all of
 * them, `index` says which is this one's.
 *
 * Does not copy. Throws as {@link viewBlock} does.
 */
export function viewNamedBlock(
  place: PayloadPlace,
  prefix: string,
  headers: PlainHeaders,
  index: number,
  chainId?: string,
): BlockView | undefined {
  const { bytes, start, end } = place
  const plain = headers.layoutAt(index)
  if (plain === undefined) {
    const block = view(place.payload, 0, prefix, false, true, chainId)
    checkRoomForId(block.sizeBytes, end - start)
    return block.isFollowedByItsId() ? block : undefined
  }
  checkRoomForId(plain.sizeBytes, end - start)
  return headers.isNamedAt(index)
    ? new BlockView(bytes, start, end, plain, plainWitnessAt(bytes, start), undefined, prefix)
    : undefined
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
  checkRoomForId(block.sizeBytes, payload.length)
  return { block, blockId: toHex(payload, block.sizeBytes, block.sizeBytes + ID_SIZE_BYTES) }
}

function checkRoomForId(at: number, payloadSizeBytes: number): void {
  const left = payloadSizeBytes - at
  if (left >= ID_SIZE_BYTES) return
  throw new DecodeError(
    'SHORT',
    `needs ${ID_SIZE_BYTES} bytes, ${left} are left`,
    at,
    'block_message.block_id',
  )
}
