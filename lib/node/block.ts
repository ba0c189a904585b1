import type { Cursor } from '../chain/cursor.ts'
import type { Verdict, VerifiableBlock, VerifyLevel } from '../chain/verify-block.ts'
import type { BlockView } from '../protocol/block-view.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import type { Transaction } from '../protocol/transaction.ts'

/** What was checked before a block was emitted. */
export interface Verification {
  /**
   * The highest level that it passed, see the `verify` option.
   *
   * - `links`: the id is that of its bytes, it continues the block before, its transactions are those of its merkle root,
   *   its time fits.
   * - `signatures`: and it is signed with its witness's key.
   * - `strict`: and it was that witness's turn.
   */
  readonly level: VerifyLevel
  /** `unchecked`: it has an operation this version does not know, see {@link Block.opaque}. */
  readonly merkle: 'ok' | 'unchecked'
  /**
   * What is known of the key that signed it: `known` from genesis, an operation or a checkpoint; `first_use` from the first
   * block of its witness that was seen, or the first with a new key; `unknown` where signatures are not looked at.
   */
  readonly signer: 'known' | 'first_use' | 'unknown'
}

/** Where a block came from. */
export interface Reception {
  /** `host:port` of the peer that delivered it, if one did. */
  readonly peer?: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `sync`: asked for by its id while catching up. `live`: announced by the peer. `store`: read from a store. */
  readonly source: 'sync' | 'live' | 'store'
}

/** What the chain found out about a block; undefined before it was verified. */
export let verdictOf: (block: Block) => Verdict | undefined
/** Notes what the chain found out about a block. */
export let setVerdict: (block: Block, verdict: Verdict) => void

/** A block of the chain. Its transactions are decoded when they are looked at. */
export class Block implements VerifiableBlock {
  static {
    verdictOf = (block) => block.#verdict
    setVerdict = (block, verdict) => {
      block.#verdict = verdict
    }
  }

  readonly number: number
  /** Seconds since 1970, UTC. */
  readonly timestamp: number
  readonly received: Reception
  readonly #view: BlockView
  #verdict: Verdict | undefined

  constructor(view: BlockView, reception: Reception) {
    this.number = view.number
    this.timestamp = view.timestamp
    this.received = reception
    this.#view = view
  }

  /** 40 hex digits, the number in the first eight. */
  get id(): string {
    return this.#view.id
  }

  /** The id of the block before; zeros for block 1. */
  get previous(): string {
    return this.#view.previous
  }

  /** Writes its id there, 20 bytes. */
  writeId(into: Uint8Array, at: number): void {
    this.#view.writeId(into, at)
  }

  /** Whether the 20 bytes there are the id of the block before. */
  followsAt(bytes: Uint8Array, at: number): boolean {
    return this.#view.followsAt(bytes, at)
  }

  get cursor(): Cursor {
    return { number: this.number, id: this.id }
  }

  /** Who produced it. */
  get witness(): ObjectId<1, 6> {
    return this.#view.witness
  }

  /** The number of its witness: 5 for `1.6.5`. */
  get witnessInstance(): number {
    return this.#view.witnessInstance
  }

  /** The 32 bytes that the witness signed. */
  get headerDigest(): Uint8Array {
    return this.#view.headerDigest
  }

  /** The 65 bytes with which the witness signed it. */
  get witnessSignature(): Uint8Array {
    return this.#view.witnessSignature
  }

  /** {@link witnessSignature} as hex. */
  get witness_signature(): string {
    return this.#view.witness_signature
  }

  get transactions(): readonly Transaction[] {
    return this.#view.transactions
  }

  /** Bytes of {@link raw}. */
  get sizeBytes(): number {
    return this.#view.sizeBytes
  }

  /** The packed `signed_block` as received. */
  get raw(): Uint8Array {
    return this.#view.raw
  }

  /**
   * What could not be read because an operation or extension of a later protocol stands at its beginning, if anything
   * does: a transaction carries no length, so everything from there on is one remainder.
   */
  get opaque(): Uint8Array | undefined {
    return this.#view.opaque
  }

  get verified(): Verification {
    const { level = 'links', signer = 'unknown' } = this.#verdict ?? {}
    return { level, merkle: this.#view.opaque === undefined ? 'ok' : 'unchecked', signer }
  }

  /** Exactly what bitshares-core's RPC prints. */
  toJSON(): Readonly<Record<string, unknown>> {
    return this.#view.toJSON() as Readonly<Record<string, unknown>>
  }
}
