/** Bytes of a request's headers. */
export const MAX_HEADER_BYTES: number = 8 * 1024
/** Characters of a request's path and query. */
export const MAX_URL_LENGTH = 2048
/** Requests on one connection before it is closed. */
export const MAX_REQUESTS_PER_CONNECTION = 1000
/** What sending the headers of a request may take. */
export const HEADERS_TIMEOUT_MS = 10_000
/** What sending a request may take. */
export const REQUEST_TIMEOUT_MS = 30_000
/** How often it is looked for connections that take longer. */
export const CHECK_CONNECTIONS_MS = 2_000
