import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { Message } from '../messages/registry.ts'
import type { DecodedMessage } from './decode.ts'

/** What can be asked of a peer. */
export type RequestKind = 'blockIds' | 'blocks' | 'transactions' | 'addresses' | 'time'

export const REQUEST_KINDS: readonly RequestKind[] = [
  'blockIds',
  'blocks',
  'transactions',
  'addresses',
  'time',
]

/** Upper bounds of the classes that answers are counted in, in seconds; slower ones come last. */
export const ANSWER_SECONDS: readonly number[] = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** Requests of one kind to one peer whose time is taken at once; further ones are not watched. */
export const MAX_WATCHED_REQUESTS = 64
/** A request without its whole answer counts as unanswered after this long. */
export const UNANSWERED_MS = 60_000

/** Requests of one kind, over all connections that are and were. */
export interface RequestFigures {
  readonly kind: RequestKind
  readonly inFlight: number
  readonly answered: number
  /** Given up after `UNANSWERED_MS` (a minute), or open when the connection ended. */
  readonly unanswered: number
  /** The sum of what the answers took. */
  readonly seconds: number
  /** Answers by `ANSWER_SECONDS`, one class more than bounds. */
  readonly classes: readonly number[]
}

/** The same while it is counted. */
export interface RequestTotals {
  inFlight: number
  answered: number
  unanswered: number
  seconds: number
  readonly classes: number[]
}

interface OpenRequest {
  readonly at: number
  /** Items still owed. */
  owed: number
}

export function createRequestTotals(): RequestTotals {
  const classes = new Array<number>(ANSWER_SECONDS.length + 1).fill(0)
  return { inFlight: 0, answered: 0, unanswered: 0, seconds: 0, classes }
}

/** What one connection was asked for and has not answered. Peers answer in the order they were asked. */
export class OpenRequests {
  readonly #totals: ReadonlyMap<RequestKind, RequestTotals>
  readonly #open = new Map<RequestKind, OpenRequest[]>()

  constructor(totals: ReadonlyMap<RequestKind, RequestTotals>) {
    this.#totals = totals
  }

  /** A message goes out at that time, in monotonic milliseconds. */
  sent(message: Message, at: number): void {
    switch (message.type) {
      case 'fetch_blockchain_item_ids_message':
        this.#ask('blockIds', 1, at)
        return
      case 'fetch_items_message':
        this.#ask(toKind(message.item_type), message.items_to_fetch.length, at)
        return
      case 'address_request_message':
        this.#ask('addresses', 1, at)
        return
      case 'current_time_request_message':
        this.#ask('time', 1, at)
        return
      default:
    }
  }

  /** A message has come. */
  received(message: DecodedMessage, at: number): void {
    switch (message.type) {
      case 'block_messages':
        this.#settle('blocks', message.frames.length, at)
        return
      case 'trx_message':
        this.#settle('transactions', 1, at)
        return
      case 'item_not_available_message':
        this.#settle(toKind(message.requested_item.item_type), 1, at)
        return
      case 'packed_block_ids':
        this.#settle('blockIds', 1, at)
        return
      case 'address_message':
        this.#settle('addresses', 1, at)
        return
      case 'current_time_reply_message':
        this.#settle('time', 1, at)
        return
      default:
    }
  }

  /** Nothing is answered any more. */
  close(): void {
    for (const [kind, open] of this.#open) this.#giveUp(kind, open, open.length)
  }

  #ask(kind: RequestKind, items: number, at: number): void {
    let open = this.#open.get(kind)
    if (open === undefined) this.#open.set(kind, (open = []))
    this.#dropOverdue(kind, open, at)
    if (items === 0 || open.length >= MAX_WATCHED_REQUESTS) return
    open.push({ at, owed: items })
    this.#totalsOf(kind).inFlight += 1
  }

  #settle(kind: RequestKind, items: number, at: number): void {
    const open = this.#open.get(kind)
    if (open === undefined) return
    let left = items
    for (let first = open[0]; first !== undefined && left > 0; first = open[0]) {
      const taken = Math.min(left, first.owed)
      first.owed -= taken
      left -= taken
      if (first.owed > 0) return
      open.shift()
      this.#answered(kind, (at - first.at) / 1000)
    }
  }

  #answered(kind: RequestKind, seconds: number): void {
    const totals = this.#totalsOf(kind)
    totals.inFlight -= 1
    totals.answered += 1
    totals.seconds += seconds
    const found = ANSWER_SECONDS.findIndex((bound) => seconds <= bound)
    const at = found === -1 ? ANSWER_SECONDS.length : found
    totals.classes[at] = (totals.classes[at] ?? 0) + 1
  }

  #dropOverdue(kind: RequestKind, open: OpenRequest[], at: number): void {
    const fresh = open.findIndex((request) => at - request.at < UNANSWERED_MS)
    const overdue = fresh === -1 ? open.length : fresh
    if (overdue > 0) this.#giveUp(kind, open, overdue)
  }

  #giveUp(kind: RequestKind, open: OpenRequest[], count: number): void {
    open.splice(0, count)
    const totals = this.#totalsOf(kind)
    totals.inFlight -= count
    totals.unanswered += count
  }

  #totalsOf(kind: RequestKind): RequestTotals {
    return this.#totals.get(kind) as RequestTotals
  }
}

function toKind(itemType: number): RequestKind {
  return itemType === ITEM_TYPE.block ? 'blocks' : 'transactions'
}
