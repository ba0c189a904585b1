import { Observable, type OperatorFunction } from 'rxjs'
import type { Cursor } from '../chain/cursor.ts'
import type { Gate } from '../flow/gate.ts'
import { whileOpen } from '../flow/while-open.ts'
import type { BlockStore, StorableBlock } from './block-store.ts'

/** What happens to a chain, as `chain$` of a node tells it. */
export interface ChainStep {
  readonly type: 'block_applied' | 'block_undone' | 'block_irreversible'
  readonly block: StorableBlock
}

/** Blocks that are not durable yet before no more are asked for; they are asked for again at half of it. */
export const MAX_UNWRITTEN_BLOCKS = 4000
/** The same in bytes. */
export const MAX_UNWRITTEN_BYTES: number = 32 * 1024 * 1024
/** Blocks of one append; what waits longer is the next. */
const APPENDED_BLOCKS = 2000
const APPENDED_BYTES = 8 * 1024 * 1024

/**
 * Writes a chain to a store as it changes, and emits the last block of what became durable, each time some did.
 *
 * Blocks that are applied while others are written are written together next. While too many wait, `gate` is closed: the
 * source is asked for no more, what is on its way is still taken. Blocks that are undone before they were written never
 * are; those that were written stay until others take their place. Completes and errors with the source when all is
 * durable; errors with what `append` rejects with. Unsubscribing leaves what waits to the store, which is told of it at
 * once.
 */
export function storeChain(
  store: Pick<BlockStore, 'append'>,
  gate: Gate,
): OperatorFunction<ChainStep, Cursor> {
  return (step$) =>
    new Observable<Cursor>((subscriber) => {
      let waiting: StorableBlock[] = []
      /** With what is being written. */
      let blocks = 0
      let bytes = 0
      let isWriting = false
      let isFailed = false
      let end: (() => void) | undefined

      const count = (sign: 1 | -1, changed: readonly StorableBlock[]): void => {
        for (const { raw } of changed) bytes += sign * raw.length
        blocks += sign * changed.length
        if (blocks >= MAX_UNWRITTEN_BLOCKS || bytes >= MAX_UNWRITTEN_BYTES) gate.close()
        else if (blocks <= MAX_UNWRITTEN_BLOCKS / 2 && bytes <= MAX_UNWRITTEN_BYTES / 2) gate.open()
      }
      const write = async (): Promise<void> => {
        while (waiting.length > 0 && !subscriber.closed) {
          const run = firstRun(waiting)
          waiting = waiting.slice(run.length)
          const last = await store.append(run)
          count(-1, run)
          subscriber.next(last)
        }
        isWriting = false
        end?.()
      }
      const begin = (): void => {
        if (isWriting) return
        isWriting = true
        // Not at once, so that blocks that come together are written together.
        Promise.resolve()
          .then(write)
          .catch((error: unknown) => {
            isFailed = true
            subscriber.error(error)
          })
      }
      const take = ({ type, block }: ChainStep): void => {
        if (type === 'block_applied') {
          waiting.push(block)
          count(1, [block])
          begin()
        } else if (type === 'block_undone' && waiting.at(-1)?.id === block.id) {
          waiting.pop()
          count(-1, [block])
        }
      }
      const endWith = (how: () => void): void => {
        end = how
        if (!isWriting) how()
      }

      const handOver = (): void => {
        gate.open()
        while (waiting.length > 0 && !isFailed) {
          const run = firstRun(waiting)
          waiting = waiting.slice(run.length)
          // Nobody is left to be told. What fails to be kept is fetched again.
          store.append(run).catch(() => undefined)
        }
      }

      subscriber.add(handOver)
      subscriber.add(
        step$.pipe(whileOpen(() => !subscriber.closed)).subscribe({
          next: take,
          error: (error: unknown) => endWith(() => subscriber.error(error)),
          complete: () => endWith(() => subscriber.complete()),
        }),
      )
    })
}

function firstRun(waiting: readonly StorableBlock[]): readonly StorableBlock[] {
  let bytes = 0
  const end = waiting.findIndex(({ raw }, index) => {
    bytes += raw.length
    return index > 0 && (index >= APPENDED_BLOCKS || bytes > APPENDED_BYTES)
  })
  return end === -1 ? waiting : waiting.slice(0, end)
}
