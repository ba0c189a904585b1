import { type BlockId, GENESIS, type IdList, numberOfId } from '../chain/cursor.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { Message, MessageOf } from '../messages/registry.ts'
import type { Responder } from '../peer/responder.ts'
import type { BlockStore } from '../store/block-store.ts'
import { toBlockMessage } from './block-message.ts'
import type { ItemCache } from './item-cache.ts'
import type { NodeChain } from './node-chain.ts'

/** Ids in one answer (`application.cpp`, `get_block_ids`). */
const IDS_PER_LIST = 2000

/** What a node serves from. */
export interface ServedFrom {
  /** Undefined while the start is being looked for. */
  chain(): NodeChain | undefined
  readonly items: ItemCache
  readonly store: BlockStore | undefined
  listAddresses(): MessageOf<'address_message'>['addresses']
}

/**
 * Answers peers from the chain and, for what that has let go, from the store. Only blocks are offered that are here: a peer
 * that is offered a block and told that it is not available lets us go (`node.cpp`, `on_item_not_available_message`).
 */
export function createNodeResponder(from: ServedFrom): Responder {
  return {
    listIds(synopsis) {
      const chain = from.chain()
      if (chain === undefined || chain.head.number === 0) return NOTHING
      return from.store === undefined
        ? listRange(chain, placeInChain(chain, synopsis), lowestInChain(chain))
        : listFromStore(chain, from.store, synopsis)
    },
    getItem(itemType, hash) {
      const cached = itemOf(from.items, itemType, hash)
      if (cached !== undefined || itemType !== ITEM_TYPE.block) return cached
      const block = from.chain()?.blockOf(hash)
      if (block !== undefined) return toBlockMessage(block.raw, hash)
      return from.store === undefined ? undefined : readFromStore(from.store, hash)
    },
    listAddresses: () => from.listAddresses(),
  }
}

/** An item that was announced, if it is of that type: what a node gives that serves nothing else. */
export function itemOf(items: ItemCache, itemType: number, hash: string): Message | undefined {
  const cached = items.get(hash)
  return cached?.itemType === itemType ? cached.message : undefined
}

const NOTHING: IdList = { ids: [], remaining: 0 }

/**
 * The number of the last block of a synopsis that is in our chain; 0: from the first block on; undefined: none is
 * (`application.cpp`, `get_block_ids`).
 */
function placeInChain(chain: NodeChain, synopsis: readonly BlockId[]): number | undefined {
  if (synopsis.length === 0) return 0
  const known = synopsis.findLast((id) => id === GENESIS.id || chain.has(id))
  return known === undefined ? undefined : numberOfId(known)
}

/** The number of the lowest block whose bytes the chain still has. */
function lowestInChain(chain: NodeChain): number {
  return chain.rootNumber + 1
}

/** The ids from a place on, as far as the chain remembers them. */
function listRange(
  chain: NodeChain,
  place: number | undefined,
  lowest: number,
  top = chain.head.number,
): IdList {
  // The block that both have need not be here, but all that follow it.
  if (place === undefined || place + 1 < lowest) return NOTHING
  const first = Math.max(place, 1)
  return toList(idsFrom(chain, first, Math.min(IDS_PER_LIST, top - first + 1)), first, top)
}

function toList(ids: readonly BlockId[], first: number, top: number): IdList {
  return ids.length === 0 ? NOTHING : { ids, remaining: top - (first + ids.length - 1) }
}

/** Consecutive ids that the chain remembers, from a number on. */
function idsFrom(chain: NodeChain, first: number, most: number): readonly BlockId[] {
  const ids: BlockId[] = []
  for (let id = chain.idAt(first); id !== undefined && ids.length < most; id = chain.idAt(first + ids.length))
    ids.push(id)
  return ids
}

async function listFromStore(
  chain: NodeChain,
  store: BlockStore,
  synopsis: readonly BlockId[],
): Promise<IdList> {
  try {
    const lowest = Math.min((await store.first())?.number ?? Infinity, lowestInChain(chain))
    const place = await placeInBoth(chain, store, synopsis)
    const durable = (await store.last())?.number ?? 0
    if (place === undefined || place + 1 < lowest) return NOTHING
    const first = Math.max(place, 1)
    // While we catch up faster than the disk, blocks are in the store no sooner than they have left the tree.
    const isAhead = durable < chain.rootNumber && first < chain.rootNumber
    const top = isAhead ? Math.max(durable, first) : chain.head.number
    if (first >= chain.oldest) return listRange(chain, place, lowest, top)
    const stored = await idsIn(store, first, Math.min(first + IDS_PER_LIST, chain.oldest, top + 1) - 1)
    // A list of the common block alone would say that there is no more.
    const next = first + stored.length
    const ids = [...stored, ...idsFrom(chain, next, Math.min(IDS_PER_LIST - stored.length, top - next + 1))]
    return toList(ids, first, top)
  } catch {
    // What cannot be read is not offered; the store tells its owner.
    return NOTHING
  }
}

/** As {@link placeInChain}; what the chain does not remember any more is looked for in the store. */
async function placeInBoth(
  chain: NodeChain,
  store: BlockStore,
  synopsis: readonly BlockId[],
): Promise<number | undefined> {
  if (synopsis.length === 0) return 0
  for (const id of synopsis.toReversed()) {
    const number = numberOfId(id)
    // Where the chain remembers, the store may still have blocks that were undone.
    if (id === GENESIS.id || chain.has(id) || (number < chain.oldest && (await store.get(id)) !== undefined))
      return number
  }
  return undefined
}

async function idsIn(store: BlockStore, first: number, last: number): Promise<readonly BlockId[]> {
  const ids: BlockId[] = []
  for await (const { number, id } of store.read(first, last)) if (number === first + ids.length) ids.push(id)
  return ids
}

async function readFromStore(store: BlockStore, hash: string): Promise<Message | undefined> {
  try {
    const raw = await store.get(hash)
    if (raw !== undefined) return toBlockMessage(raw, hash)
    const named = await store.getByMessageHash(hash)
    return named === undefined ? undefined : toBlockMessage(named.raw, named.id)
  } catch {
    return undefined
  }
}
