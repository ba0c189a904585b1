// Shows which witness makes blocks, how many, and how many slots passed without one.
import { finalize, map, pairwise, scan, take } from 'rxjs'
import { createNode, MAINNET } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, close } = await openNetwork()
const node = createNode(options)
const { blockIntervalSeconds } = typeof options.network === 'object' ? options.network : MAINNET

interface Tally {
  readonly made: ReadonlyMap<string, number>
  readonly missed: number
}

const tally$ = node.block$.pipe(
  pairwise(),
  take(blocks),
  // A block stands in a slot; a longer gap means that somebody did not make theirs.
  map(([before, block]) => ({
    witness: block.witness,
    missed: (block.timestamp - before.timestamp) / blockIntervalSeconds - 1,
  })),
  scan(
    (tally: Tally, { witness, missed }) => ({
      made: new Map(tally.made).set(witness, (tally.made.get(witness) ?? 0) + 1),
      missed: tally.missed + missed,
    }),
    { made: new Map(), missed: 0 },
  ),
)

tally$.pipe(finalize(close)).subscribe(({ made, missed }) => {
  const table = [...made].sort(([, a], [, b]) => b - a).map(([witness, count]) => `${witness} ${count}`)
  console.log(`${table.join(', ')}; ${missed} slots without a block`)
})
