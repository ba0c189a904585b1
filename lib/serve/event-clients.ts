import { encodeEvent, encodeRetry, HEARTBEAT } from './encode-event.ts'
import type { Journal, JournalEntry } from './journal.ts'
import { MAX_UNSENT_BYTES, STALLED_CLIENT_MS } from './limits.ts'
import type { EventFilter, Topic } from './parse-filter.ts'

/** What events are written to. */
export interface EventSink {
  write(bytes: Uint8Array): void
  /** Bytes written that have not left yet. */
  unsentBytes(): number
  /** Ends the stream; the client may come back. */
  end(): void
  /** Ends it at once, with whatever is unsent. */
  destroy(): void
}

/** One client of `/events`. */
export interface EventClient {
  readonly sink: EventSink
  readonly filter: EventFilter
  /** Position in the journal of what it hears next; undefined while it is ahead of the chain. */
  position: number | undefined
  /** What it said it has; looked for while there is no position. */
  readonly cursor: string | undefined
  /** Since when it takes nothing, in milliseconds; undefined while it does. */
  stalledSince: number | undefined
}

/** How long browsers wait before they come back, in milliseconds: spread, so that not all come at once. */
const RETRY_MS = { least: 1000, spread: 1000, steps: 8 }

/**
 * The clients of `/events`. Each has its own place in the journal and takes from it when it has room: what a slow one has
 * not heard yet waits there, once for all, and not in a queue of its own.
 */
export class EventClients {
  readonly #clients = new Set<EventClient>()
  readonly #journal: Journal
  readonly #encode: (entry: JournalEntry, filter: EventFilter) => Uint8Array
  readonly #onDropped: (reason: string) => void
  #count = 0

  /** `encode` makes the event of an entry for a filter that wants less or more than all of it. */
  constructor(
    journal: Journal,
    encode: (entry: JournalEntry, filter: EventFilter) => Uint8Array,
    onDropped: (reason: string) => void,
  ) {
    this.#journal = journal
    this.#encode = encode
    this.#onDropped = onDropped
  }

  get size(): number {
    return this.#clients.size
  }

  /** A client that has the chain up to `cursor`; undefined: that hears what comes from now on. */
  add(
    sink: EventSink,
    filter: EventFilter,
    cursor: string | undefined,
    greeting: readonly Uint8Array[],
    atMs: number,
  ): EventClient {
    const position = cursor === undefined ? this.#journal.end : undefined
    const client: EventClient = { sink, filter, cursor, position, stalledSince: undefined }
    this.#clients.add(client)
    this.#count += 1
    const { least, spread, steps } = RETRY_MS
    sink.write(encodeRetry(least + ((this.#count % steps) * spread) / steps))
    for (const bytes of greeting) sink.write(bytes)
    this.#locate(client)
    this.pump(client, atMs)
    return client
  }

  /** The client has gone. */
  remove(client: EventClient): void {
    this.#clients.delete(client)
  }

  /** The journal has grown. */
  advance(atMs: number): void {
    for (const client of this.#clients) {
      this.#locate(client)
      this.pump(client, atMs)
    }
  }

  /** Something of which only the newest counts; those who are behind with reading do not hear of it. */
  tell(topic: Topic, bytes: Uint8Array): void {
    for (const { filter, sink } of this.#clients) {
      if (filter.topics.has(topic) && sink.unsentBytes() < MAX_UNSENT_BYTES) sink.write(bytes)
    }
  }

  /** A client has room again. */
  drained(client: EventClient, atMs: number): void {
    client.stalledSince = undefined
    this.pump(client, atMs)
  }

  heartbeat(): void {
    for (const { sink } of this.#clients) if (sink.unsentBytes() < MAX_UNSENT_BYTES) sink.write(HEARTBEAT)
  }

  /** Drops those who take nothing although there is something for them. */
  dropStalled(atMs: number): void {
    for (const client of this.#clients) {
      if (client.stalledSince !== undefined && atMs - client.stalledSince >= STALLED_CLIENT_MS) {
        this.#drop(client, 'it did not read')
      }
    }
  }

  close(): void {
    for (const { sink } of this.#clients) sink.end()
    this.#clients.clear()
  }

  /** Gives a client what there is for it, as far as it has room. */
  pump(client: EventClient, atMs: number): void {
    if (client.position === undefined || !this.#clients.has(client)) return
    while (client.position < this.#journal.end) {
      if (client.sink.unsentBytes() >= MAX_UNSENT_BYTES) {
        client.stalledSince ??= atMs
        return
      }
      const entry = this.#journal.at(client.position)
      if (entry === undefined) {
        this.#drop(client, 'it read too slowly')
        return
      }
      const { filter, sink } = client
      sink.write(filter.key === '' ? entry.bytes : this.#encode(entry, filter))
      client.position += 1
    }
  }

  #locate(client: EventClient): void {
    if (client.position !== undefined || client.cursor === undefined) return
    const resumption = this.#journal.resume(client.cursor)
    if (resumption.found) client.position = resumption.position
    else if (!resumption.isAhead) {
      client.sink.write(encodeEvent({ event: 'reset', id: this.#journal.head, data: { type: 'reset' } }))
      client.position = this.#journal.end
    }
  }

  #drop(client: EventClient, reason: string): void {
    this.#clients.delete(client)
    client.sink.destroy()
    this.#onDropped(reason)
  }
}
