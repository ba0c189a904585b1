import { map, merge, type Observable } from 'rxjs'
import type { ByType } from '../flow/split-by-type.ts'
import type { DecodedMessage } from './decode.ts'
import { readBlocks, readTransaction } from './read-block.ts'
import type { SessionContext } from './session-context.ts'
import type { SessionEvent } from './session-event.ts'

/**
 * What the messages about items say: blocks and transactions read and checked as far as they can be alone, lists of ids,
 * announcements, refusals.
 *
 * Errors with PeerFault `BAD_BLOCK` or `DECODE` for an item that is not what it says it is.
 */
export function readItems(
  on: ByType<DecodedMessage>,
  { peer, clock, keyPrefix }: Pick<SessionContext, 'peer' | 'clock' | 'keyPrefix'>,
  chainId: string,
): Observable<SessionEvent> {
  return merge(
    on.of('block_messages').pipe(
      map(({ frames }): SessionEvent => {
        const blocks = readBlocks(frames, keyPrefix, chainId)
        return { type: 'blocksReceived', peer, at: clock.nowMs(), blocks }
      }),
    ),
    on.of('trx_message').pipe(
      map(({ payload }): SessionEvent => {
        return {
          type: 'transactionReceived',
          peer,
          at: clock.nowMs(),
          ...readTransaction(payload, keyPrefix, chainId),
        }
      }),
    ),
    on.of('item_ids_inventory_message').pipe(
      map(({ item_type: itemType, item_hashes_available: hashes }): SessionEvent => {
        return { type: 'announced', peer, at: clock.nowMs(), itemType, hashes }
      }),
    ),
    on.of('packed_block_ids').pipe(
      map(({ item_hashes_available: ids, total_remaining_item_count: remaining }): SessionEvent => {
        return { type: 'idsListed', peer, at: clock.nowMs(), ids, remaining }
      }),
    ),
    on.of('item_not_available_message').pipe(
      map(({ requested_item: { item_type: itemType, item_hash: hash } }): SessionEvent => {
        return { type: 'notAvailable', peer, at: clock.nowMs(), itemType, hash }
      }),
    ),
  )
}
