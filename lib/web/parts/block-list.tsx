import type { JSX } from 'preact'
import type { ShownBlock } from '../../view/reduce-blocks.ts'
import { bytes, clock, count, counted, latency, moment } from '../format.ts'
import { blocks, status } from '../live/store.ts'
import { Card, Empty } from './card.tsx'
import { Icon } from './icon.tsx'
import { WitnessMark } from './witness-mark.tsx'

const ROWS = 18

/** The newest blocks, the newest first; undone ones stay where they were. */
export function BlockList(): JSX.Element {
  const shown = blocks.value.slice(-ROWS).reverse()
  const most = Math.max(1, ...shown.map(({ operationCount }) => operationCount))
  return (
    <Card title="Blocks" class="blocks" note="as they come">
      {shown.length === 0 ? (
        <Empty>No block yet: {status.value?.reason ?? 'waiting for the server'}.</Empty>
      ) : (
        <ol class="block-rows" data-blocks>
          {shown.map((block) => (
            <Row key={block.id} block={block} most={most} />
          ))}
        </ol>
      )}
    </Card>
  )
}

function Row({ block, most }: { readonly block: ShownBlock; readonly most: number }): JSX.Element {
  const { number, id, timestamp, witness, witnessName, transactionCount, operationCount } = block
  const isFinal = number <= (status.value?.irreversible?.number ?? 0)
  const classes = `block-row${block.isUndone === true ? ' is-undone' : ''}${isFinal ? ' is-final' : ''}`
  return (
    <li class={classes} data-number={number} data-undone={block.isUndone === true ? '' : undefined}>
      <a class="block-link" href={`/block/${id}`}>
        <span class="block-number">{count(number)}</span>
        {block.isUndone === true && (
          <span class="badge badge-warn">
            <Icon name="undo" />
            undone
          </span>
        )}
      </a>
      <time class="block-time" title={moment(timestamp)}>
        {clock(timestamp)}
      </time>
      <WitnessMark witness={witness} name={witnessName} />
      <span
        class="block-load"
        title={`${counted(transactionCount, 'transaction')}, ${counted(operationCount, 'operation')}`}
      >
        <span class="bar" style={{ '--share': operationCount / most }} aria-hidden="true" />
        <span>
          {count(operationCount)} <span class="muted">ops</span>
        </span>
      </span>
      <span class="block-size muted">{bytes(block.sizeBytes)}</span>
      <span class="block-late muted">{block.latencyMs === undefined ? '' : latency(block.latencyMs)}</span>
    </li>
  )
}
