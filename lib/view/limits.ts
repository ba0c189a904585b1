/** Operations of one block that are told one by one; of more, how many. */
export const MAX_LISTED_OPERATIONS = 200
/** Transactions of one block that are told one by one; of more, how many. */
export const MAX_LISTED_TRANSACTIONS = 200
/** Characters of a sentence about an operation in a feed. */
export const MAX_LINE_LENGTH = 400
/** Blocks that are kept for a list, undone ones included. */
export const MAX_SHOWN_BLOCKS = 300
/** Lines of a feed of operations. */
export const MAX_FEED_LINES = 400
/** Blocks whose time and size are kept one by one, for figures of the last minutes. */
export const MAX_POINTS = 1200
/** Minutes whose sums are kept: a day. */
export const MAX_MINUTES = 1440
/** Slots of a strip. */
export const MAX_SLOTS = 400
/** Slots missed before one block that are told. */
export const MAX_TOLD_MISSES = 128
/** Witnesses in a table; beyond it the one that was silent for longest is left out. */
export const MAX_WITNESSES = 500
/** Arrival latencies kept of one witness. */
export const MAX_WITNESS_LATENCIES = 50
/** Transactions that are shown on their way into a block. */
export const MAX_TRACED_TRANSACTIONS = 100
/** Waiting times of transactions that figures are made of. */
export const MAX_WAITS = 300
/** Orders and requests to pools that are kept. */
export const MAX_ORDERS = 500
/** Connections in a table of peers. */
export const MAX_SHOWN_PEERS = 500
