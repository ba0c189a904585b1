import type { JSX } from 'preact'
import { LatencyChart } from '../charts/latency-chart.tsx'
import { ThroughputChart } from '../charts/throughput-chart.tsx'
import { BlockList } from '../parts/block-list.tsx'
import { Card } from '../parts/card.tsx'
import { Hero } from '../parts/hero.tsx'
import { Icon } from '../parts/icon.tsx'
import { MempoolCard } from '../parts/mempool-card.tsx'
import { OperationFeed } from '../parts/operation-feed.tsx'
import { OrdersCard } from '../parts/orders-card.tsx'
import { PeerTable } from '../parts/peer-table.tsx'
import { WitnessTable } from '../parts/witness-table.tsx'

const WITNESSES = 10

/** Everything at one look. */
export function Overview(): JSX.Element {
  return (
    <div class="overview">
      <h1 class="hidden">Overview</h1>
      <Hero />
      <ThroughputChart />
      <LatencyChart />
      <BlockList />
      <OperationFeed />
      <MempoolCard />
      <OrdersCard />
      <Card
        title="Witnesses"
        class="league"
        note="since this node looks"
        aside={<More to="/witnesses" text="All" />}
      >
        <WitnessTable most={WITNESSES} isShort />
      </Card>
      <Card title="Peers" class="links" aside={<More to="/network" text="Network" />}>
        <PeerTable isShort />
      </Card>
    </div>
  )
}

function More({ to, text }: { readonly to: string; readonly text: string }): JSX.Element {
  return (
    <a class="more" href={to}>
      {text}
      <Icon name="arrow" />
    </a>
  )
}
