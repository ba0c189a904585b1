import { addressToText, publicKeyToText } from '../crypto/key-text.ts'
import { DecodeError } from '../errors.ts'
import { ByteReader, MAX_READS } from '../wire/byte-reader.ts'
import type { ObjectId, VoteId } from './object-id.ts'
import { MAX_INSTANCE, objectIdToText, voteIdToText } from './object-id.ts'

/** The only member that `extensions_type` has, `static_variant<void_t>` (`base.hpp`): a tag without content. */
export type FutureExtensions = readonly (readonly [0, Readonly<Record<string, never>>])[]

const NO_EXTENSIONS: FutureExtensions = Object.freeze([])
const VOID_EXTENSION: FutureExtensions = Object.freeze([[0, {}] as const])

/**
 * Reads chain types. Decoded values keep the reader they came from: it holds the bytes that their text is made of when
 * it is asked for, and what keys begin with.
 */
export class ChainReader extends ByteReader {
  /** What public keys and addresses begin with. */
  readonly prefix: string

  constructor(source: Uint8Array, offset: number, end: number, prefix: string) {
    super(source, offset, end)
    this.prefix = prefix
  }

  /** The same reader at `offset`, for bytes that were read before. */
  at(offset: number): this {
    this.offset = offset
    this.budget = MAX_READS
    return this
  }

  /** The instance of an object whose space and type are known. */
  instance(): number {
    const at = this.offset
    const instance = this.varint()
    if (instance > MAX_INSTANCE) throw tooLarge(instance, at)
    return instance
  }

  objectId<Space extends number, Type extends number>(space: Space, type: Type): ObjectId<Space, Type> {
    return objectIdToText(space, type, this.instance())
  }

  /** An `object_id_type`: space in the highest byte, type in the next, instance below. */
  anyObjectId(): ObjectId {
    const at = this.take(8)
    const high = this.view.getUint32(at + 4, true)
    const instance = (high & 0xffff) * 2 ** 32 + this.view.getUint32(at, true)
    return objectIdToText(high >>> 24, (high >>> 16) & 0xff, instance)
  }

  voteId(): VoteId {
    return voteIdToText(this.uint32())
  }

  publicKey(): string {
    const at = this.take(33)
    return publicKeyToText(this.source.subarray(at, at + 33), this.prefix)
  }

  address(): string {
    const at = this.take(20)
    return addressToText(this.source.subarray(at, at + 20), this.prefix)
  }

  /** The high half comes first (`fc/io/raw.hpp`, `unpack` of `uint128_t`). */
  uint128(): bigint {
    const high = this.uint64()
    return (high << 64n) | this.uint64()
  }

  /** `extensions_type`: empty on every chain so far; a tag other than 0 is `TAG`. */
  extensions(): FutureExtensions {
    const count = this.count(1)
    if (count === 0) return NO_EXTENSIONS
    for (let index = 0; index < count; index += 1) {
      const at = this.offset
      if (this.varint() !== 0) throw new DecodeError('TAG', 'an extension of a later protocol', at)
    }
    if (count > 1) this.canonical = false
    return VOID_EXTENSION
  }

  /** Passes a zero byte, if one is next. */
  passZero(): boolean {
    if (this.offset >= this.end || this.source[this.offset] !== 0) return false
    this.offset += 1
    return true
  }

  /** The tag of a variant that has `count` types; another one is `TAG`. */
  tag(count: number, variant: string): number {
    const at = this.offset
    const tag = this.varint()
    if (tag >= count) throw unknownTag(tag, variant, at)
    return tag
  }

  /**
   * The index of the next member of an `extension<T>` with `count` members. They ascend (`ext.hpp`,
   * `graphene_extension_unpack_visitor`); one that does not, or that nobody knows, is `TAG`.
   */
  memberAfter(previous: number, count: number): number {
    const at = this.offset
    const index = this.varint()
    if (index <= previous || index >= count) throw unknownTag(index, 'extension', at)
    return index
  }
}

function unknownTag(tag: number, variant: string, at: number): DecodeError {
  return new DecodeError('TAG', `no ${variant} has the tag ${tag} here`, at)
}

function tooLarge(instance: number, at: number): DecodeError {
  return new DecodeError('VALUE', `instance ${instance} is above 2^48 - 1`, at)
}
