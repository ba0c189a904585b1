/** Characters that every terminal shows two columns wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u
const HALF_WIDTH = /[\uff61-\uffdc\u303f]/u
/** Those that every terminal shows one column wide. */
const NARROW =
  /[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u0531-\u0556\u0561-\u0587\u10d0-\u10ff\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2212\u2500-\u25cf]/u
const PLAIN = /^[ -~]*$/
const ELLIPSIS = '…'

/** How many columns a character takes; undefined where terminals disagree. */
function widthOf(character: string): 1 | 2 | undefined {
  if (NARROW.test(character)) return 1
  return WIDE.test(character) && !HALF_WIDTH.test(character) ? 2 : undefined
}

/**
 * A text of which every terminal agrees how wide it is: what combines with the letter before is left out, and every
 * character that is drawn differently here and there (emoji, right-to-left writing) becomes a question mark.
 */
export function steady(text: string): string {
  if (PLAIN.test(text)) return text
  return Array.from(text.normalize('NFC').replace(/\p{M}/gu, ''), (character) =>
    widthOf(character) === undefined ? '?' : character,
  ).join('')
}

/** How many columns a steady text takes. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  return Array.from(text).reduce((columns, character) => columns + (widthOf(character) ?? 1), 0)
}

/** A text made steady, and exactly so many columns wide: cut with an ellipsis, or filled up with spaces. */
export function fit(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const cut = cutTo(steady(text), columns)
  const gap = ' '.repeat(Math.max(0, columns - columnsOf(cut)))
  return align === 'left' ? cut + gap : gap + cut
}

/** A steady text, cut to at most so many columns. */
export function cutTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  if (columns <= 1) return columns === 1 ? ELLIPSIS : ''
  let kept = ''
  let width = 0
  for (const character of text) {
    width += widthOf(character) ?? 1
    if (width > columns - 1) break
    kept += character
  }
  return kept + ELLIPSIS
}

/** A text broken into lines of at most so many columns, between words where that is possible. */
export function wrap(text: string, columns: number, maxLines: number): readonly string[] {
  const lines: string[] = []
  let rest = steady(text)
  while (rest !== '' && lines.length < maxLines) {
    if (columnsOf(rest) <= columns || lines.length === maxLines - 1) {
      lines.push(cutTo(rest, columns))
      break
    }
    const whole = cutTo(rest, columns + 1).slice(0, -1)
    const space = whole.lastIndexOf(' ')
    const line = space > columns / 3 ? whole.slice(0, space) : whole
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return lines
}
