import type { BlockId } from '../chain/cursor.ts'
import type { MessageOf } from '../messages/registry.ts'
import { fromHex } from '../wire/hex.ts'

const ID_SIZE_BYTES = 20

/** The message that carries a block: its bytes as they were received, and its id behind them (`core_messages.hpp`, `block_message`). */
export function toBlockMessage(raw: Uint8Array, id: BlockId): MessageOf<'block_message'> {
  const payload = new Uint8Array(raw.length + ID_SIZE_BYTES)
  payload.set(raw)
  payload.set(fromHex(id), raw.length)
  return { type: 'block_message', payload }
}
