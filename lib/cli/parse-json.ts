/** A text in quotes, or a number. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs
const LONG_INTEGER = /^-?\d{16,}$/

/**
 * What `JSON.parse` gives, but with integers of 16 and more digits as text: as numbers they would lose digits, and core
 * reads either.
 */
export function parseJson(text: string): unknown {
  const kept = /\d{16}/.test(text)
    ? text.replace(TEXT_OR_NUMBER, (token) => (LONG_INTEGER.test(token) ? `"${token}"` : token))
    : text
  return JSON.parse(kept) as unknown
}
