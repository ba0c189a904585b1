import type { IncomingMessage } from 'node:http'
import { MAX_URL_LENGTH } from './limits.ts'

/** What is looked at in a request before anything else is done about it. */
export interface RequestHead {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly host: string | undefined
  readonly origin: string | undefined
  /** `Sec-Fetch-Site` and `Sec-Fetch-Mode`: browsers say there where a request comes from. */
  readonly fetchSite: string | undefined
  readonly fetchMode: string | undefined
  /** Whether it says that more comes after the headers. */
  readonly hasBody: boolean
}

/** Names that are served. */
export interface ServedNames {
  has(name: string): boolean
}

/** An answer that is an error: the status and a sentence. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 414 | 500 | 503
  readonly message: string
}

/** Names by which a server that listens on loopback is called. */
export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/**
 * Why a request gets no answer, undefined when it does.
 *
 * A page of somebody else can make a browser on this machine send requests here. It is told apart by `Origin` and
 * `Sec-Fetch-Site`; and where its own name was made to point at us (DNS rebinding), by `Host`. `flag` is what adds a name.
 */
export function checkRequest(
  head: RequestHead,
  hosts: ServedNames,
  flag = '--allow-host',
): Refusal | undefined {
  const { method, url = '/', host = '', origin, fetchSite, fetchMode, hasBody } = head
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, message: 'Only GET and HEAD are answered.' }
  if (hasBody) return { status: 413, message: 'A request has no body here.' }
  if (url.length > MAX_URL_LENGTH) return { status: 414, message: 'The address is too long.' }
  if (!hosts.has(hostNameOf(host))) {
    return {
      status: 403,
      message: `This name is not served. Allow it with ${flag} if it is meant to be.`,
    }
  }
  if (origin !== undefined && hostOfOrigin(origin) !== host.toLowerCase()) {
    return { status: 403, message: 'Requests of other origins are not answered.' }
  }
  // Following a link to the page is fine, loading it into another page is not.
  if (fetchSite === 'cross-site' && fetchMode !== 'navigate') {
    return { status: 403, message: 'Requests of other sites are not answered.' }
  }
  return undefined
}

/** What {@link checkRequest} looks at, of a request. */
export function headOf({ method, url, headers }: IncomingMessage): RequestHead {
  return {
    method,
    url,
    host: headers.host,
    origin: headers.origin,
    fetchSite: oneOf(headers['sec-fetch-site']),
    fetchMode: oneOf(headers['sec-fetch-mode']),
    hasBody: headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0',
  }
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0]
}

/** The name in a `Host` header, without the port: `[::1]` of `[::1]:8080`. */
export function hostNameOf(host: string): string {
  const name = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : (host.split(':', 1)[0] ?? '')
  return name.toLowerCase().replace(/\.$/, '')
}

/** An address as it stands in a URL: an IPv6 address in brackets. */
export function urlHost(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

function hostOfOrigin(origin: string): string | undefined {
  return /^https?:\/\/([^/]+)$/.exec(origin.toLowerCase())?.[1]
}
