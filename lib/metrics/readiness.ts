import type { PeerStatus, Status } from '../node/events.ts'
import { READY_HEAD_SECONDS } from './limits.ts'

/** Whether a node is fit to be asked, and why not. */
export interface Readiness {
  readonly isReady: boolean
  /** By the chain's clock; undefined without a block. */
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
  const headAgeSeconds = headTime === 0 ? undefined : Math.round((chainSeconds - headTime) * 10) / 10
  const reason = whyNotReady(headAgeSeconds, peersInSync)
  return { isReady: reason === undefined, headAgeSeconds, peersInSync, reason: reason ?? 'at the head' }
}

function whyNotReady(headAgeSeconds: number | undefined, peersInSync: number): string | undefined {
  if (headAgeSeconds === undefined) return 'there is no block yet'
  if (headAgeSeconds >= READY_HEAD_SECONDS) return `the head block is ${headAgeSeconds} s old`
  return peersInSync === 0 ? 'no peer is in sync' : undefined
}
