import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { packSignatures, readKeys, recoverPacked, type SignedDigest } from '../crypto/packed-signatures.ts'
import { signatures as backend } from '../crypto/signatures.ts'
import { UsageError } from '../errors.ts'
import type { TransactionPlace } from './block-layout.ts'
import type { FutureExtensions } from './chain-reader.ts'
import { ChainReader } from './chain-reader.ts'
import {
  ProcessedTransactionView,
  SignedTransactionView,
  skipTransaction,
  skipVectorOfFixedBytes65,
  skipVectorOfOperationResult,
} from './generated/decoders.ts'
import type * as types from './generated/types.ts'
import type { TransactionId } from './identities.ts'
import { toSigningDigest, toTransactionId } from './identities.ts'
import { toJson } from './json.ts'
import type { TypeExpression } from './schema.ts'
import { type Signers, toSigners } from './signers.ts'
import type { TransactionIds } from './transaction-hashes.ts'
import { canonicalBytes, withPath } from './transcode.ts'

const TRANSACTION: TypeExpression = { struct: 'transaction' }
const SIGNED: TypeExpression = { struct: 'signed_transaction' }
const NO_RESULTS: readonly types.OperationResult[] = Object.freeze([])

export interface ReadOptions {
  /** Whether to copy the bytes, so that a larger buffer around them can go; default true. */
  readonly copy?: boolean
  /** What public keys and addresses begin with; default `BTS`. */
  readonly prefix?: string
  /** The chain it is of, 64 hex digits: signatures sign it, too, and it does not stand in the bytes. */
  readonly chainId?: string | undefined
}

const SIGNATURE_SIZE_BYTES = 65

/** A transaction in its bytes: checked when it was found, decoded when its operations are asked for, and only once. */
export class Transaction implements types.ProcessedTransaction {
  readonly #r: ChainReader
  readonly #place: TransactionPlace
  readonly #isProcessed: boolean
  readonly #chainId: string | undefined
  readonly #ids: TransactionIds | undefined
  readonly #index: number
  #id: TransactionId | undefined
  #content: types.ProcessedTransaction | types.SignedTransaction | undefined

  /**
   * `isProcessed`: whether results of operations follow the signatures, as in a block; then `ids` makes the ids of all that are
   * in that block, and it is the one of that `index`.
   */
  constructor(
    reader: ChainReader,
    place: TransactionPlace,
    isProcessed: boolean,
    chainId?: string,
    ids?: TransactionIds,
    index = 0,
  ) {
    this.#r = reader
    this.#place = place
    this.#isProcessed = isProcessed
    this.#chainId = chainId
    this.#ids = ids
    this.#index = index
  }

  get id(): TransactionId {
    return (this.#id ??= this.#ids?.at(this.#index) ?? toTransactionId(this.#unsigned))
  }

  /** The bytes as received. A view: they share memory with the block or message they came in. */
  get raw(): Uint8Array {
    return this.#r.source.subarray(this.#place.start, this.#place.end)
  }

  /**
   * The payload of the `trx_message` it came in, with whatever stands behind it; undefined for one in a block. A view, as
   * {@link raw} is.
   */
  get message(): Uint8Array | undefined {
    return this.#isProcessed ? undefined : this.#r.source
  }

  get ref_block_num(): number {
    return this.#r.at(this.#place.start).uint16()
  }

  get ref_block_prefix(): number {
    return this.#r.at(this.#place.start + 2).uint32()
  }

  /** Seconds since 1970. */
  get expiration(): number {
    return this.#r.at(this.#place.start + 6).uint32()
  }

  get operations(): readonly types.Operation[] {
    return this.#decoded.operations
  }

  get extensions(): FutureExtensions {
    return this.#decoded.extensions
  }

  get signatures(): readonly string[] {
    return this.#decoded.signatures
  }

  /** Empty unless the transaction is in a block of a producer before 6.0.0. */
  get operation_results(): readonly types.OperationResult[] {
    return 'operation_results' in this.#decoded ? this.#decoded.operation_results : NO_RESULTS
  }

  /** The 32 bytes that its signatures sign on the chain with this id. */
  signingDigest(chainId: string): Uint8Array {
    return toSigningDigest(chainId, this.#unsigned)
  }

  /** What keys are recovered from: that digest with each of the signatures, in their order. The bytes are views. */
  signedDigests(chainId: string = this.#ownChainId): readonly SignedDigest[] {
    const digest = this.signingDigest(chainId)
    // After the digest, which may have moved the reader.
    const r = this.#r.at(this.#place.unsignedEnd)
    return Array.from({ length: r.varint() }, () => {
      const at = r.take(SIGNATURE_SIZE_BYTES)
      return { digest, signature: r.source.subarray(at, at + SIGNATURE_SIZE_BYTES) }
    })
  }

  /**
   * The keys that signed it, recovered here and now: a tenth of a millisecond each, some milliseconds without the native
   * library. For many transactions there is `recoverSigners`, which leaves the work to threads.
   *
   * @param chainId the chain it is signed for. Default: the chain it was read from, if whoever read it said so, as a node
   *   does. Throws {@link UsageError} `BAD_VALUE` when neither is known.
   */
  signers(chainId: string = this.#ownChainId): Signers {
    const signed = this.signedDigests(chainId)
    const packed = packSignatures(signed)
    recoverPacked(packed, backend)
    return toSigners(readKeys(packed, signed.length), 0, signed.length, this.keyPrefix)
  }

  /** What its keys begin with. */
  get keyPrefix(): string {
    return this.#r.prefix
  }

  get #ownChainId(): string {
    if (this.#chainId !== undefined) return this.#chainId
    throw new UsageError(
      'BAD_VALUE',
      'signatures sign the chain id too: say which chain the transaction is of',
    )
  }

  /** As bitshares-core prints it; with results if it is from a block. */
  toJSON(): unknown {
    return toJson(this.#isProcessed ? 'processed_transaction' : 'signed_transaction', this)
  }

  get #decoded(): types.ProcessedTransaction | types.SignedTransaction {
    const View = this.#isProcessed ? ProcessedTransactionView : SignedTransactionView
    return (this.#content ??= new View(this.#r.at(this.#place.start)))
  }

  /** What core packs without signatures. */
  get #unsigned(): Uint8Array {
    const { start, unsignedEnd, isCanonical } = this.#place
    return isCanonical
      ? this.#r.source.subarray(start, unsignedEnd)
      : canonicalBytes(TRANSACTION, this.#r.at(start))
  }
}

/** Passes a transaction, checking all of it, and returns the end of what its signatures sign. */
export function passTransaction(r: ChainReader, isProcessed: boolean): number {
  skipTransaction(r)
  const unsignedEnd = r.offset
  skipVectorOfFixedBytes65(r)
  if (isProcessed) skipVectorOfOperationResult(r)
  return unsignedEnd
}

/**
 * A transaction from the payload of a `trx_message`; what follows it is ignored.
 *
 * Throws {@link DecodeError} with the path and offset of what does not fit.
 */
export function readTransaction(payload: Uint8Array, options: ReadOptions = {}): Transaction {
  const { copy = true, prefix = DEFAULT_KEY_PREFIX, chainId } = options
  const source = copy ? Uint8Array.from(payload) : payload
  const r = new ChainReader(source, 0, source.length, prefix)
  try {
    const unsignedEnd = passTransaction(r, false)
    const place = { start: 0, unsignedEnd, end: r.offset, isCanonical: r.canonical }
    return new Transaction(r, place, false, chainId)
  } catch (failure) {
    throw withPath(failure, 'signed_transaction', SIGNED, r, 0)
  }
}
