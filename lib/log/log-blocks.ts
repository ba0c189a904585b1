import { ignoreElements, merge, type Observable, tap } from 'rxjs'
import type { Block } from '../node/block.ts'
import type { Status } from '../node/events.ts'
import type { Logger } from './create-logger.ts'

/** Blocks older than this came while catching up: a line for each would say nothing. */
const TOLD_AGE_SECONDS = 60
/** While catching up a line says how far, after so many blocks. */
const CATCHING_UP_STEP = 10_000

/**
 * Writes a line for each block, as people look for it in the log of a bitshares-core node, with its age and how far it is
 * above what is irreversible; emits nothing. `chainSeconds` is the chain's clock, in seconds since 1970.
 */
export function logBlocks(
  block$: Observable<Block>,
  status$: Observable<Status>,
  logger: Logger,
  chainSeconds: () => number,
): Observable<never> {
  let irreversible: number | undefined
  let told = 0
  return merge(
    status$.pipe(tap((status) => (irreversible = status.irreversible?.number))),
    block$.pipe(
      tap(({ number, id, timestamp, witness, transactions, received }) => {
        const age = chainSeconds() - timestamp
        if (age > TOLD_AGE_SECONDS) {
          if (number - told < CATCHING_UP_STEP) return
          told = number
          logger.info('catching up', { number, time: new Date(timestamp * 1000).toISOString() })
          return
        }
        const reversible = irreversible === undefined ? 'unknown' : `-${number - irreversible}`
        logger.info(`Got block: #${number} ${id}`, {
          time: new Date(timestamp * 1000).toISOString().slice(0, 19),
          latencyMs: Math.round(age * 1000),
          irreversible: reversible,
          witness,
          transactions: transactions.length,
          peer: received.peer ?? '',
        })
      }),
    ),
  ).pipe(ignoreElements())
}
