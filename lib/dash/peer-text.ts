import { columnsOf, steady } from './columns.ts'
import type { PeerFacts } from './facts.ts'

/** An address in so many columns: without its port where that is too much. */
export function peerText(peer: string, columns: number): string {
  return columnsOf(peer) <= columns ? peer : peer.replace(/:\d+$/, '')
}

/** The name and version a peer gives; where there is no room for it, the version within or else its revision. */
export function versionText(row: PeerFacts, columns: number): string {
  const { userAgent } = row
  if (columnsOf(steady(userAgent)) <= columns) return userAgent
  const revision = revisionText(row).slice(0, columns)
  return /\d+\.\d+(?:\.\d+)*/.exec(userAgent)?.[0] ?? (revision === '' ? userAgent : revision)
}

/** The beginning of the revision it was built from; zeros say that it does not tell. */
export function revisionText({ revision }: PeerFacts): string {
  return /^0*$/.test(revision) ? '' : revision.slice(0, 9)
}

/** A number of blocks in at most four characters. */
export function lagText(blocks: number): string {
  return blocks < 10_000 ? String(blocks) : `${Math.min(999, Math.round(blocks / 1000))}k`
}
