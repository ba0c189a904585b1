// The entry point `rx-bitshares/codec`: chain types from and to bytes and JSON, in Node and in a browser.
import type { TypeName, TypeOf } from './protocol/decode.ts'
import type { JsonOptions } from './protocol/json.ts'
import { fromJson as readJson, toJson as printJson } from './protocol/json.ts'

export type { DecodeErrorCode, UsageErrorCode } from './errors.ts'
export { DecodeError, RxBitsharesError, UsageError } from './errors.ts'
export type { BlockMessageView, BlockReadOptions } from './protocol/block-view.ts'
export { BlockView, viewBlock, viewBlockMessage } from './protocol/block-view.ts'
export type { FutureExtensions } from './protocol/chain-reader.ts'
export type { DecodeOptions, TypeName, TypeOf } from './protocol/decode.ts'
export { decode } from './protocol/decode.ts'
export type { EncodeOptions } from './protocol/encode.ts'
export { encode } from './protocol/encode.ts'
export type * from './protocol/generated/types.ts'
export type { BlockId, TransactionId } from './protocol/identities.ts'
export { blockNumber, toMessageHash as messageHash } from './protocol/identities.ts'
export { blockId, headerDigest, merkleRoot, signingDigest, transactionId } from './protocol/identities-of.ts'
export type { JsonOptions } from './protocol/json.ts'
export type { ObjectId, VoteId } from './protocol/object-id.ts'
export { toPlain } from './protocol/plain.ts'
export type { Field, Primitive, TypeExpression } from './protocol/schema.ts'
export { OPERATION_NAMES, STRUCTS, VARIANTS } from './protocol/schema.ts'
export type { NoKeyReason, SignedDigest } from './crypto/packed-signatures.ts'
export type { RejectedSignature, Signers } from './protocol/signers.ts'
export type { ReadOptions } from './protocol/transaction.ts'
export { readTransaction, Transaction } from './protocol/transaction.ts'

/**
 * Returns a value as bitshares-core 7.0.2 prints it over RPC, in the form that `JSON.stringify` takes.
 *
 * Large integers become text, absent optionals are left out, members keep the order of the wire. Throws
 * {@link UsageError} `BAD_VALUE` with the path of what does not fit the type.
 */
export function toJson<Name extends TypeName>(
  type: Name,
  value: TypeOf<Name>,
  options?: JsonOptions,
): unknown {
  return printJson(type, value, options)
}

/**
 * Reads what bitshares-core prints, or `JSON.parse` gives of it, into plain objects that `encode` takes.
 *
 * As lenient as core in form: numbers may be text, what is optional may be missing. Throws {@link UsageError} `BAD_VALUE`
 * with the path.
 */
export function fromJson<Name extends TypeName>(
  type: Name,
  json: unknown,
  options?: JsonOptions,
): TypeOf<Name> {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- too large a union for the rule
  return readJson(type, json, options) as TypeOf<Name>
}
