import { defer, ignoreElements, type Observable, repeat, switchMap, tap, timer } from 'rxjs'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import type { Random } from '../../lib/devnet/random.ts'

const MAX_PAUSE_MS = 1500
const MAX_DOWN_MS = 4000

/**
 * Breaks what a devnet's nodes have: connections of any of them, and all but the first are away for a while.
 *
 * Goes on for as long as it is subscribed; one thing at a time.
 */
export function breakNodes(devnet: Devnet, random: Random): Observable<never> {
  return defer(() => {
    const index = random.below(devnet.nodes.length)
    const node = devnet.nodes[index]
    const pause$ = timer(random.below(MAX_PAUSE_MS))
    if (index === 0 || random.chance(0.5)) {
      node?.disconnectAll()
      return pause$
    }
    node?.stop()
    return timer(random.below(MAX_DOWN_MS)).pipe(
      tap(() => void node?.start()),
      switchMap(() => pause$),
    )
  }).pipe(repeat(), ignoreElements())
}
