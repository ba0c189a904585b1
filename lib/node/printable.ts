/** Longest text from a peer that is shown anywhere. */
export const MAX_PEER_TEXT = 256

// Control characters, line separators and marks that turn the writing direction.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** A peer's text as it may be shown: cut, and with every character that could steer a terminal replaced by a space. */
export function printable(text: string): string {
  return text.slice(0, MAX_PEER_TEXT).replace(UNPRINTABLE, ' ')
}
