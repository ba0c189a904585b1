import { ITEM_TYPE } from '../messages/item-messages.ts'
import { type BlockLog, createBlockLog } from './block-log.ts'
import { createBranchLog } from './branch-log.ts'
import type { AnnouncedBlock, BranchIndex, ChainEvent } from './chain-event.ts'
import { createMessageCache, type MessageCache } from './message-cache.ts'
import type { SharedChain } from './responder.ts'
import type { ServedBlock } from './served-block.ts'

/** What the nodes of a devnet serve: all the same, or two branches while it is split. */
export interface Sides {
  /** What the nodes on each branch serve: objects that stay, whatever the chain does. */
  readonly chains: readonly [SharedChain, SharedChain]
  /** Adds a block to what was there before anybody connected. */
  append(block: ServedBlock): void
  /** Takes an event into what is served, before anybody is told of it. */
  keep(event: ChainEvent): void
}

/** @param keepBlocks so many blocks long messages can be asked for by their hash */
export function createSides(keepBlocks: number): Sides {
  const trunk = createBlockLog()
  const logs: [BlockLog, BlockLog] = [trunk, trunk]
  const firstCache = createMessageCache(keepBlocks)
  const caches: [MessageCache, MessageCache] = [firstCache, firstCache]
  const chainOf = (side: BranchIndex): SharedChain => ({
    get log() {
      return logs[side]
    },
    get cache() {
      return caches[side]
    },
  })

  function addBlock({ block, hash }: AnnouncedBlock, side: BranchIndex): void {
    logs[side].append(block)
    caches[side].tick()
    cacheBlock(caches[side], block, hash)
  }

  function split(after: number): void {
    logs[1] = createBranchLog(trunk, after)
    caches[1] = caches[0].copy()
  }

  function join({ winner, undone, applied }: Extract<ChainEvent, { readonly type: 'joined' }>): void {
    if (winner === 1) {
      trunk.cut((applied[0]?.block.number ?? 1) - 1)
      for (const { block } of applied) trunk.append(block)
    } else trunk.remember(undone)
    const cache = caches[winner]
    // Somebody may be about to ask for what he was told of on the other branch.
    cache.addAll(caches[winner === 0 ? 1 : 0])
    for (const { block, hash } of applied) cacheBlock(cache, block, hash)
    logs[1] = trunk
    caches[0] = cache
    caches[1] = cache
  }

  return {
    chains: [chainOf(0), chainOf(1)],
    append: (block) => trunk.append(block),
    keep(event) {
      switch (event.type) {
        case 'transaction': {
          const { payload, hash, id } = event.transaction
          const item = { itemType: ITEM_TYPE.trx, message: { type: 'trx_message', payload } } as const
          // Core also finds a transaction by its id (`db_block.cpp`, `get_recent_transaction`).
          for (const cache of event.branch === undefined ? new Set(caches) : [caches[event.branch]])
            cache.add(item, hash, id)
          break
        }
        case 'block':
          addBlock(event, event.branch ?? 0)
          break
        case 'forked':
          split(event.after.number)
          break
        case 'joined':
          join(event)
      }
    },
  }
}

/** Whether the nodes on a branch tell their peers of an event. */
export function isToldOn(side: BranchIndex, event: ChainEvent): boolean {
  switch (event.type) {
    case 'transaction':
    case 'block':
      return event.branch === undefined || event.branch === side
    case 'forked':
      return false
    case 'joined':
      return event.winner !== side
  }
}

function cacheBlock(cache: MessageCache, { payload }: ServedBlock, hash: string): void {
  cache.add({ itemType: ITEM_TYPE.block, message: { type: 'block_message', payload } }, hash)
}
