export const PREVIOUS_SIZE_BYTES = 20
export const ROOT_SIZE_BYTES = 20
export const SIGNATURE_SIZE_BYTES = 65
export const NO_TRANSACTIONS: readonly TransactionPlace[] = Object.freeze([])

/** Where a transaction is: its bytes without signatures are `[start, unsignedEnd)`, all of them `[start, end)`. */
export interface TransactionPlace {
  readonly start: number
  readonly unsignedEnd: number
  readonly end: number
  /** Whether core would write the same bytes. */
  readonly isCanonical: boolean
}

/** Where what stands in a block, counted from its start. */
export interface BlockLayout {
  readonly sizeBytes: number
  readonly rootStart: number
  readonly signatureStart: number
  readonly isHeaderCanonical: boolean
  readonly transactionCount: number
  readonly transactions: readonly TransactionPlace[]
  readonly opaqueStart: number | undefined
  /** What its transactions are signed for. */
  readonly chainId: string | undefined
}

const WITNESS_START = 24

/** A block without transactions and extensions, with a witness number of so many bytes. */
function plainLayout(witnessSizeBytes: number): BlockLayout {
  const rootStart = WITNESS_START + witnessSizeBytes
  const signatureStart = rootStart + ROOT_SIZE_BYTES + 1
  return {
    sizeBytes: signatureStart + SIGNATURE_SIZE_BYTES + 1,
    rootStart,
    signatureStart,
    isHeaderCanonical: true,
    transactionCount: 0,
    transactions: NO_TRANSACTIONS,
    opaqueStart: undefined,
    chainId: undefined,
  }
}

const SHORT = plainLayout(1)
const LONG = plainLayout(2)

/**
 * The layout of the block at `start` if it is as plain as nearly all empty blocks are: no transactions, no extensions, a
 * witness number below 2^14 in its shortest form. Undefined for any other, and for one that does not end before `end`.
 *
 * Histories have long stretches of empty blocks; this is what makes them cost little more than their digest.
 */
export function plainLayoutAt(bytes: Uint8Array, start: number, end: number): BlockLayout | undefined {
  if (start + SHORT.sizeBytes > end) return undefined
  const isShort = (bytes[start + WITNESS_START] as number) < 0x80
  const second = bytes[start + WITNESS_START + 1] as number
  if (!isShort && (second === 0 || second >= 0x80)) return undefined
  const layout = isShort ? SHORT : LONG
  const isPlain =
    start + layout.sizeBytes <= end &&
    bytes[start + layout.signatureStart - 1] === 0 &&
    bytes[start + layout.sizeBytes - 1] === 0
  return isPlain ? layout : undefined
}

/** The number of the witness in a block with a plain layout. */
export function plainWitnessAt(bytes: Uint8Array, start: number): number {
  const first = bytes[start + WITNESS_START] as number
  return first < 0x80 ? first : (first & 0x7f) + (bytes[start + WITNESS_START + 1] as number) * 128
}
