import { clockText, durationText, rateText } from './amounts.ts'
import { cutTo } from './columns.ts'
import { chainSeconds, type FeedState } from './feed-state.ts'
import { fitLine, type Line, lineWidth, span, spread, type Style } from './frame.ts'
import { headFields, rateFields, renderFields } from './render-fields.ts'
import { type DashState, shownFeed } from './view-state.ts'

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
    fitLine(renderFields(headFields(feed, columns), columns), columns),
    fitLine(renderFields(rateFields(feed), columns), columns),
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
