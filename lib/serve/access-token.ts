import { createHash, timingSafeEqual } from 'node:crypto'
import type { Refusal } from '../http/check-request.ts'

/** Where a client shows its token: in the address once, from then on in a cookie; programs in a header. */
export interface Credentials {
  /** The parameter `token` of the address. */
  readonly query: string | undefined
  readonly cookie: string | undefined
  readonly authorization: string | undefined
}

/** What follows from the credentials: `welcome` is the cookie for somebody who came with the token in the address. */
export type Admission =
  | { readonly isAdmitted: true; readonly welcome?: string }
  | { readonly isAdmitted: false; readonly refusal: Refusal }

const COOKIE = 'rx_bitshares_token'
const REFUSAL: Refusal = {
  status: 401,
  message: 'A token is needed: open the address that serve printed, or send "Authorization: Bearer …".',
}

/** Whether a client may come in. Without a token to be shown everybody may. */
export function admit(token: string | undefined, { query, cookie, authorization }: Credentials): Admission {
  if (token === undefined) return { isAdmitted: true }
  if (query !== undefined) {
    if (!isSame(query, token)) return { isAdmitted: false, refusal: REFUSAL }
    // The address with the token does not stay in the browser: whoever gets the cookie is sent on.
    return { isAdmitted: true, welcome: `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/` }
  }
  const shown = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? cookieValue(cookie ?? '')
  return shown !== undefined && isSame(shown, token)
    ? { isAdmitted: true }
    : { isAdmitted: false, refusal: REFUSAL }
}

function cookieValue(header: string): string | undefined {
  for (const pair of header.split(';')) {
    const [name, value] = pair.trim().split('=', 2)
    if (name === COOKIE) return value
  }
  return undefined
}

/** Compared in a time that tells nothing: digests are of one length. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
