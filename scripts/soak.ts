// Follows a devnet whose nodes fail all the time, with a stream that is stopped and goes on from its cursor: every block must
// come once, in order, with the right id, and memory must not grow. npm run soak -- [MINUTES] [SEED]
import { createDevnet } from '../lib/devnet/create-devnet.ts'
import { createRandom } from '../lib/devnet/random.ts'
import { formatAddress } from '../lib/transport/peer-address.ts'
import { breakNodes } from './soak/break-nodes.ts'
import { followInTurns } from './soak/follow-in-turns.ts'

const NODES = 4
const INTERVAL_MS = 100
/** Chain time runs ten times as fast as ours: it begins in the past, so that it does not overtake our clock. */
const HEAD_START_MS = 30 * 24 * 3_600_000
/** Memory may grow by this much from the first third of the run to the last. */
const MAX_GROWTH = 1.25

const [minutes = '10', seed = 'soak'] = process.argv.slice(2)
const startedAt = performance.now()
const endAt = startedAt + Number(minutes) * 60_000
const devnet = createDevnet({
  seed,
  nodes: NODES,
  intervalMs: INTERVAL_MS,
  startTime: new Date(Math.floor(performance.timeOrigin / 1000) * 1000 - HEAD_START_MS),
})
await devnet.start()

const random = createRandom(seed)
const breaking = breakNodes(devnet, random).subscribe()
const followed = await followInTurns({
  chainId: devnet.chainId,
  peers: devnet.addresses.map(formatAddress),
  isOver: () => performance.now() > endAt,
  idOf: (number) => devnet.block(number)?.id,
})
breaking.unsubscribe()
await devnet.close()

const { blocks, turns, residentMiB, problems } = followed
const third = Math.ceil(residentMiB.length / 3)
const early = Math.max(...residentMiB.slice(0, third))
const late = Math.max(...residentMiB.slice(-third))
if (late > early * MAX_GROWTH) problems.push(`memory grew from ${early} to ${late} MiB`)
if (blocks < devnet.head.number / 2) problems.push(`only ${blocks} of ${devnet.head.number} blocks came`)
for (const problem of problems) console.log(`✖ ${problem}`)
console.log(
  `soak: ${blocks} blocks in ${turns} turns of ${minutes} minutes, ${early} to ${late} MiB, ${problems.length} problems`,
)
process.exitCode = problems.length === 0 ? 0 : 1
