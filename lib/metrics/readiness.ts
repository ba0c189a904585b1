import type { PeerStatus, Status } from '../node/events.ts'
import { READY_HEAD_SECONDS } from './limits.ts'

/** Whether a node is fit to be asked, and why not. */
export interface Readiness {
  readonly isReady: boolean
  /** A sentence for people. */
  readonly reason: string
}

/** A node is ready when its head is young by the chain's clock and a peer has nothing that it has not. */
export function readinessOf(
  status: Pick<Status, 'headTime'> | undefined,
  peers: readonly Pick<PeerStatus, 'sync'>[],
  chainSeconds: number,
): Readiness {
  if (status === undefined || status.headTime === 0)
    return { isReady: false, reason: 'there is no block yet' }
  const ageSeconds = Math.round((chainSeconds - status.headTime) * 10) / 10
  if (ageSeconds >= READY_HEAD_SECONDS)
    return { isReady: false, reason: `the head block is ${ageSeconds} s old` }
  if (!peers.some(({ sync }) => sync === 'inSync')) return { isReady: false, reason: 'no peer is in sync' }
  return { isReady: true, reason: 'at the head' }
}
