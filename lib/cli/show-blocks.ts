import {
  ignoreElements,
  interval,
  map,
  merge,
  type Observable,
  scan,
  startWith,
  tap,
  withLatestFrom,
} from 'rxjs'
import type { Block } from '../node/block.ts'
import type { Node } from '../node/create-node.ts'
import { describeBlock } from './describe-block.ts'
import { renderTable } from './live-table.ts'
import { blockLine } from './stream-command.ts'
import { hasColor } from './output.ts'

const KEPT_BLOCKS = 50
const REDRAW_MS = 250

/**
 * Blocks of a node as they come: a table that is drawn anew on a terminal, else a line each, or JSON if that is wanted.
 * Emits the blocks it showed.
 */
export function showBlocks(
  node: Node,
  title: string,
  chainSeconds: () => number,
  format: 'json' | 'pretty' = 'pretty',
): Observable<Block> {
  if (format === 'json') return printLines(node, blockLine)
  const isTable = hasColor(process.stdout) && process.stdout.isTTY
  return isTable ? drawTable(node, title, chainSeconds) : printLines(node, describeBlock)
}

function printLines(node: Node, toLine: (block: Block) => string): Observable<Block> {
  return node.block$.pipe(
    tap((block) => {
      process.stdout.write(`${toLine(block)}\n`)
    }),
  )
}

function drawTable(node: Node, title: string, chainSeconds: () => number): Observable<Block> {
  const blocks$ = node.block$.pipe(
    scan((blocks, block) => [...blocks.slice(-KEPT_BLOCKS), block], [] as readonly Block[]),
    startWith([] as readonly Block[]),
  )
  let drawn = 0
  const draw = (lines: readonly string[]): void => {
    const up = drawn > 0 ? `\x1b[${drawn}A` : ''
    process.stdout.write(`${up}${lines.map((line) => `\x1b[2K${line}\n`).join('')}`)
    drawn = lines.length
  }
  const table$ = interval(REDRAW_MS).pipe(
    withLatestFrom(blocks$, node.status$.pipe(startWith(undefined))),
    map(([, blocks, status]) => ({ title, status, blocks, chainSeconds: chainSeconds() })),
    tap((table) => {
      draw(renderTable(table, process.stdout.columns, process.stdout.rows))
    }),
    ignoreElements(),
  )
  return merge(node.block$, table$)
}
