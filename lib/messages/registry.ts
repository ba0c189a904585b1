import { ByteReader } from '../wire/byte-reader.ts'
import { ByteWriter } from '../wire/byte-writer.ts'
import type { Field } from './fields.ts'
import { inField } from './fields.ts'
import type { PackedHashes } from './hashes.ts'
import * as handshake from './handshake-messages.ts'
import * as items from './item-messages.ts'

/** A message that carries an item: its payload stays packed, because its RIPEMD-160 is the item's name. */
const packed: Field<{ readonly payload: Uint8Array }> = {
  read(r) {
    const at = r.take(r.remaining)
    return { payload: r.source.subarray(at, r.offset) }
  },
  write: (w, value) => void w.raw(value.payload),
}

/** Every message of the protocol: number, name, fields (`core_messages.hpp`, `core_message_type_enum`). */
const MESSAGES = {
  trx_message: [1000, packed],
  block_message: [1001, packed],
  item_ids_inventory_message: [5001, items.itemIdsInventoryMessage],
  blockchain_item_ids_inventory_message: [5002, items.blockchainItemIdsInventoryMessage],
  fetch_blockchain_item_ids_message: [5003, items.fetchBlockchainItemIdsMessage],
  fetch_items_message: [5004, items.fetchItemsMessage],
  item_not_available_message: [5005, items.itemNotAvailableMessage],
  hello_message: [5006, handshake.helloMessage],
  connection_accepted_message: [5007, handshake.connectionAcceptedMessage],
  connection_rejected_message: [5008, handshake.connectionRejectedMessage],
  address_request_message: [5009, handshake.addressRequestMessage],
  address_message: [5010, handshake.addressMessage],
  closing_connection_message: [5011, handshake.closingConnectionMessage],
  current_time_request_message: [5012, handshake.currentTimeRequestMessage],
  current_time_reply_message: [5013, handshake.currentTimeReplyMessage],
  check_firewall_message: [5014, handshake.checkFirewallMessage],
  check_firewall_reply_message: [5015, handshake.checkFirewallReplyMessage],
  get_current_connections_request_message: [5016, handshake.getCurrentConnectionsRequestMessage],
  get_current_connections_reply_message: [5017, handshake.getCurrentConnectionsReplyMessage],
} as const

type Messages = typeof MESSAGES
export type MessageName = keyof Messages
type Value<Name extends MessageName> = Messages[Name][1] extends Field<infer T> ? T : never

/** One message by name: its wire fields and `type`. */
export type MessageOf<Name extends MessageName> = { readonly type: Name } & Value<Name>

/** A message of a number nobody has given a meaning to. 5018 to 5099 are reserved for extensions and ignored. */
export interface UnknownMessage {
  readonly type: 'unknown_message'
  readonly number: number
  readonly payload: Uint8Array
}

/** A 5002 with its ids as they stand in it, see {@link decodeBlockIds}. */
export interface PackedBlockIds {
  readonly type: 'packed_block_ids'
  readonly total_remaining_item_count: number
  readonly item_type: number
  readonly item_hashes_available: PackedHashes
}

/** Any message of the protocol, told apart by `type`. */
export type Message = { [Name in MessageName]: MessageOf<Name> }[MessageName]
export type ReceivedMessage = Message | UnknownMessage

export type HelloMessage = MessageOf<'hello_message'>
export type BlockMessage = MessageOf<'block_message'>
export type TrxMessage = MessageOf<'trx_message'>

/** The names of all messages, in the order of their numbers. */
export const MESSAGE_NAMES = Object.keys(MESSAGES) as readonly MessageName[]
const NAME_BY_NUMBER: ReadonlyMap<number, MessageName> = new Map(
  MESSAGE_NAMES.map((name) => [MESSAGES[name][0], name] as const),
)

/** The number of a message on the wire. */
export function messageNumber(name: MessageName): number {
  return MESSAGES[name][0]
}

/** The name of a message number, where it has one. */
export function messageName(number: number): MessageName | undefined {
  return NAME_BY_NUMBER.get(number)
}

/**
 * Reads the payload of message `number`.
 *
 * Bytes after the last field are ignored, as core ignores them (`message.hpp`, `message::as`). The payload of an item
 * (1000, 1001) is a view, all else is copied out. Throws {@link DecodeError} with the message's name in the path.
 */
export function decodeMessage(number: number, payload: Uint8Array): ReceivedMessage {
  if (number === 1001) return { type: 'block_message', payload }
  const name = NAME_BY_NUMBER.get(number)
  if (name === undefined) return { type: 'unknown_message', number, payload }
  try {
    const value = MESSAGES[name][1].read(new ByteReader(payload))
    return { type: name, ...value } as Message
  } catch (error) {
    throw inField(error, name)
  }
}

/**
 * Reads the payload of a 5002 without making a text of each id. Ids are copied out; throws what {@link decodeMessage}
 * throws.
 */
export function decodeBlockIds(payload: Uint8Array): PackedBlockIds {
  try {
    return { type: 'packed_block_ids', ...items.packedBlockIds.read(new ByteReader(payload)) }
  } catch (error) {
    throw inField(error, 'blockchain_item_ids_inventory_message')
  }
}

/** The number and payload of a message. */
export function encodeMessage(message: Message): { readonly type: number; readonly payload: Uint8Array } {
  const [type, fields] = MESSAGES[message.type]
  if (message.type === 'block_message' || message.type === 'trx_message')
    return { type, payload: message.payload }
  const writer = new ByteWriter()
  ;(fields as Field<unknown>).write(writer, message)
  return { type, payload: writer.done() }
}
