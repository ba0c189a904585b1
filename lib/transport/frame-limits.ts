/** What is done with a payload of more than `keepBytes`. */
export interface FrameLimit {
  /** Most payload bytes kept in memory. */
  readonly keepBytes: number
  /**
   * - `fault`: the peer broke the protocol, its connection ends.
   * - `truncate`: an honest peer can be over it. The beginning is kept and the rest read past, up to
   *   {@link MAX_MESSAGE_SIZE_BYTES}.
   */
  readonly excess: 'fault' | 'truncate'
}

/** The limit for a message type; asked at each header, so the answer may follow the state of the connection. */
export type FrameLimitOf = (type: number) => FrameLimit

/** Largest payload a header may announce, of whatever type (`MAX_MESSAGE_SIZE`, 2 MiB, inclusive). */
export const MAX_MESSAGE_SIZE_BYTES: number = 2 * 1024 * 1024
/** Most payload bytes kept of any message before the peer has said hello; core's hello has less than 1 KiB. */
export const MAX_EARLY_MESSAGE_SIZE_BYTES: number = 16 * 1024

const KIB = 1024
const fault = (keepBytes: number): FrameLimit => ({ keepBytes, excess: 'fault' })
const truncate = (keepBytes: number): FrameLimit => ({ keepBytes, excess: 'truncate' })

const BLOCK = fault(MAX_MESSAGE_SIZE_BYTES)
const UNKNOWN = truncate(64 * KIB)
const BY_TYPE: ReadonlyMap<number, FrameLimit> = new Map([
  [1000, truncate(256 * KIB)], // trx_message
  [5001, truncate(256 * KIB)], // item_ids_inventory
  [5002, fault(416 * KIB)], // blockchain_item_ids_inventory: 20 000 ids
  [5003, fault(8 * KIB)], // fetch_blockchain_item_ids
  [5004, fault(64 * KIB)], // fetch_items
  [5005, fault(64)], // item_not_available
  [5006, fault(16 * KIB)], // hello
  [5007, fault(64)], // connection_accepted
  [5008, fault(8 * KIB)], // connection_rejected
  [5009, fault(64)], // address_request
  [5010, truncate(128 * KIB)], // address
  [5011, truncate(16 * KIB)], // closing_connection: core packs exceptions with whole blocks in them
  [5012, fault(64)], // current_time_request
  [5013, fault(64)], // current_time_reply
])

/**
 * The limit of each type once the peer has said hello.
 *
 * All are above what bitshares-core sends. Types unknown to us are kept up to 64 KiB and never the peer's fault here.
 */
export function frameLimitOf(type: number): FrameLimit {
  if (type === 1001) return BLOCK
  return BY_TYPE.get(type) ?? UNKNOWN
}

/** As {@link frameLimitOf}, and nothing above {@link MAX_EARLY_MESSAGE_SIZE_BYTES}: for a peer that may be anybody. */
export function earlyFrameLimitOf(type: number): FrameLimit {
  const limit = frameLimitOf(type)
  return limit.keepBytes <= MAX_EARLY_MESSAGE_SIZE_BYTES
    ? limit
    : { keepBytes: MAX_EARLY_MESSAGE_SIZE_BYTES, excess: limit.excess }
}
