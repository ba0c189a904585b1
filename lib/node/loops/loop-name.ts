/**
 * The node's loops, by the names bitshares-core has for them (`node.cpp`). Two more of core's run in each connection, see
 * `peer/terminate-inactive-connection.ts` and `peer/fetch-updated-peer-list.ts`.
 */
export type LoopName =
  | 'p2p_network_connect'
  | 'fetch_sync_items'
  | 'fetch_items'
  | 'advertise_inventory'
  | 'bandwidth_monitor'
  | 'report_status'
