import type { JSX } from 'preact'
import { Card } from '../parts/card.tsx'
import { SlotStrip } from '../parts/slot-strip.tsx'
import { WitnessTable } from '../parts/witness-table.tsx'

/** Who produces, who misses, and how late blocks come. */
export function WitnessesPage(): JSX.Element {
  return (
    <div class="stack">
      <div class="page-head">
        <h1>Witnesses</h1>
        <p>
          Counted by this node since it was started. Latency is from the time of the slot to the arrival here,
          so it has the way of the block in it, and the difference of the clocks.
        </p>
      </div>
      <section class="hero hero-low" aria-label="The newest slots">
        <SlotStrip />
      </section>
      <Card title="All witnesses">
        <WitnessTable />
      </Card>
    </div>
  )
}
