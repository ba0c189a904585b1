/**
 * Why a peer's stream ended through its own fault.
 *
 * - `FRAME_TOO_LARGE`: a header announced more than the limit for its type or state.
 * - `DECODE`: a payload does not fit its schema; `cause` is the {@link DecodeError}.
 * - `BAD_KEY`: the key sent at connect is not a point of the curve, or is our own.
 * - `BAD_HELLO`: the hello's signature, node id or fields do not hold.
 * - `UNEXPECTED_MESSAGE`: a message that this state of the connection forbids.
 * - `UNREQUESTED_ITEM`: a block or transaction nobody asked for.
 * - `BAD_ID_LIST`: a list of block ids with a gap, or one that does not continue what we sent.
 * - `BAD_BLOCK`: a block that is not the one its id names, or breaks a rule.
 * - `OVERFLOW`: the peer does not read what it asked for, or sends faster than it may.
 */
export type PeerFaultCode =
  | 'FRAME_TOO_LARGE'
  | 'DECODE'
  | 'BAD_KEY'
  | 'BAD_HELLO'
  | 'UNEXPECTED_MESSAGE'
  | 'UNREQUESTED_ITEM'
  | 'BAD_ID_LIST'
  | 'BAD_BLOCK'
  | 'OVERFLOW'

/**
 * Why a connection ended without anybody's fault.
 *
 * - `UNREACHABLE`: TCP could not connect (refused, no route, name not found).
 * - `TIMEOUT`: a deadline passed; the message says which.
 * - `RESET`: the connection broke.
 * - `CLOSED`: the peer closed it, politely or not; the message carries its reason.
 * - `REJECTED`: the peer answered our hello with a rejection.
 * - `WRONG_CHAIN`: the peer is on another chain.
 * - `SELF`: the peer is this very node.
 * - `DUPLICATE`: there is already a connection to the same node.
 * - `STOPPED`: we closed it, because the node stops or needs the place.
 */
export type LinkErrorCode =
  | 'UNREACHABLE'
  | 'TIMEOUT'
  | 'RESET'
  | 'CLOSED'
  | 'REJECTED'
  | 'WRONG_CHAIN'
  | 'SELF'
  | 'DUPLICATE'
  | 'STOPPED'

/**
 * The caller's mistake.
 *
 * - `BAD_OPTION`: an option has a value that cannot be.
 * - `BAD_VALUE`: a value does not fit the type it should be encoded as.
 * - `BAD_KEY`: a text is not a public or private key.
 * - `OVERFLOW`: a `for await` loop fell behind a stream that cannot be made to wait, or more was given to a store than may
 *   wait for it.
 * - `NOT_LINKED`: blocks given to a store do not continue what it holds.
 */
export type UsageErrorCode = 'BAD_OPTION' | 'BAD_VALUE' | 'BAD_KEY' | 'OVERFLOW' | 'NOT_LINKED'

/**
 * Why a store cannot do what is asked.
 *
 * - `UNAVAILABLE`: the library that keeps blocks on disk is not installed, or has no build for this machine.
 * - `LOCKED`: another process has the directory open.
 * - `WRONG_CHAIN`: the directory holds blocks of another chain.
 * - `WRONG_VERSION`: the directory was written by a later version, or by something else.
 * - `DAMAGED`: what is on disk is not what was written; `range` says which blocks, where that is known.
 * - `DISK_FULL`: there is no room to open the store. Once open, a store waits for room instead.
 * - `IO`: the file system refused; `cause` says what.
 * - `CLOSED`: the store was closed before the blocks were durable.
 */
export type StoreErrorCode =
  'UNAVAILABLE' | 'LOCKED' | 'WRONG_CHAIN' | 'WRONG_VERSION' | 'DAMAGED' | 'DISK_FULL' | 'IO' | 'CLOSED'

/**
 * Why bytes do not fit a type.
 *
 * - `SHORT`: the bytes end before the value does.
 * - `LENGTH`: a count or length is larger than what is left, or than its limit.
 * - `VARINT`: a variable-length integer has more than ten bytes or more than 64 bits.
 * - `BOOL`: a byte other than 0 or 1 where a bool stands.
 * - `TAG`: an unknown tag of a variant.
 * - `DEPTH`: nested deeper than allowed.
 * - `VALUE`: a value outside the range of its type.
 */
export type DecodeErrorCode = 'SHORT' | 'LENGTH' | 'VARINT' | 'BOOL' | 'TAG' | 'DEPTH' | 'VALUE'

/** Base of every error this library throws or emits. Match on `code`: it is stable, the message is for people. */
export abstract class RxBitsharesError extends Error {
  abstract readonly code: string
  override get name(): string {
    return this.constructor.name
  }
}

/** The remote side broke the protocol: that peer's connection ends, nothing else. */
export class PeerFault extends RxBitsharesError {
  readonly code: PeerFaultCode
  constructor(code: PeerFaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The network failed, or the two sides parted without fault: no penalty, the peer is dialled again later. */
export class LinkError extends RxBitsharesError {
  readonly code: LinkErrorCode
  constructor(code: LinkErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The caller's mistake, thrown at the call. */
export class UsageError extends RxBitsharesError {
  readonly code: UsageErrorCode
  constructor(code: UsageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A store of blocks failed: nobody's mistake, nothing to do with peers. What was durable before stays so. */
export class StoreError extends RxBitsharesError {
  readonly code: StoreErrorCode
  /** The first and the last number of the blocks it is about. */
  readonly range: readonly [first: number, last: number] | undefined
  constructor(
    code: StoreErrorCode,
    message: string,
    options: ErrorOptions & { readonly range?: readonly [first: number, last: number] } = {},
  ) {
    super(message, options)
    this.code = code
    this.range = options.range
  }
}

/** Our own bug. Never attributed to a peer. */
export class InternalError extends RxBitsharesError {
  readonly code = 'INTERNAL'
}

/** Bytes that do not fit a type. `path` names the field (`signed_block.transactions[3].operations[0]`), `offset` the byte. */
export class DecodeError extends RxBitsharesError {
  readonly code: DecodeErrorCode
  readonly path: string
  readonly offset: number
  readonly detail: string
  constructor(code: DecodeErrorCode, detail: string, offset: number, path = '') {
    super(`${path === '' ? '' : `${path}: `}${detail} (at byte ${offset})`)
    this.code = code
    this.detail = detail
    this.offset = offset
    this.path = path
  }
}

/** Whatever was thrown, as an error of ours; what is not ours already is our bug. Total. */
export function toRxBitsharesError(thrown: unknown): RxBitsharesError {
  if (thrown instanceof RxBitsharesError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new InternalError(message, { cause: thrown })
}
