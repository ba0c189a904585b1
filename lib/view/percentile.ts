/** The value below which that share of the values lies (0.5: the median); undefined for none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

/** A list with more at its end, of which at most the last `most` are kept. */
export function appended<T>(list: readonly T[], more: readonly T[], most: number): readonly T[] {
  if (more.length === 0) return list
  const whole = [...list, ...more]
  return whole.length > most ? whole.slice(whole.length - most) : whole
}
