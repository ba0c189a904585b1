import type { BlockId, IdList } from '../chain/cursor.ts'
import type { Message, MessageOf } from '../messages/registry.ts'

/** What a node has for those who ask. One per session, so that it may remember what this peer asked. */
export interface Responder {
  /**
   * The ids that follow the last of `synopsis` that is on our chain (`application.cpp`, `get_block_ids`); a promise where
   * they have to be read from a disk. It does not reject.
   */
  listIds(synopsis: readonly BlockId[]): IdList | Promise<IdList>
  /**
   * The message that carries an item, by message hash or block id; undefined: not available. A promise where it has to be
   * read from a disk. It does not reject.
   */
  getItem(itemType: number, hash: string): Message | undefined | Promise<Message | undefined>
  /** Who else is here. */
  listAddresses(): MessageOf<'address_message'>['addresses']
}

/** Has nothing and says so: a peer concludes that it is in sync with us, and asks no more. */
export const EMPTY_RESPONDER: Responder = {
  listIds: () => ({ ids: [], remaining: 0 }),
  getItem: () => undefined,
  listAddresses: () => [],
}
