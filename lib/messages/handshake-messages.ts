import {
  bool,
  endpoint,
  enumByte,
  hex,
  int64,
  ipAddress,
  list,
  struct,
  text,
  uint16,
  uint32,
} from './fields.ts'
import { MAX_ADDRESSES, MAX_TEXT_BYTES } from './limits.ts'
import { variantObject } from './variant.ts'
import { optionalException } from './exception.ts'

/** 5006 `hello_message` (`core_messages.hpp`): who the sender is, proved by a signature over the session's key. */
export const helloMessage = struct({
  user_agent: text(MAX_TEXT_BYTES),
  core_protocol_version: uint32,
  inbound_address: ipAddress,
  /** 0: does not accept connections. */
  inbound_port: uint16,
  outbound_port: uint16,
  node_public_key: hex(33),
  signed_shared_secret: hex(65),
  chain_id: hex(32),
  user_data: variantObject,
})

/** 5007 `connection_accepted_message`: empty. */
export const connectionAcceptedMessage = struct({})

/** Why a hello was refused (`rejection_reason_code`), by number. */
export const REJECTION_REASONS = [
  'unspecified',
  'different_chain',
  'already_connected',
  'connected_to_self',
  'not_accepting_connections',
  'blocked',
  'invalid_hello_message',
  'client_too_old',
] as const
export type RejectionReason = (typeof REJECTION_REASONS)[number]

/** 5008 `connection_rejected_message`. `reason_code` indexes {@link REJECTION_REASONS}. */
export const connectionRejectedMessage = struct({
  user_agent: text(MAX_TEXT_BYTES),
  core_protocol_version: uint32,
  remote_endpoint: endpoint,
  reason_code: enumByte,
  reason_string: text(MAX_TEXT_BYTES),
})

/** 5009 `address_request_message`: empty. */
export const addressRequestMessage = struct({})

/** `potential_peer_record` as told to others; `latency` in microseconds, `direction` 0 unknown, 1 inbound, 2 outbound. */
export const addressInfo = struct({
  /** Port 0: does not listen. */
  remote_endpoint: endpoint,
  last_seen_time: uint32,
  latency: int64,
  node_id: hex(33),
  direction: enumByte,
  /** 0 unknown, 1 firewalled, 2 not firewalled. */
  firewalled: enumByte,
})
const ADDRESS_INFO_SIZE_BYTES = 53

/** 5010 `address_message`. */
export const addressMessage = struct({ addresses: list(addressInfo, ADDRESS_INFO_SIZE_BYTES, MAX_ADDRESSES) })

/** 5011 `closing_connection_message`. What is attached as an error is read as far as it can be. */
export const closingConnectionMessage = struct({
  reason_for_closing: text(MAX_TEXT_BYTES),
  closing_due_to_error: bool,
  error: optionalException,
})

/** 5012 `current_time_request_message`; microseconds since 1970. */
export const currentTimeRequestMessage = struct({ request_sent_time: int64 })

/** 5013 `current_time_reply_message`; microseconds since 1970. */
export const currentTimeReplyMessage = struct({
  request_sent_time: int64,
  request_received_time: int64,
  reply_transmitted_time: int64,
})

/** 5014 `check_firewall_message`: ignored by bitshares-core since 6.1.0. */
export const checkFirewallMessage = struct({ node_id: hex(33), endpoint_to_check: endpoint })

/** What came of a check (`firewall_check_result`). */
export type FirewallCheckResult = 'unable_to_check' | 'unable_to_connect' | 'connection_successful'
/** The same by number. */
export const FIREWALL_CHECK_RESULTS: readonly FirewallCheckResult[] = [
  'unable_to_check',
  'unable_to_connect',
  'connection_successful',
]

/** 5015 `check_firewall_reply_message`; `result` indexes {@link FIREWALL_CHECK_RESULTS}. */
export const checkFirewallReplyMessage = struct({
  node_id: hex(33),
  endpoint_checked: endpoint,
  result: enumByte,
})

/** 5016 `get_current_connections_request_message`: empty, unanswered since 5.2.0. */
export const getCurrentConnectionsRequestMessage = struct({})

const currentConnectionData = struct({
  connection_duration: uint32,
  remote_endpoint: endpoint,
  node_id: hex(33),
  clock_offset: int64,
  round_trip_delay: int64,
  connection_direction: enumByte,
  firewalled: enumByte,
  user_data: variantObject,
})
const CURRENT_CONNECTION_SIZE_BYTES = 62

/** 5017 `get_current_connections_reply_message`; rates in bytes a second. */
export const getCurrentConnectionsReplyMessage = struct({
  upload_rate_one_minute: uint32,
  download_rate_one_minute: uint32,
  upload_rate_fifteen_minutes: uint32,
  download_rate_fifteen_minutes: uint32,
  upload_rate_one_hour: uint32,
  download_rate_one_hour: uint32,
  current_connections: list(currentConnectionData, CURRENT_CONNECTION_SIZE_BYTES, MAX_ADDRESSES),
})
