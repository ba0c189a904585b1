/** A budget that fills up again with time. */
export interface TokenBucket {
  tokens: number
  /** Up to when it has been filled, in milliseconds. */
  filledAt: number
}

/** How a budget fills. */
export interface TokenRate {
  /** What it holds at most, and at the start. */
  readonly burst: number
  readonly perSecond: number
}

export function createTokenBucket({ burst }: TokenRate, at: number): TokenBucket {
  return { tokens: burst, filledAt: at }
}

/** What is in it at a moment. */
export function tokensAt(
  { tokens, filledAt }: TokenBucket,
  { burst, perSecond }: TokenRate,
  at: number,
): number {
  return Math.min(burst, tokens + (Math.max(0, at - filledAt) / 1000) * perSecond)
}

/** Takes one, if there is one. */
export function takeToken(bucket: TokenBucket, rate: TokenRate, at: number): boolean {
  const tokens = tokensAt(bucket, rate, at)
  const isThere = tokens >= 1
  bucket.tokens = isThere ? tokens - 1 : tokens
  bucket.filledAt = Math.max(bucket.filledAt, at)
  return isThere
}
