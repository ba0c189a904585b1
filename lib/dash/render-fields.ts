import { ageText, durationText, percentText, rateText, sparkline } from './amounts.ts'
import { chainSeconds, type FeedState } from './feed-state.ts'
import { type Line, lineWidth, span, type Style } from './frame.ts'
import { ratesOf } from './rates.ts'
import { percentile } from './transactions.ts'

/** A head is fresh up to so many intervals of the chain and a second, and old from so many on. */
const FRESH_INTERVALS = 1
const OLD_INTERVALS = 5
const GOOD_PARTICIPATION = 0.9
const FAIR_PARTICIPATION = 0.8

/** A label with a value, and what is said of it where there is room. */
export type Field = readonly [label: string, value: string, style?: Style, note?: string]

/** Labelled values with room between them, as many as fit; a note only where it fits, too. */
export function renderFields(all: readonly Field[], columns: number): Line {
  let line: Line = []
  for (const [label, value, style = 'strong', note = ''] of all) {
    const more: Line = [span(line.length === 0 ? ' ' : '   '), span(`${label} `, 'dim'), span(value, style)]
    const noted: Line = [...more, span(note, 'dim')]
    const room = columns - lineWidth(line)
    if (lineWidth(more) > room) break
    line = [...line, ...(lineWidth(noted) > room ? more : noted)]
  }
  return line
}

/** The head and how good it is. */
export function headFields(feed: FeedState, columns: number): readonly Field[] {
  const { status, network, slots } = feed
  const interval = network?.intervalSeconds ?? 3
  const number = status?.headNumber ?? 0
  if (status === undefined || number === 0) return [['head', 'none yet', 'dim']]
  const age = chainSeconds(feed) - status.headTime
  const ageStyle =
    age <= FRESH_INTERVALS * interval + 1 ? 'good' : age <= OLD_INTERVALS * interval ? 'warn' : 'bad'
  const { irreversibleNumber, participation, reorganizations } = status
  const all: Field[] = [
    ['head', `#${number}`, 'strong'],
    ['age', ageText(age).padStart(5), ageStyle],
    irreversibleNumber === undefined
      ? ['irreversible', '-', 'dim']
      : ['irreversible', `#${irreversibleNumber}`, 'strong', ` -${number - irreversibleNumber}`],
    participation === undefined
      ? ['participation', '-', 'dim']
      : ['participation', percentText(participation).padStart(5), participationStyle(participation)],
  ]
  if (columns >= 100) {
    all.push(['reorganizations', String(reorganizations), reorganizations === 0 ? 'dim' : 'warn'])
  }
  if (columns >= 150 && slots.length > 0) {
    const strip = slots.slice(-32).map(({ isProduced }) => (isProduced ? '▪' : '×'))
    all.push([
      'slots',
      strip.join(''),
      slots.slice(-32).every(({ isProduced }) => isProduced) ? 'good' : 'warn',
    ])
  }
  return all
}

function participationStyle(share: number): Style {
  return share >= GOOD_PARTICIPATION ? 'good' : share >= FAIR_PARTICIPATION ? 'warn' : 'bad'
}

/** How much happens. */
export function rateFields(feed: FeedState): readonly Field[] {
  const rates = ratesOf(feed)
  const { pending, inclusionsMs } = feed.transactions
  const median = percentile(inclusionsMs, 50)
  const ninety = percentile(inclusionsMs, 90)
  const perSecond = (rate: number | undefined): string =>
    (rate === undefined ? '-' : rateText(rate)).padStart(4)
  return [
    [
      'trx/s',
      perSecond(rates?.tenSeconds),
      'strong',
      ` 1m ${perSecond(rates?.minute)} 1h ${perSecond(rates?.hour)}`,
    ],
    ['ops/s', perSecond(rates?.operations), 'strong'],
    ['pending', String(pending.size).padStart(3), 'strong'],
    [
      'included in',
      (median === undefined ? '-' : durationText(median)).padStart(7),
      'strong',
      ninety === undefined ? '' : `, 90 % ${durationText(ninety).padStart(7)}`,
    ],
    ['ops', rates === undefined ? '' : sparkline(rates.bars, 30), 'accent'],
  ]
}
