import { bytesText, clockText, durationText } from './amounts.ts'
import { fit, wrap } from './columns.ts'
import { detailOperations } from './detail-operations.ts'
import type { OperationFacts } from './facts.ts'
import { type BlockRow } from './feed-state.ts'
import { fitLine, fitLines, type Line, span, spread } from './frame.ts'
import { type DashState, type DetailView, shownFeed } from './view-state.ts'

const MAX_DECODED_LINES = 30

/** A block as it was decoded and what its operations do, in so many lines. */
export function renderDetail(state: DashState, detail: DetailView, rows: number): readonly Line[] {
  const { columns } = state.view.size
  const row = shownFeed(state).blocks.find(({ id }) => id === detail.id)
  if (row === undefined) {
    return fitLines(
      [
        fitLine([span(' BLOCK', 'focus')], columns, 'focus'),
        [span(' This block is not kept any more.', 'dim')],
      ],
      columns,
      rows,
    )
  }
  const top = [headingOf(row, columns), ...factsOf(row, columns)]
  const operations = detailOperations(state, detail.id)
  const shown = operationLines(operations, detail, columns, rows - top.length - 1)
  return fitLines(
    [...top, operationsHeading(row, operations.length, detail, columns), ...shown],
    columns,
    rows,
  )
}

function headingOf(row: BlockRow, columns: number): Line {
  return spread(
    [span(` BLOCK #${row.number}${row.isUndone ? '  UNDONE' : ''}`, 'focus')],
    [span('← older  → newer ', 'focus')],
    columns,
    'focus',
  )
}

function factsOf(row: BlockRow, columns: number): readonly Line[] {
  const { latencyMs, peer, witness, sizeBytes, transactions, operations } = row
  const date = new Date(row.timestamp * 1000)
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  const came =
    latencyMs === undefined
      ? `asked of ${peer}`
      : `${durationText(latencyMs)} after its time, first from ${peer}`
  const facts: readonly (readonly [string, string])[] = [
    ['id', row.id],
    ['previous', row.previous],
    ['time', `${day} ${clockText(row.timestamp)} UTC, by ${witness}`],
    ['arrived', came],
    ['checked', checkedText(row)],
    ['holds', `${transactions} transactions, ${operations} operations, ${bytesText(sizeBytes)}`],
  ]
  return facts.map(([label, value]) => fitLine([span(` ${label.padEnd(9)}`, 'dim'), span(value)], columns))
}

/** What was checked of a block, in words. */
function checkedText({ level, signer }: BlockRow): string {
  const always = 'id, link to the block before, merkle root, time'
  if (level === 'links') return always
  const key = { known: 'key known', first_use: 'key first seen lately', unknown: 'key unknown' }[signer]
  return `${always}, signature (${key})${level === 'strict' ? ', turn' : ''}`
}

function operationsHeading(
  { details, operations, isOpaque }: BlockRow,
  shown: number,
  { isOpen }: DetailView,
  columns: number,
): Line {
  const kept = details?.length ?? 0
  const left =
    details === undefined
      ? 'operations are not kept'
      : shown < kept
        ? `${shown} of ${operations} operations match the filter`
        : kept < operations
          ? `the first ${kept} of ${operations} operations`
          : `${operations} operations`
  const rest = isOpaque ? ', and a rest of a later protocol' : ''
  return spread(
    [span(` ${left}${rest}`.toUpperCase(), 'heading')],
    [span(isOpen ? 'enter: less ' : 'enter: decoded ', 'heading')],
    columns,
    'heading',
  )
}

/** The operations from near the one of the cursor on, each with its sentence; that one with its members if it is open. */
function operationLines(
  operations: readonly OperationFacts[],
  { selected, isOpen }: DetailView,
  columns: number,
  rows: number,
): readonly Line[] {
  const blocks = operations.map((each, index) => operationBlock(each, index === selected, isOpen, columns))
  let first = selected
  let height = blocks[selected]?.length ?? 0
  // As much of what stands above the cursor as leaves it in the upper half.
  while (first > 0 && height + (blocks[first - 1]?.length ?? 0) <= Math.max(height, rows / 2)) {
    first -= 1
    height += blocks[first]?.length ?? 0
  }
  return blocks.slice(first).flat().slice(0, rows)
}

function operationBlock(
  { transaction, type, sentence, decoded }: OperationFacts,
  isSelected: boolean,
  isOpen: boolean,
  columns: number,
): readonly Line[] {
  const place = String(transaction + 1).padStart(4)
  const width = Math.max(10, columns - 7)
  const [firstLine = '', ...more] = wrap(sentence === '' ? type : sentence, width, isSelected ? 8 : 2)
  const lines: Line[] = [
    isSelected
      ? [span(fit(`${place}  ${firstLine}`, columns), 'cursor')]
      : [span(place, 'dim'), span('  '), span(firstLine)],
    ...more.map((text): Line => [span('      '), span(text)]),
  ]
  if (!isSelected || !isOpen) return lines
  return [
    ...lines,
    [span('      '), span(type, 'accent')],
    ...wrap(decoded, width, MAX_DECODED_LINES).map((text): Line => [span('      '), span(text, 'dim')]),
  ]
}
