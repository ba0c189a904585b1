import { GENESIS } from '../../lib/chain/cursor.ts'
import type { PeerCommand } from '../../lib/peer/peer-command.ts'
import * as sync from '../../lib/sync/reduce-sync.ts'
import { createSyncState, type SyncState } from '../../lib/sync/sync-state.ts'
import { linkedBlock } from './blocks.ts'
import { createSyncChain, type TestSyncChain } from './sync-chain.ts'

/** A chain and a sync state, and what the reducer wanted done, without any peer behind it. */
export interface SyncWorld {
  readonly chain: TestSyncChain
  readonly state: SyncState
  now: number
  /** Peer key and block numbers of every fetch since the last look. */
  takeFetches(): readonly { readonly peer: number; readonly ids: readonly string[] }[]
  takeAsks(): readonly { readonly peer: number; readonly synopsis: readonly string[] }[]
  takeDisconnects(): readonly { readonly peer: number; readonly code: string }[]
  add(peer: number): void
  remove(peer: number): void
  list(peer: number, ids: readonly string[], remaining?: number): void
  /** `previousBranch`: where the branch parts from another. */
  deliver(peer: number, number: number, branch?: string, previousBranch?: string): boolean
  refuse(peer: number, id: string): void
  tick(ms: number): void
  run(commands: readonly PeerCommand[]): void
}

export function createSyncWorld(depth?: number): SyncWorld {
  const chain = createSyncChain(GENESIS, depth)
  const state = createSyncState()
  let commands: PeerCommand[] = []
  const take = <T>(pick: (command: PeerCommand) => T | undefined): T[] => {
    const taken: T[] = []
    commands = commands.filter((command) => {
      const picked = pick(command)
      if (picked !== undefined) taken.push(picked)
      return picked === undefined
    })
    return taken
  }
  const world: SyncWorld = {
    chain,
    state,
    now: 0,
    takeFetches: () =>
      take((command) =>
        command.do === 'send' && command.message.type === 'fetch_items_message'
          ? { peer: command.peer, ids: [...command.message.items_to_fetch] }
          : undefined,
      ),
    takeAsks: () =>
      take((command) =>
        command.do === 'send' && command.message.type === 'fetch_blockchain_item_ids_message'
          ? { peer: command.peer, synopsis: command.message.blockchain_synopsis }
          : undefined,
      ),
    takeDisconnects: () =>
      take((command) =>
        command.do === 'disconnect' ? { peer: command.peer, code: command.fault.code } : undefined,
      ),
    add(peer) {
      world.run(sync.addSyncPeer(state, chain, peer, world.now))
    },
    remove(peer) {
      world.run(sync.removeSyncPeer(state, chain, peer, world.now))
    },
    list(peer, ids, remaining = 0) {
      world.run(sync.takeIdList(state, chain, peer, { ids, remaining }, world.now, 2_000_000_000))
    },
    deliver(peer, number, branch, previousBranch) {
      const block = linkedBlock(number, branch, previousBranch)
      if (sync.takeDeliveries(state, peer, [block], 0, world.now) === 0) return false
      if (chain.add(block) === 'applied') sync.noteApplied(state, world.now)
      for (const key of state.peers.keys()) world.run(sync.afterDelivery(state, chain, key, world.now))
      return true
    },
    refuse(peer, id) {
      world.run(sync.takeNotAvailable(state, chain, peer, id, world.now))
    },
    tick(ms) {
      world.now += ms
      world.run(sync.tickSync(state, chain, world.now))
    },
    run(more) {
      commands.push(...more)
    },
  }
  return world
}
