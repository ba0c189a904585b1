/** One server-sent event. */
export interface ServerEvent {
  readonly event: string
  /** What `Last-Event-ID` says when a client comes back. */
  readonly id?: string
  readonly data: unknown
}

const encoder = new TextEncoder()

/**
 * The bytes of an event. Its data is one line of JSON, in which no line break can stand; what strangers wrote is in there
 * and nowhere else.
 */
export function encodeEvent({ event, id, data }: ServerEvent): Uint8Array {
  const head = id === undefined ? `event: ${event}` : `id: ${id}\nevent: ${event}`
  return encoder.encode(`${head}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** Nothing, to show that somebody is there. It is an event, because a page does not see comments. */
export const HEARTBEAT: Uint8Array = encoder.encode('event: heartbeat\ndata: {}\n\n')

/** How long a browser is to wait before it comes back. */
export function encodeRetry(milliseconds: number): Uint8Array {
  return encoder.encode(`retry: ${milliseconds}\n\n`)
}
