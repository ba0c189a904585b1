// Prints the connections whenever one is made, moves on or ends.
import { distinctUntilChanged, finalize, first, skip, switchMap, takeUntil } from 'rxjs'
import { createNode, type PeerStatus } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, close } = await openNetwork()
const node = createNode(options)
// The blocks are counted from when the first peer is followed: connecting may take longer than they do.
const end$ = node.peers$.pipe(
  first((peers) => peers.some(({ sync }) => sync === 'inSync')),
  switchMap(() => node.block$),
  skip(blocks - 1),
)

node.peers$
  .pipe(
    distinctUntilChanged((a, b) => summaryOf(a) === summaryOf(b)),
    takeUntil(end$),
    finalize(close),
  )
  .subscribe((peers) => console.log(summaryOf(peers)))

function summaryOf(peers: readonly PeerStatus[]): string {
  if (peers.length === 0) return 'no connection'
  return peers.map(describe).join('\n')
}

function describe({ peer, state, sync, hello, roundTripMs }: PeerStatus): string {
  const delay = roundTripMs === undefined ? '' : `${Math.round(roundTripMs)} ms`
  return [peer.padEnd(24), state.padEnd(12), (sync ?? '').padEnd(9), hello?.userAgent ?? '', delay]
    .join(' ')
    .trimEnd()
}
