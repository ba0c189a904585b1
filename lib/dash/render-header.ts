import { ageText, clockText, durationText, percentText, rateText, sparkline } from './amounts.ts'
import { cutTo } from './columns.ts'
import { chainSeconds, type FeedState } from './feed-state.ts'
import { fitLine, type Line, lineWidth, span, spread, type Style } from './frame.ts'
import { ratesOf } from './rates.ts'
import { percentile } from './transactions.ts'
import { type DashState, shownFeed } from './view-state.ts'

/** A head is fresh up to so many intervals of the chain, and old from so many on. */
const FRESH_INTERVALS = 1.5
const OLD_INTERVALS = 5
const GOOD_PARTICIPATION = 0.9
const FAIR_PARTICIPATION = 0.8
const LEAST_BAR_COLUMNS = 6
const MOST_BAR_COLUMNS = 60

/** The four lines at the top: which chain, how the node stands, the head, and how much happens. */
export function renderHeader(state: DashState): readonly Line[] {
  const { columns } = state.view.size
  const feed = shownFeed(state)
  const peers = peersNote(feed)
  return [
    titleLine(state, feed),
    spread(stateLine(feed, columns - lineWidth(peers)), peers, columns),
    fitLine(fields(headFields(feed, columns), columns), columns),
    fitLine(fields(rateFields(feed), columns), columns),
  ]
}

function titleLine({ view }: DashState, feed: FeedState): Line {
  const { network } = feed
  const chain = network === undefined ? 'starting' : `${network.name} ${network.chainId.slice(0, 8)}`
  const marks = [view.frozen === undefined ? '' : 'PAUSED', view.isOver ? 'END OF RECORDING' : '']
    .filter((mark) => mark !== '')
    .join(' ')
  const time = feed.now === 0 ? '' : ` ${clockText(chainSeconds(feed))} UTC `
  return spread(
    [span(` rx-bitshares  ${chain}  `, 'bar'), span(marks, 'focus')],
    [span(time, 'bar')],
    view.size.columns,
    'bar',
  )
}

const STATE_STYLES: Readonly<Record<string, Style>> = {
  live: 'good',
  syncing: 'accent',
  locating: 'accent',
  connecting: 'warn',
  forked: 'bad',
}

/** How the node stands; while it catches up, how far it is. */
function stateLine(feed: FeedState, columns: number): Line {
  const { status, syncedFrom, closed } = feed
  if (status === undefined) return [span(' ● ', 'dim'), span('starting', 'dim')]
  const style = STATE_STYLES[status.state] ?? 'plain'
  const label: Line = [span(' ● ', style), span(status.state.padEnd(10), style), span(' ')]
  const { headNumber, behindBlocks, blocksPerSecond } = status
  if (status.state === 'syncing' && syncedFrom !== undefined && behindBlocks > 0) {
    const done = (headNumber - syncedFrom) / Math.max(1, headNumber - syncedFrom + behindBlocks)
    const left = blocksPerSecond > 0 ? durationText((behindBlocks / blocksPerSecond) * 1000) : '?'
    const figures = [
      span(` ${String(Math.floor(done * 100)).padStart(3)} %`, 'strong'),
      span(`  of #${headNumber + behindBlocks}`, 'dim'),
      span(`  ${rateText(blocksPerSecond)} blocks/s`),
      span(`  ${left} left`),
    ]
    const room = columns - lineWidth(label) - lineWidth(figures)
    return [
      ...label,
      ...progressBar(done, Math.min(MOST_BAR_COLUMNS, Math.max(LEAST_BAR_COLUMNS, room))),
      ...figures,
    ]
  }
  const ended = status.state === 'live' && closed !== undefined && columns >= 100
  const text = [...label, span(status.reason)]
  return ended ? [...text, span(`   last ended: ${closed.peer}: ${cutTo(closed.reason, 60)}`, 'dim')] : text
}

function progressBar(done: number, columns: number): Line {
  const filled = Math.round(Math.min(1, Math.max(0, done)) * columns)
  return [span('█'.repeat(filled), 'accent'), span('░'.repeat(columns - filled), 'dim')]
}

function peersNote({ status }: FeedState): Line {
  if (status === undefined) return []
  const { activePeers, connectingPeers } = status
  const more = connectingPeers === 0 ? '' : ` +${connectingPeers}`
  return [span(' peers ', 'dim'), span(`${activePeers}${more} `, activePeers === 0 ? 'bad' : 'strong')]
}

type Field = readonly [label: string, value: string, style?: Style, note?: string]

/** Labelled values with room between them, as many as fit; a note only where it fits, too. */
function fields(all: readonly Field[], columns: number): Line {
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

function headFields(feed: FeedState, columns: number): readonly Field[] {
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

function rateFields(feed: FeedState): readonly Field[] {
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
