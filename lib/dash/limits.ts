/** Blocks that one event tells, and transactions. What is more goes into the next. */
export const MAX_PER_EVENT = 500
/** Connections shown. */
export const MAX_SHOWN_PEERS = 200
/** Operations of a block that are kept for looking into it. */
export const MAX_DETAILED_OPERATIONS = 300
/** Characters of the sentence about an operation. */
export const MAX_SENTENCE_CHARS = 400
/** Characters of a decoded operation. */
export const MAX_DECODED_CHARS = 1000
/** Ids of objects kept of an operation, for the filter. */
export const MAX_IDS_PER_OPERATION = 32
/** Kinds of operations told apart in a block; there are 78. */
export const MAX_COUNTED_TYPES = 128
/** Characters of a name, an address, a version. */
export const MAX_LABEL_CHARS = 64
/** Characters of a reason. */
export const MAX_REASON_CHARS = 256
