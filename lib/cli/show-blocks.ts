import {
  filter,
  ignoreElements,
  interval,
  map,
  merge,
  type Observable,
  scan,
  share,
  startWith,
  tap,
  withLatestFrom,
} from 'rxjs'
import type { NameBook } from '../names/name-book.ts'
import type { Block } from '../node/block.ts'
import type { ChainEvent } from '../node/chain-event.ts'
import type { Node } from '../node/create-node.ts'
import { followNames } from '../node/follow-names.ts'
import { blockLine, describeBlock, describeUndone, undoLine } from './block-lines.ts'
import { renderTable } from './live-table.ts'
import { hasColor } from './output.ts'

const KEPT_BLOCKS = 50
const REDRAW_MS = 250

/** What blocks are shown with. */
export interface Showing {
  readonly title: string
  /** The chain's clock, in seconds since 1970. */
  readonly chainSeconds: () => number
  /** Follows the chain. */
  readonly names: NameBook
  readonly format?: 'json' | 'pretty' | undefined
}

/**
 * Blocks of a node as they come: a table that is drawn anew on a terminal, else a line each, or JSON if that is wanted.
 * Emits the blocks it showed.
 */
export function showBlocks(node: Node, showing: Showing): Observable<Block> {
  const { names, format = 'pretty' } = showing
  const event$ = node.chain$.pipe(
    followNames(names),
    filter(({ type }) => type !== 'block_irreversible'),
    share(),
  )
  const isTable = format === 'pretty' && hasColor(process.stdout) && process.stdout.isTTY
  const shown$ = isTable ? drawTable(event$, node, showing) : printLines(event$, showing)
  const block$ = event$.pipe(
    filter(({ type }) => type === 'block_applied'),
    map(({ block }) => block),
  )
  return merge(shown$, block$)
}

function printLines(event$: Observable<ChainEvent>, { names, format }: Showing): Observable<never> {
  const [applied, undone] = format === 'json' ? [blockLine, undoLine] : [describeBlock, describeUndone]
  return event$.pipe(
    tap(({ type, block }) => {
      process.stdout.write(`${(type === 'block_undone' ? undone : applied)(block, names)}\n`)
    }),
    ignoreElements(),
  )
}

function drawTable(event$: Observable<ChainEvent>, node: Node, showing: Showing): Observable<never> {
  const { title, chainSeconds, names } = showing
  const blocks$ = event$.pipe(scan(noteBlock, [] as readonly Block[]), startWith([] as readonly Block[]))
  let drawn = 0
  const draw = (lines: readonly string[]): void => {
    const up = drawn > 0 ? `\x1b[${drawn}A` : ''
    process.stdout.write(`${up}${lines.map((line) => `\x1b[2K${line}\n`).join('')}`)
    drawn = lines.length
  }
  return interval(REDRAW_MS).pipe(
    withLatestFrom(blocks$, node.status$.pipe(startWith(undefined))),
    map(([, blocks, status]) => ({ title, status, blocks, names, chainSeconds: chainSeconds() })),
    tap((table) => {
      draw(renderTable(table, process.stdout.columns, process.stdout.rows))
    }),
    ignoreElements(),
  )
}

function noteBlock(blocks: readonly Block[], { type, block }: ChainEvent): readonly Block[] {
  return type === 'block_undone'
    ? blocks.filter(({ id }) => id !== block.id)
    : [...blocks.slice(-KEPT_BLOCKS), block]
}
