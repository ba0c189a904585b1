export interface BackOff {
  /** Wait after the first failure. */
  readonly firstMs: number
  /** Longest wait, before jitter. */
  readonly maxMs: number
  /** Share of the wait that is left to chance, 0 to 1: at 0.5 a wait of 10 s becomes 7.5 s to 12.5 s. */
  readonly jitter: number
}

/**
 * How long to wait, in whole milliseconds, after failure number `attempt` (from 1): doubles each time up to `maxMs`.
 *
 * `random` is a number from 0 to below 1; passing it keeps this pure.
 */
export function backOffMs(attempt: number, { firstMs, maxMs, jitter }: BackOff, random: number): number {
  const waitMs = Math.min(maxMs, firstMs * 2 ** Math.max(0, attempt - 1))
  return Math.round(waitMs * (1 + jitter * (random - 0.5)))
}
