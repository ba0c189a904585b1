/** The words of a sentence that may be names or ids, in small letters: `alice` and `1.2.17`, without a full stop at the end. */
export function namesIn(sentence: string): readonly string[] {
  return sentence
    .toLowerCase()
    .split(/[^\w.-]+/)
    .map((word) => word.replace(/\.+$/, ''))
}
