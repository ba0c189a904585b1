import type { JSX } from 'preact'
import { operationFamily } from '../../view/operation-family.ts'
import { percentile } from '../../view/percentile.ts'
import type { TracedTransaction } from '../../view/reduce-mempool.ts'
import { compact, count, latency } from '../format.ts'
import { mempool } from '../live/store.ts'
import { Card, Empty } from './card.tsx'
import { FamilyMark, Icon } from './icon.tsx'

const ROWS = 16
/** Waits are told in so many steps of half a second; the last is for all that are longer. */
const STEPS = 12
const STEP_MS = 500

/** Transactions from the first sight of them to their block. */
export function MempoolCard(): JSX.Element {
  const { totals, traced, waitsMs } = mempool.value
  const shown = traced.slice(-ROWS).reverse()
  return (
    <Card title="Mempool to block" class="mempool" note="since this node looks">
      <dl class="pair">
        <div>
          <dt>Waiting</dt>
          <dd>{compact(totals.pending)}</dd>
        </div>
        <div>
          <dt>Included</dt>
          <dd>{compact(totals.included)}</dd>
        </div>
        <div>
          <dt>Expired</dt>
          <dd>{compact(totals.expired)}</dd>
        </div>
      </dl>
      <Waits waitsMs={waitsMs} />
      {shown.length === 0 ? (
        <Empty>No transaction was seen before its block yet.</Empty>
      ) : (
        <ol class="trace">
          {shown.map((each) => (
            <Trace key={each.id} traced={each} />
          ))}
        </ol>
      )}
    </Card>
  )
}

function Waits({ waitsMs }: { readonly waitsMs: readonly number[] }): JSX.Element | null {
  if (waitsMs.length === 0) return null
  const counts = Array.from({ length: STEPS }, () => 0)
  for (const wait of waitsMs) {
    const step = Math.min(STEPS - 1, Math.floor(wait / STEP_MS))
    counts[step] = (counts[step] ?? 0) + 1
  }
  const most = Math.max(...counts)
  const median = percentile(waitsMs, 0.5) ?? 0
  const high = percentile(waitsMs, 0.95) ?? 0
  const text = `Of the last ${waitsMs.length}: half were in a block within ${latency(median)}, 95 % within ${latency(high)}`
  return (
    <figure class="waits">
      <div class="histogram" role="img" aria-label={text}>
        {counts.map((value, step) => (
          <span
            key={step}
            class="histogram-bar"
            style={{ '--share': value / most }}
            title={`${value} waited ${(step * STEP_MS) / 1000} s ${step === STEPS - 1 ? 'or longer' : `to ${((step + 1) * STEP_MS) / 1000} s`}`}
          />
        ))}
      </div>
      <figcaption>
        <span>0 s</span>
        <span>
          median <strong>{latency(median)}</strong>, 95 % <strong>{latency(high)}</strong>
        </span>
        <span>{((STEPS - 1) * STEP_MS) / 1000} s +</span>
      </figcaption>
    </figure>
  )
}

function Trace({ traced }: { readonly traced: TracedTransaction }): JSX.Element {
  const { id, type, text, state, number, waitMs, operations } = traced
  return (
    <li class={`trace-line trace-${state}`}>
      <FamilyMark family={operationFamily(type)} />
      <a class="trace-text" href={`/transaction/${id}`} title={text}>
        {text}
        {operations > 1 && <span class="muted"> and {operations - 1} more</span>}
      </a>
      {state === 'pending' && <span class="trace-state">waiting</span>}
      {state === 'expired' && <span class="trace-state">expired</span>}
      {state === 'included' && (
        <span class="trace-state">
          <Icon name="check" />
          {waitMs === undefined ? `in ${number === undefined ? 'a block' : count(number)}` : latency(waitMs)}
        </span>
      )}
    </li>
  )
}
