import {
  filter,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  scan,
  takeUntil,
  tap,
  throwError,
  timer,
} from 'rxjs'
import type { Node } from '../node/create-node.ts'
import type { NodeEvent } from '../node/events.ts'
import { CliError, EXIT } from './exit-codes.ts'

/** How long peers may take to answer before the command gives up; `--wait` takes this away. */
export const NO_PEER_TIMEOUT_MS = 30_000

/** What became of each peer that was dialled: the reason it closed for, or undefined while it is tried or open. */
type Attempts = ReadonlyMap<string, { readonly code: string; readonly message: string } | undefined>

/**
 * Errors with a {@link CliError} when nothing will come: no peer answered in 30 seconds (exit code 3), or all that
 * that are known are on another chain (4). Emits nothing.
 *
 * @param knownPeers how many addresses there are to begin with
 */
export function failWithoutPeers(node: Node, knownPeers: number, waitsForever: boolean): Observable<never> {
  const active$ = node.event$.pipe(filter(({ type }) => type === 'peerActive'))
  const attempts$ = node.event$.pipe(scan(noteAttempt, new Map() as Attempts))
  let latest: Attempts = new Map()
  const wrongChain$ = attempts$.pipe(
    tap((attempts) => {
      latest = attempts
    }),
    filter((attempts) => attempts.size >= knownPeers && isAllWrongChain(attempts)),
    map((attempts) => {
      throw new CliError(
        `Every peer is on another chain: ${toText(attempts)}. Check --network or --chain-id.`,
        EXIT.wrongChain,
      )
    }),
  )
  const late$ = timer(NO_PEER_TIMEOUT_MS).pipe(
    filter(() => !waitsForever),
    mergeMap(() => throwError(() => new CliError(noPeerSentence(latest), EXIT.noPeer))),
  )
  return merge(wrongChain$, late$).pipe(ignoreElements(), takeUntil(active$))
}

function noteAttempt(attempts: Attempts, event: NodeEvent): Attempts {
  if (event.type === 'peerDialled') return new Map(attempts).set(event.peer, undefined)
  if (event.type !== 'peerClosed') return attempts
  return new Map(attempts).set(event.peer, { code: event.code, message: event.message })
}

function isAllWrongChain(attempts: Attempts): boolean {
  const ends = [...attempts.values()]
  return ends.length > 0 && ends.every((end) => end?.code === 'WRONG_CHAIN')
}

function noPeerSentence(attempts: Attempts): string {
  const tried = attempts.size === 0 ? 'none was known' : `tried ${toText(attempts)}`
  return (
    `No peer could be reached in ${NO_PEER_TIMEOUT_MS / 1000} s: ${tried}. ` +
    'Name one with --peer HOST:PORT, keep trying with --wait, or see blocks without any network: rx-bitshares devnet --follow'
  )
}

function toText(attempts: Attempts): string {
  return [...attempts]
    .map(([peer, end]) => (end === undefined ? `${peer} (no answer)` : `${peer} (${end.message})`))
    .join(', ')
}
