/** Connections at once, those of event streams included. */
export const MAX_CONNECTIONS = 300
/** Clients of `/events` at once. */
export const MAX_EVENT_CLIENTS = 200
/** Bytes unsent to a client of `/events` above which the next event waits. */
export const MAX_UNSENT_BYTES: number = 64 * 1024
/** A client of `/events` that takes nothing for so long while there is something for it is dropped. */
export const STALLED_CLIENT_MS = 20_000
/** How often a heartbeat is sent, so that both ends notice when the other has gone. */
export const HEARTBEAT_MS = 15_000
/** How often stalled clients are looked for. */
export const WATCH_CLIENTS_MS = 5_000

/** Values of one filter of `/events`. */
export const MAX_FILTER_VALUES = 50
/** Requests of `/api` that are answered at once, until the answer is read; beyond it they are asked to come again. */
export const MAX_OPEN_REQUESTS = 16
/** What a connection may be idle between two requests. */
export const IDLE_CONNECTION_MS = 5_000
/** What a client may take over an answer without reading any of it. */
export const UNREAD_ANSWER_MS = 30_000

/** Events of the chain that a client can take up again after. */
export const MAX_JOURNAL_EVENTS = 2000
/** Bytes of those events. */
export const MAX_JOURNAL_BYTES: number = 16 * 1024 * 1024
/** Blocks that pages are made of while there is no store. */
export const MAX_RECENT_BLOCKS = 2000
/** Bytes of those blocks. */
export const MAX_RECENT_BYTES: number = 32 * 1024 * 1024
/** Pending transactions whose wait is measured. */
export const MAX_PENDING = 20_000
/** Pending transactions that are told one by one in one event. */
export const MAX_PENDING_LINES = 20
/** How often pending transactions are told. */
export const PENDING_EVERY_MS = 250
/** How often connections are told. */
export const PEERS_EVERY_MS = 2_000
/** Characters of an operation as JSON in an event; of longer ones there is only the sentence. */
export const MAX_OPERATION_JSON = 4096
/** Transactions of a block on one page. */
export const MAX_PAGE_TRANSACTIONS = 100
/** Bytes of the file of nodes that is shown. */
export const MAX_NODES_FILE_BYTES: number = 8 * 1024 * 1024
