import type { JSX } from 'preact'
import type { PeerRow } from '../../view/peer-row.ts'
import { age, bytes, count, latency } from '../format.ts'
import { peers } from '../live/store.ts'
import { Empty } from './card.tsx'
import { Icon } from './icon.tsx'

const SYNC_TEXT = {
  asking: 'being asked',
  fetching: 'sending blocks',
  inSync: 'in sync',
  elsewhere: 'on another branch',
  resting: 'resting',
} as const

/** The connections of this node, and what the other ends say of themselves. */
export function PeerTable({ isShort = false }: { readonly isShort?: boolean }): JSX.Element {
  if (peers.value.length === 0) return <Empty>No connection at the moment.</Empty>
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Connections">
      <table class="table peers">
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">State</th>
            <th scope="col" class="is-extra">
              Software
            </th>
            {!isShort && <th scope="col">Platform</th>}
            <th scope="col" class="number">
              Round trip
            </th>
            {!isShort && (
              <>
                <th scope="col" class="number">
                  Clock
                </th>
                <th scope="col" class="number">
                  Blocks
                </th>
                <th scope="col" class="number">
                  Received
                </th>
                <th scope="col" class="number">
                  Sent
                </th>
                <th scope="col" class="number">
                  Since
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {peers.value.map((peer) => (
            <Row key={`${peer.peer}${peer.direction}`} peer={peer} isShort={isShort} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ peer, isShort }: { readonly peer: PeerRow; readonly isShort: boolean }): JSX.Element {
  const { clockOffsetMs, roundTripMs, revision = '' } = peer
  const isOff = clockOffsetMs !== undefined && Math.abs(clockOffsetMs) > 2000
  return (
    <tr>
      <th scope="row">
        <span class="peer">
          <span title={peer.direction}>
            <Icon name={peer.direction} />
            <span class="hidden">{peer.direction}</span>
          </span>
          <span class="mono">{peer.peer}</span>
        </span>
      </th>
      <td>
        <PeerState peer={peer} />
      </td>
      <td class="foreign is-extra" data-agent>
        {peer.userAgent ?? '—'}
        {!isShort && /[1-9a-f]/.test(revision) && <span class="muted mono"> {revision.slice(0, 8)}</span>}
      </td>
      {!isShort && <td class="foreign">{peer.platform ?? '—'}</td>}
      <td class="number">{roundTripMs === undefined ? '—' : `${roundTripMs} ms`}</td>
      {!isShort && (
        <>
          <td class={`number ${isOff ? 'tone-warn' : ''}`}>
            {clockOffsetMs === undefined ? '—' : `${clockOffsetMs > 0 ? '+' : ''}${latency(clockOffsetMs)}`}
          </td>
          <td class="number">{count(peer.blocksReceived)}</td>
          <td class="number">{bytes(peer.bytesReceived)}</td>
          <td class="number">{bytes(peer.bytesSent)}</td>
          <td class="number muted">{age(peer.ageMs / 1000)}</td>
        </>
      )}
    </tr>
  )
}

function PeerState({ peer: { state, sync } }: { readonly peer: PeerRow }): JSX.Element {
  if (state !== 'active') return <span class="badge">{state}</span>
  const text = sync === undefined ? 'active' : SYNC_TEXT[sync]
  const tone = sync === 'inSync' ? 'good' : sync === 'elsewhere' ? 'bad' : 'plain'
  return <span class={`badge badge-${tone}`}>{text}</span>
}
