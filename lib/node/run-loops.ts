import { advertiseInventory } from '../inventory/reduce-advertising.ts'
import { tickInventory } from '../inventory/reduce-inventory.ts'
import { tickLocate } from '../sync/locate-start.ts'
import { tickSync } from '../sync/reduce-sync.ts'
import { tickStepBack } from '../sync/step-back.ts'
import { sampleBandwidth } from './bandwidth.ts'
import { dialWanted } from './connections.ts'
import { takeEarlyBlocks } from './early-blocks.ts'
import { tickFirewall } from './firewall/take-firewall.ts'
import type { LoopName } from './loops/loop-name.ts'
import type { NodeCommand, NodeState } from './node-state.ts'
import { toPeerStatuses, toStatus } from './node-status.ts'
import { advertiseOwnAgain } from './own-transaction-events.ts'
import { retryDoubts } from './retry-doubts.ts'
import { stepBackIfLost, stepPeers } from './take-step.ts'
import { toWorkload } from './workload.ts'
import { withLocate } from './with-locate.ts'

/** What each loop does when its time has come. */
export function runNodeLoop(state: NodeState, loop: LoopName, at: number): readonly NodeCommand[] {
  switch (loop) {
    case 'p2p_network_connect':
      return [...dialWanted(state, at), ...tickFirewall(state, at)]
    case 'fetch_sync_items':
      return fetchSyncItems(state, at)
    case 'fetch_items':
      return tickInventory(state.inventory, at)
    case 'advertise_inventory':
      return advertiseInventory(state.advertising, at)
    case 'bandwidth_monitor':
      monitorBandwidth(state, at)
      return advertiseOwnAgain(state, at)
    case 'report_status':
      return [
        {
          do: 'report',
          status: toStatus(state, at),
          peers: toPeerStatuses(state, at),
          readWorkload: () => toWorkload(state, state.context.tally),
        },
      ]
  }
}

function fetchSyncItems(state: NodeState, at: number): readonly NodeCommand[] {
  if (state.chain === undefined) return withLocate(state, at, (locate) => tickLocate(locate, at))
  return [
    ...takeEarlyBlocks(state, at),
    ...retryDoubts(state, state.chain, at),
    ...tickSync(state.sync, state.chain, at),
    ...tickStepBack(state.stepBack, stepPeers(state), at),
    ...stepBackIfLost(state, at),
  ]
}

function monitorBandwidth(state: NodeState, at: number): void {
  let { received, sent } = state.bandwidth.gone
  for (const { bytesReceived, bytesSent } of state.peers.values()) {
    received += bytesReceived
    sent += bytesSent
  }
  sampleBandwidth(state.bandwidth, received, sent, at)
}
