// Follows a devnet whose nodes fail all the time, with a stream that is stopped and goes on from its cursor, and with a node
// that is never stopped: every block must come once, in order, with the right id, and memory, timers and sockets must not
// grow. Before that a process that keeps blocks on disk is killed, again and again. npm run soak -- [MINUTES] [SEED]
import { createDevnet } from '../lib/devnet/create-devnet.ts'
import { createRandom } from '../lib/devnet/random.ts'
import { formatAddress } from '../lib/transport/peer-address.ts'
import { breakNodes } from './soak/break-nodes.ts'
import { followAtLength } from './soak/follow-at-length.ts'
import { followInTurns } from './soak/follow-in-turns.ts'
import { killStore } from './soak/kill-store.ts'

const NODES = 4
const INTERVAL_MS = 100
/** Two hundred in the ten minutes that a soak takes if nothing else is said. */
const KILLS_PER_MINUTE = 20
/** Chain time runs ten times as fast as ours: it begins in the past, so that it does not overtake our clock. */
const HEAD_START_MS = 30 * 24 * 3_600_000
/** Memory may grow by this much from the first third of the run to the last. */
const MAX_GROWTH = 1.25
/** The node that is never stopped may grow by this, once the run is long enough to tell. */
const MAX_SLOPE_MIB_PER_HOUR = 60
const MIN_SLOPE_MINUTES = 10

const [minutes = '10', seed = 'soak'] = process.argv.slice(2)
const killed = await killStore(Math.ceil(Number(minutes) * KILLS_PER_MINUTE), seed)
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
const network = {
  chainId: devnet.chainId,
  peers: devnet.addresses.map(formatAddress),
  idOf: (number: number): string | undefined => devnet.block(number)?.id,
}
const longRun = followAtLength(network, () => devnet.head.number)
const followed = await followInTurns({ ...network, isOver: () => performance.now() > endAt })
const long = await longRun.end()
breaking.unsubscribe()
await devnet.close()

const { blocks, turns, residentMiB } = followed
const problems = [...killed.problems, ...followed.problems, ...long.problems]
const third = Math.ceil(residentMiB.length / 3)
const early = Math.max(...residentMiB.slice(0, third))
const late = Math.max(...residentMiB.slice(-third))
if (late > early * MAX_GROWTH) problems.push(`memory grew from ${early} to ${late} MiB`)
if (blocks < devnet.head.number / 2) problems.push(`only ${blocks} of ${devnet.head.number} blocks came`)
// Caches and compiled code settle for minutes; a slope says something only afterwards.
if (Number(minutes) >= MIN_SLOPE_MINUTES && long.slopeMiBPerHour > MAX_SLOPE_MIB_PER_HOUR)
  problems.push(`the long run grows by ${long.slopeMiBPerHour} MiB an hour`)
for (const problem of problems) console.log(`✖ ${problem}`)
console.log(
  `soak: ${blocks} blocks in ${turns} turns of ${minutes} minutes, ${early} to ${late} MiB, ${problems.length} problems`,
)
console.log(
  `soak, without a stop: ${long.blocks} blocks, ${long.residentMiB} MiB, ${long.slopeMiBPerHour} MiB an hour, ` +
    `at most ${long.timers} timers and ${long.sockets} sockets, ${long.dials} dials`,
)
console.log(
  `soak of the store: ${killed.kills} kills, ${killed.appends} appends, ${killed.blocks} blocks, ` +
    `opened in ${killed.slowestOpenMs} ms at most`,
)
process.exitCode = problems.length === 0 ? 0 : 1
