import type { PeerStatus, Status } from '../node/events.ts'
import { READY_HEAD_AGE_SECONDS } from './limits.ts'

/** Whether a node is fit to be asked, and why not. */
export interface Readiness {
  readonly isReady: boolean
  readonly headAgeSeconds: number | undefined
  readonly peersInSync: number
  /** A sentence for people. */
  readonly reason: string
}

/** A node is ready when its head is young by the chain's clock and a peer has nothing that it has not. */
export function readinessOf(
  status: Pick<Status, 'headTime'> | undefined,
  peers: readonly Pick<PeerStatus, 'sync'>[],
  chainSeconds: number,
): Readiness {
  const peersInSync = peers.filter(({ sync }) => sync === 'inSync').length
  const headTime = status?.headTime ?? 0
  if (headTime === 0) {
    return { isReady: false, headAgeSeconds: undefined, peersInSync, reason: 'there is no block yet' }
  }
  const headAgeSeconds = Math.round((chainSeconds - headTime) * 10) / 10
  if (headAgeSeconds >= READY_HEAD_AGE_SECONDS) {
    return {
      isReady: false,
      headAgeSeconds,
      peersInSync,
      reason: `the head block is ${headAgeSeconds} s old`,
    }
  }
  if (peersInSync === 0) {
    return { isReady: false, headAgeSeconds, peersInSync, reason: 'no peer is in sync' }
  }
  return { isReady: true, headAgeSeconds, peersInSync, reason: 'at the head' }
}
