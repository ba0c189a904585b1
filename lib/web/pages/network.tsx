import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { MappedNode, NetworkMap } from '../../view/read-nodes.ts'
import { isLate, type Share, summarizeNetwork } from '../../view/summarize-network.ts'
import { age, count, counted, latency } from '../format.ts'
import { peers } from '../live/store.ts'
import { NetworkGraph } from '../map/graph.tsx'
import { Card, Choice, Empty } from '../parts/card.tsx'
import { PeerTable } from '../parts/peer-table.tsx'
import { useLoaded } from './load.ts'

const ROWS = 200

/** The connections of this node, and the network as a crawler found it. */
export function NetworkPage(): JSX.Element {
  const active = useComputed(() => peers.value.filter(({ state }) => state === 'active').length)
  const { value } = useLoaded<NetworkMap>('/api/nodes')
  return (
    <div class="stack">
      <div class="page-head">
        <h1>Network</h1>
        <p>
          What other nodes are called, run on and know is what they say of themselves. Round trip and clock
          are measured here.
        </p>
      </div>
      <Card title="Connections of this node" note={counted(active.value, 'active peer')}>
        <PeerTable />
      </Card>
      {value.state === 'there' && <NetworkOverview map={value.value} />}
      {value.state === 'missing' && (
        <Card title="Map of the network">
          <Empty>
            {value.reason} It is made with <code class="mono">rx-bitshares crawl</code> and shown with{' '}
            <code class="mono">serve --nodes nodes.json</code>.
          </Empty>
        </Card>
      )}
    </div>
  )
}

function NetworkOverview({ map }: { readonly map: NetworkMap }): JSX.Element {
  const summary = useMemo(() => summarizeNetwork(map), [map])
  const { total, reachable, versions, platforms, countries, lags, clocks, seeds, stuck } = summary
  const newest = Math.max(0, ...map.nodes.map(({ seenAt = 0 }) => seenAt))
  return (
    <div class="map">
      <Card
        title="Who lists whom"
        class="map-graph"
        note={`${counted(total, 'node')}, ${count(reachable)} answered${newest === 0 ? '' : `, last ${new Date(newest).toLocaleString('en-GB')}`}`}
      >
        <NetworkGraph nodes={map.nodes} />
      </Card>
      <Card title="Versions" class="map-versions">
        <Shares shares={versions} />
      </Card>
      <Card title="Platforms" class="map-platforms">
        <Shares shares={platforms} />
      </Card>
      <Card title="Age of the head" class="map-lags" note={`${count(stuck.length)} stuck`}>
        <Shares shares={lags} />
      </Card>
      <Card title="Clocks" class="map-clocks" note="ahead of ours">
        <Shares shares={clocks} />
      </Card>
      {countries.length > 0 && (
        <Card title="Countries" class="map-countries">
          <Shares shares={countries} />
        </Card>
      )}
      {seeds.length > 0 && (
        <Card title="Seeds" class="map-seeds" note="nodes that everybody begins with">
          <NodeTable nodes={seeds} all={map.nodes} />
        </Card>
      )}
      <AllNodes map={map} />
    </div>
  )
}

/** Kinds, with a bar each. */
function Shares({ shares }: { readonly shares: readonly Share[] }): JSX.Element {
  const most = Math.max(1, ...shares.map((share) => share.count))
  return (
    <ul class="shares">
      {shares.map(({ text, count: value, isOdd }) => (
        <li key={text} class={isOdd && value > 0 ? 'is-odd' : ''}>
          <span class="foreign share-text" title={text}>
            {text}
          </span>
          <span class="share-bar" aria-hidden="true">
            <span style={{ '--share': value / most }} />
          </span>
          <span class="number">
            {isOdd && value > 0 ? '! ' : ''}
            {count(value)}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Kind = 'all' | 'reachable' | 'stuck'

function AllNodes({ map }: { readonly map: NetworkMap }): JSX.Element {
  const kind = useSignal<Kind>('reachable')
  const highest = Math.max(0, ...map.nodes.map(({ headNumber = 0 }) => headNumber))
  const nodes = map.nodes.filter(
    (node) =>
      kind.value === 'all' || (node.isReachable && (kind.value === 'reachable' || isLate(node, highest))),
  )
  return (
    <Card
      title="Nodes"
      class="map-nodes"
      note={`${count(Math.min(ROWS, nodes.length))} of ${count(nodes.length + (kind.value === 'all' ? map.more : 0))}`}
      aside={
        <Choice
          label="Which nodes"
          options={[
            ['reachable', 'Reachable'],
            ['stuck', 'Stuck'],
            ['all', 'All'],
          ]}
          value={kind.value}
          onChoose={(value) => {
            kind.value = value
          }}
        />
      }
    >
      {nodes.length === 0 ? <Empty>None.</Empty> : <NodeTable nodes={nodes.slice(0, ROWS)} all={map.nodes} />}
    </Card>
  )
}

function NodeTable(props: {
  readonly nodes: readonly MappedNode[]
  readonly all: readonly MappedNode[]
}): JSX.Element {
  const { nodes, all } = props
  const highest = Math.max(0, ...all.map(({ headNumber = 0 }) => headNumber))
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Nodes">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">State</th>
            <th scope="col">Software</th>
            <th scope="col">Platform</th>
            <th scope="col" class="number">
              Head
            </th>
            <th scope="col" class="number">
              Behind
            </th>
            <th scope="col" class="number">
              Clock
            </th>
            <th scope="col" class="number">
              Round trip
            </th>
            <th scope="col" class="number">
              Lists
            </th>
            <th scope="col" class="number">
              Answered
            </th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <NodeRow key={node.address} node={node} isStuck={isLate(node, highest)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function NodeRow({ node, isStuck }: { readonly node: MappedNode; readonly isStuck: boolean }): JSX.Element {
  const { address, isReachable, isSeed, userAgent, platform, headNumber, clockOffsetMs, roundTripMs } = node
  const { headAgeSeconds: lag, visits, successes, country } = node
  return (
    <tr>
      <th scope="row" class="mono foreign">
        {address}
        {isSeed && <span class="badge badge-plain">seed</span>}
        {country !== undefined && <span class="muted"> {country}</span>}
      </th>
      <td>
        {!isReachable ? (
          <span class="badge" title={node.problem}>
            no answer
          </span>
        ) : isStuck ? (
          <span class="badge badge-bad">! stuck</span>
        ) : (
          <span class="badge badge-good">in step</span>
        )}
      </td>
      <td class="foreign">{userAgent ?? '—'}</td>
      <td class="foreign">{platform ?? '—'}</td>
      <td class="number">{headNumber === undefined ? '—' : count(headNumber)}</td>
      <td class="number">{lag === undefined ? '—' : age(lag)}</td>
      <td class="number">{clockOffsetMs === undefined ? '—' : latency(clockOffsetMs)}</td>
      <td class="number">{roundTripMs === undefined ? '—' : latency(roundTripMs)}</td>
      <td class="number">{count(node.lists.length)}</td>
      <td class="number">
        {visits === undefined || successes === undefined ? '—' : `${count(successes)} of ${count(visits)}`}
      </td>
    </tr>
  )
}
