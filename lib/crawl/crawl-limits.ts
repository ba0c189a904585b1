/** How much a crawl may take, and how fast it goes. */
export interface CrawlLimits {
  /** Endpoints that are known of, visited or not. */
  readonly maxEndpoints: number
  /** Visits at a time. */
  readonly maxVisits: number
  /** Visits begun a second. Not in profile `local`. */
  readonly visitsPerSecond: number
  /** Endpoints of one host that are visited. Not in profile `local`. */
  readonly maxPerHost: number
  /** Endpoints of one network of 24 bits that are visited. Not in profile `local`. */
  readonly maxPerSubnet: number
  /** How long an endpoint is left alone after a visit, in milliseconds; twice as long after each that failed. */
  readonly revisitMs: number
}

export const DEFAULT_CRAWL_LIMITS: CrawlLimits = {
  maxEndpoints: 5000,
  maxVisits: 16,
  visitsPerSecond: 5,
  maxPerHost: 4,
  maxPerSubnet: 32,
  revisitMs: 3_600_000,
}

/** However often it failed, an endpoint is tried again after so long. */
export const MAX_REVISIT_MS = 86_400_000
