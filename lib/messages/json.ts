import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { DecodeError } from '../errors.ts'
import { ChainReader } from '../protocol/chain-reader.ts'
import type { TypeOf } from '../protocol/decode.ts'
import { decodeAt } from '../protocol/decode.ts'
import { encode } from '../protocol/encode.ts'
import type { JsonOptions } from '../protocol/json.ts'
import { readValue, toJson } from '../protocol/json.ts'
import { asMembers, asUsageError, inMember } from '../protocol/json/value-fault.ts'
import { ByteReader } from '../wire/byte-reader.ts'
import { ByteWriter } from '../wire/byte-writer.ts'
import { inField } from './fields.ts'
import { REJECTION_REASONS } from './handshake-messages.ts'
import type { JsonForm } from './json-forms.ts'
import {
  endpointForm,
  enumForm,
  hashesForm,
  hexForm,
  ipAddressForm,
  listForm,
  objectForm,
  primitive,
  timePointForm,
} from './json-forms.ts'
import type { Message, MessageName } from './registry.ts'
import { exceptionForm, variantObjectForm } from './variant-form.ts'

const BLOCK_ID_SIZE_BYTES = 20

const bool = primitive('bool')
const int64 = primitive('int64')
const text = primitive('string')
const timePointSec = primitive('time_point_sec')
const uint16 = primitive('uint16')
const uint32 = primitive('uint32')
const hash20 = hexForm(20)
const nodeId = hexForm(33)
const direction = enumForm(['unknown', 'inbound', 'outbound'])
const firewalled = enumForm(['unknown', 'firewalled', 'not_firewalled'])
const empty = objectForm({})

const FORMS: Readonly<Record<Exclude<MessageName, 'trx_message' | 'block_message'>, JsonForm>> = {
  item_ids_inventory_message: objectForm({ item_type: uint32, item_hashes_available: listForm(hash20) }),
  blockchain_item_ids_inventory_message: objectForm({
    total_remaining_item_count: uint32,
    item_type: uint32,
    item_hashes_available: listForm(hash20),
  }),
  fetch_blockchain_item_ids_message: objectForm({ item_type: uint32, blockchain_synopsis: listForm(hash20) }),
  fetch_items_message: objectForm({ item_type: uint32, items_to_fetch: hashesForm() }),
  item_not_available_message: objectForm({
    requested_item: objectForm({ item_type: uint32, item_hash: hash20 }),
  }),
  hello_message: objectForm({
    user_agent: text,
    core_protocol_version: uint32,
    inbound_address: ipAddressForm,
    inbound_port: uint16,
    outbound_port: uint16,
    node_public_key: nodeId,
    signed_shared_secret: hexForm(65),
    chain_id: hexForm(32),
    user_data: variantObjectForm,
  }),
  connection_accepted_message: empty,
  connection_rejected_message: objectForm({
    user_agent: text,
    core_protocol_version: uint32,
    remote_endpoint: endpointForm,
    reason_code: enumForm(REJECTION_REASONS),
    reason_string: text,
  }),
  address_request_message: empty,
  address_message: objectForm({
    addresses: listForm(
      objectForm({
        remote_endpoint: endpointForm,
        last_seen_time: timePointSec,
        latency: int64,
        node_id: nodeId,
        direction,
        firewalled,
      }),
    ),
  }),
  closing_connection_message: objectForm({
    reason_for_closing: text,
    closing_due_to_error: bool,
    error: exceptionForm,
  }),
  current_time_request_message: objectForm({ request_sent_time: timePointForm }),
  current_time_reply_message: objectForm({
    request_sent_time: timePointForm,
    request_received_time: timePointForm,
    reply_transmitted_time: timePointForm,
  }),
  check_firewall_message: objectForm({ node_id: nodeId, endpoint_to_check: endpointForm }),
  check_firewall_reply_message: objectForm({
    node_id: nodeId,
    endpoint_checked: endpointForm,
    result: enumForm(['unable_to_check', 'unable_to_connect', 'connection_successful']),
  }),
  get_current_connections_request_message: empty,
  get_current_connections_reply_message: objectForm({
    upload_rate_one_minute: uint32,
    download_rate_one_minute: uint32,
    upload_rate_fifteen_minutes: uint32,
    download_rate_fifteen_minutes: uint32,
    upload_rate_one_hour: uint32,
    download_rate_one_hour: uint32,
    current_connections: listForm(
      objectForm({
        connection_duration: uint32,
        remote_endpoint: endpointForm,
        node_id: nodeId,
        clock_offset: int64,
        round_trip_delay: int64,
        connection_direction: direction,
        firewalled,
        user_data: variantObjectForm,
      }),
    ),
  }),
}

/**
 * Returns a message's fields as core prints them (`fc::json` of the structs in `core_messages.hpp`).
 *
 * Times of a clock (5012, 5013) are printed in whole seconds, so that the way back loses the rest. The transaction or
 * block of an item is unpacked for it. Throws {@link DecodeError} when that fails.
 */
export function messageToJson(message: Message, options: JsonOptions = {}): unknown {
  if (message.type === 'trx_message') {
    const { value } = decodeItem('trx_message', 'trx', 'signed_transaction', message.payload, options)
    return { trx: toJson('signed_transaction', value, options) }
  }
  if (message.type === 'block_message') {
    const { value, end } = decodeItem('block_message', 'block', 'signed_block', message.payload, options)
    return { block: toJson('signed_block', value, options), block_id: readBlockId(message.payload, end) }
  }
  const form = FORMS[message.type]
  return asUsageError(message.type, () => form.print(message))
}

/** Reads what {@link messageToJson} prints. Throws {@link UsageError} `BAD_VALUE` with the path of what does not fit. */
export function messageFromJson(name: MessageName, json: unknown, options: JsonOptions = {}): Message {
  if (name === 'trx_message') {
    return { type: name, payload: encodeItem(name, 'trx', 'signed_transaction', json, options) }
  }
  if (name === 'block_message') {
    const block = encodeItem(name, 'block', 'signed_block', json, options)
    const { block_id } = asUsageError(name, () => asMembers(objectForm({ block_id: hash20 }).read(json)))
    return {
      type: name,
      payload: new ByteWriter()
        .raw(block)
        .hex(block_id as string)
        .done(),
    }
  }
  const form = FORMS[name]
  return asUsageError(name, () => ({ type: name, ...asMembers(form.read(json)) }) as Message)
}

/** What stands at the front of an item's payload, and where it ends. */
function decodeItem(
  message: MessageName,
  member: string,
  type: 'signed_transaction' | 'signed_block',
  payload: Uint8Array,
  { prefix = DEFAULT_KEY_PREFIX }: JsonOptions,
): { readonly value: unknown; readonly end: number } {
  const reader = new ChainReader(payload, 0, payload.length, prefix)
  try {
    return { value: decodeAt(type, reader), end: reader.offset }
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    const path = `${message}.${member}${error.path.slice(type.length)}`
    throw new DecodeError(error.code, error.detail, error.offset, path)
  }
}

function readBlockId(payload: Uint8Array, offset: number): string {
  try {
    return new ByteReader(payload, offset).hex(BLOCK_ID_SIZE_BYTES)
  } catch (error) {
    throw inField(error, 'block_message.block_id')
  }
}

function encodeItem(
  message: MessageName,
  member: string,
  type: 'signed_transaction' | 'signed_block',
  json: unknown,
  options: JsonOptions,
): Uint8Array {
  const value = asUsageError(message, () => {
    try {
      return readValue(type, asMembers(json)[member], options)
    } catch (fault) {
      throw inMember(fault, member)
    }
  })
  return encode(type, value as TypeOf<typeof type>, options)
}
