import { MAX_CODES, MAX_LABEL_LENGTH } from './limits.ts'

/** What stands for all that have no figure of their own. */
export const OTHER = 'other'

/** A peer's text as a label: letters, digits and what versions are written with, the rest `_`; cut. Empty is `unknown`. */
export function cleanLabel(text: string): string {
  const clean = text
    .slice(0, MAX_LABEL_LENGTH)
    .replace(/[^\w .:/+()-]/g, '_')
    .trim()
  return clean === '' ? 'unknown' : clean
}

/** How many peers say each text: the most frequent ones by themselves, what is beyond `limit` as {@link OTHER}. */
export function countLabels(texts: readonly string[], limit: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const label = cleanLabel(text)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  if (counts.size <= limit) return counts
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const kept = new Map(sorted.slice(0, limit))
  const rest = sorted.slice(limit).reduce((sum, [, count]) => sum + count, 0)
  return kept.set(OTHER, (kept.get(OTHER) ?? 0) + rest)
}

/** A code as a label. They come from closed sets of ours; the bound is against a mistake. */
export function addCode(counts: Map<string, number>, code: string, by = 1): void {
  const key = counts.has(code) || counts.size < MAX_CODES ? code : OTHER
  counts.set(key, (counts.get(key) ?? 0) + by)
}
