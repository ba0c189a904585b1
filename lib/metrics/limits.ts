/** Different texts of peers (versions) that have a figure of their own; the rest are `other`. */
export const MAX_VERSIONS = 20
/** Characters of such a text. */
export const MAX_LABEL_LENGTH = 40
/** Codes of one kind; there are fewer, so this holds only against a mistake of ours. */
export const MAX_CODES = 40

/** Connections to the metrics port at once. */
export const MAX_METRICS_CONNECTIONS = 16
/** What sending a request, or leaving its answer unread, may take. */
export const METRICS_REQUEST_MS = 10_000
/** What a connection may be idle; Prometheus asks every 15 s or so. */
export const METRICS_IDLE_MS = 60_000

/** The head block is at most so old where the node counts as ready, in seconds of the chain's clock. */
export const READY_HEAD_SECONDS = 15
