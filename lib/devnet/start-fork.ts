import { UsageError } from '../errors.ts'
import type { BranchIndex, ChainEvent } from './chain-event.ts'
import type { DevnetFork } from './devnet.ts'
import type { ForkingTimeline } from './forking-timeline.ts'

/**
 * Splits a chain. Throws {@link UsageError} `BAD_OPTION` when it cannot be split there.
 *
 * @param tell called with each thing that has happened
 */
export function startFork(
  timeline: ForkingTimeline,
  at: number | undefined,
  tell: (event: ChainEvent) => void,
): DevnetFork {
  const begun = timeline.split(at)
  const { after } = begun
  let { heads = [after, after] } = timeline
  let isOver = false

  function produce(branch: BranchIndex, count = 1): void {
    if (isOver) throw new UsageError('BAD_OPTION', 'this fork is over')
    for (let made = 0; made < count; made += 1) {
      const event = timeline.make(branch)
      ;({ heads = heads } = timeline)
      tell(event)
    }
  }

  tell(begun)
  return {
    after,
    get heads() {
      return heads
    },
    produce,
    join(wanted) {
      const winner = wanted ?? (heads[1].number > heads[0].number ? 1 : 0)
      const loserHead = heads[winner === 0 ? 1 : 0]
      const isLost = loserHead.number > after.number
      produce(winner, isLost ? Math.max(0, loserHead.number + 1 - heads[winner].number) : 0)
      isOver = true
      tell(timeline.join(winner))
      return winner
    },
  }
}
