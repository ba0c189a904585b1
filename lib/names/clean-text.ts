/** What ends a line, moves a cursor, turns the direction of writing or cannot be seen, and halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu')

/**
 * Text of a stranger, fit for a line of ours: without characters that a terminal obeys or nobody sees, and at most
 * `maxLength` characters of it, the last of them an ellipsis where more was there.
 */
export function cleanText(text: string, maxLength: number): string {
  if (text.length <= maxLength && !UNSEEN.test(text)) return text
  // Looked at only as far as it can matter: what was sent may be megabytes long.
  const looked = text.slice(0, maxLength * 4)
  const characters = Array.from(looked.replace(ALL_UNSEEN, ''))
  if (characters.length <= maxLength && looked.length === text.length) return characters.join('')
  return `${characters.slice(0, maxLength - 1).join('')}…`
}

/** The same between quotation marks; those within it become apostrophes. */
export function quoted(text: string, maxLength: number): string {
  return `“${cleanText(text, maxLength).replace(/[“”"]/g, "'")}”`
}
