import type { JSX } from 'preact'
import { headOf } from '../../view/reduce-blocks.ts'
import { percentile } from '../../view/percentile.ts'
import { age, compact, count, latency, percent } from '../format.ts'
import {
  blocks,
  connection,
  mempool,
  now,
  peers,
  rates,
  status,
  statusAt,
  throughput,
} from '../live/store.ts'
import { SlotStrip } from './slot-strip.tsx'
import { WitnessMark } from './witness-mark.tsx'

/** How the chain stands, at one look. */
export function Hero(): JSX.Element {
  return (
    <section class="hero" aria-label="The chain now">
      <div class="hero-top">
        <Head />
        <dl class="figures">
          <Irreversible />
          <Operations />
          <Latency />
          <Pending />
          <Participation />
          <Peers />
        </dl>
      </div>
      <SlotStrip />
    </section>
  )
}

function Head(): JSX.Element {
  const head = headOf(blocks.value)
  const { state = 'connecting', reason = '', headAgeSeconds } = status.value ?? {}
  if (head === undefined) {
    return (
      <div class="head">
        <p class="head-label">Head block</p>
        <p class="head-number">—</p>
        <p class="head-line">{connection.value.state === 'loading' ? 'loading' : `${state}: ${reason}`}</p>
      </div>
    )
  }
  const since = (now.value - statusAt.value) / 1000
  const old = headAgeSeconds === undefined ? undefined : headAgeSeconds + Math.max(0, since)
  const isLate = state !== 'live' || (old ?? 0) > 15
  return (
    <div class="head">
      <p class="head-label">
        Head block
        <span class={`badge ${isLate ? 'badge-warn' : 'badge-good'}`} title={reason}>
          {state === 'live' && isLate ? 'late' : state}
        </span>
      </p>
      <p class="head-number" data-head={head.number}>
        <a href={`/block/${head.id}`}>{count(head.number)}</a>
      </p>
      <p class="head-line">
        <WitnessMark witness={head.witness} name={head.witnessName} />
        <span class="muted">{old === undefined ? '' : `${age(old)} ago`}</span>
      </p>
    </div>
  )
}

function Figure(props: {
  readonly name: string
  readonly value: string
  readonly note: string
  readonly tone?: 'good' | 'warn' | 'bad' | undefined
}): JSX.Element {
  const { name, value, note, tone } = props
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd class={tone === undefined ? '' : `tone-${tone}`}>{value}</dd>
      <dd class="figure-note">{note}</dd>
    </div>
  )
}

function Irreversible(): JSX.Element {
  const { irreversible, head, reorganizations = 0 } = status.value ?? {}
  const behind =
    irreversible === undefined || head === undefined ? undefined : head.number - irreversible.number
  const forks = reorganizations === 0 ? '' : `, ${reorganizations} reorganised`
  return (
    <Figure
      name="Irreversible"
      value={irreversible === undefined ? '—' : count(irreversible.number)}
      note={behind === undefined ? 'not known yet' : `${count(behind)} below the head${forks}`}
    />
  )
}

function Operations(): JSX.Element {
  const { value } = rates
  return (
    <Figure
      name="Operations / min"
      value={value === undefined ? '—' : compact(value.operations)}
      note={
        value === undefined
          ? 'counting'
          : `${compact(value.transactions)} trx, ${compact(value.blocks)} blocks`
      }
    />
  )
}

function Latency(): JSX.Element {
  const recent = throughput.value.points.flatMap(({ latencyMs }) =>
    latencyMs === undefined ? [] : [latencyMs],
  )
  const last = recent.slice(-100)
  const median = percentile(last, 0.5)
  const high = percentile(last, 0.95)
  return (
    <Figure
      name="Arrival latency"
      value={median === undefined ? '—' : latency(median)}
      note={high === undefined ? 'of live blocks' : `95 % within ${latency(high)}`}
    />
  )
}

function Pending(): JSX.Element {
  const { totals, waitsMs } = mempool.value
  const median = percentile(waitsMs, 0.5)
  return (
    <Figure
      name="Pending"
      value={compact(totals.pending)}
      note={median === undefined ? 'transactions' : `${latency(median)} to a block`}
    />
  )
}

function Participation(): JSX.Element {
  const { participation } = status.value ?? {}
  const tone = participation === undefined ? undefined : participation < 0.9 ? 'warn' : undefined
  return (
    <Figure
      name="Participation"
      value={participation === undefined ? '—' : percent(participation)}
      note="of the last 128 slots"
      tone={tone}
    />
  )
}

function Peers(): JSX.Element {
  const active = peers.value.filter(({ state }) => state === 'active').length
  const inSync = peers.value.filter(({ sync }) => sync === 'inSync').length
  return (
    <Figure
      name="Peers"
      value={count(active)}
      note={`${count(inSync)} in sync`}
      tone={peers.value.length > 0 && inSync === 0 ? 'warn' : undefined}
    />
  )
}
