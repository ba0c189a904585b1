// Feeds mutated payloads to everything that reads bytes of peers: npm run fuzz -- [ITERATIONS] [SEED]. Prints one line of
// JSON, and behind it the first payload that made anything but a refusal happen.
import { PEER_TARGETS } from './fuzz/peer-targets.ts'
import { runFuzz } from './fuzz/run-fuzz.ts'
import { TARGETS } from './fuzz/targets.ts'

const [iterations = '100000', seed = '1'] = process.argv.slice(2)
const { summary, finding } = runFuzz([...TARGETS, ...PEER_TARGETS], Number(iterations), Number(seed))
console.log(JSON.stringify(summary))
if (finding !== undefined) {
  console.log(finding)
  process.exitCode = 1
}
