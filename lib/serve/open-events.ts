import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseCursor } from '../chain/cursor.ts'
import { SECURITY_HEADERS } from './answer.ts'
import { type Desk, introduction } from './answer-route.ts'
import type { Refusal } from '../http/check-request.ts'
import { encodeEvent } from './encode-event.ts'
import { MAX_EVENT_CLIENTS } from './limits.ts'
import { type EventFilter, parseFilter } from './parse-filter.ts'
import { UsageError } from '../errors.ts'

const HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // A proxy that collects before it passes on would make every block late.
  'x-accel-buffering': 'no',
}

/**
 * Makes a response a stream of events: of the chain from after the cursor in `Last-Event-ID` (or the parameter `cursor`) on,
 * without a gap, or from now on; of the rest as it stands and then as it changes. Returns why not, if not.
 */
export function openEvents(
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  desk: Desk,
  nowMs: () => number,
): Refusal | undefined {
  const { clients } = desk.state
  let filter: EventFilter
  let cursor: string | undefined
  try {
    filter = parseFilter(query)
    cursor = readCursor(request, query)
  } catch (error) {
    if (error instanceof UsageError) return { status: 400, message: `${error.message}.` }
    throw error
  }
  if (request.method !== 'HEAD' && clients.size >= MAX_EVENT_CLIENTS) {
    return { status: 503, message: 'There are too many listeners already.' }
  }
  response.writeHead(200, HEADERS)
  if (request.method === 'HEAD') {
    response.end()
    return undefined
  }
  const client = clients.add(
    {
      write: (bytes) => {
        response.write(bytes)
      },
      unsentBytes: () => response.writableLength,
      end: () => {
        response.end()
      },
      destroy: () => {
        response.destroy()
      },
    },
    filter,
    cursor,
    greetingFor(filter, desk),
    nowMs(),
  )
  response.on('drain', () => {
    clients.drained(client, nowMs())
  })
  response.on('close', () => {
    clients.remove(client)
  })
  return undefined
}

/** A browser that comes back says where it was in the header; the parameter is then that of its first visit. */
function readCursor(request: IncomingMessage, query: URLSearchParams): string | undefined {
  const header = request.headers['last-event-id']
  const text = typeof header === 'string' ? header : (query.get('cursor') ?? undefined)
  if (text !== undefined && text !== '') parseCursor(text)
  return text
}

function greetingFor({ topics }: EventFilter, desk: Desk): readonly Uint8Array[] {
  const { status, peers, mempool } = desk.state.view
  const greeting = [encodeEvent({ event: 'hello', data: { type: 'hello', ...introduction(desk) } })]
  if (topics.has('status') && status !== undefined) {
    greeting.push(encodeEvent({ event: 'status', data: { type: 'status', status } }))
  }
  if (topics.has('peers')) greeting.push(encodeEvent({ event: 'peers', data: { type: 'peers', peers } }))
  if (topics.has('mempool')) {
    const event = { type: 'mempool', totals: mempool.totals, heard: [], expired: [] }
    greeting.push(encodeEvent({ event: 'mempool', data: event }))
  }
  return greeting
}
