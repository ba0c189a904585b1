import type { ServerResponse } from 'node:http'
import { gzip } from 'node:zlib'
import type { Refusal } from '../http/check-request.ts'
import { UNREAD_ANSWER_MS } from './limits.ts'

/** What a page of ours may do: load from here, and nothing else; be in nobody's frame; make no markup out of text. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** On every answer, whatever it is. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** An answer as it goes out. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Answers smaller than this are not worth compressing. */
const COMPRESS_FROM_BYTES = 1024

const encoder = new TextEncoder()

/** Something as JSON. */
export function jsonAnswer(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: encoder.encode(JSON.stringify(value)),
  }
}

export function textAnswer(text: string, status = 200, type = 'text/plain; charset=utf-8'): Answer {
  return {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store' },
    body: encoder.encode(text),
  }
}

/** An error as JSON, for a program and for a person. */
export function refusalAnswer({ status, message }: Refusal): Answer {
  const answer = jsonAnswer({ error: message }, status)
  const more = status === 405 ? { allow: 'GET, HEAD' } : status === 503 ? { 'retry-after': '1' } : {}
  return { ...answer, headers: { ...answer.headers, ...more, connection: 'close' } }
}

/** Sends an answer, compressed where the client takes that; without its body for `HEAD`. */
export function sendAnswer(
  response: ServerResponse,
  { status, headers, body }: Answer,
  request: { readonly isHead: boolean; readonly takesGzip: boolean },
): void {
  response.setTimeout(UNREAD_ANSWER_MS, () => response.destroy())
  const send = (bytes: Uint8Array, encoding: Readonly<Record<string, string>>): void => {
    if (response.destroyed) return
    response.writeHead(status, {
      ...SECURITY_HEADERS,
      ...headers,
      ...encoding,
      vary: 'accept-encoding',
      'content-length': String(bytes.length),
    })
    response.end(request.isHead ? undefined : bytes)
  }
  const isCompressed = 'content-encoding' in headers
  if (isCompressed || !request.takesGzip || body.length < COMPRESS_FROM_BYTES) {
    send(body, {})
    return
  }
  gzip(body, (error, compressed) => {
    if (error === null) send(compressed, { 'content-encoding': 'gzip' })
    else send(body, {})
  })
}
