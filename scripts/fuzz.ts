// Feeds mutated payloads to everything that reads bytes of peers: npm run fuzz -- [iterations] [seed]
import { runFuzz } from './fuzz/run-fuzz.ts'
import { TARGETS } from './fuzz/targets.ts'

const [iterations = '100000', seed = '1'] = process.argv.slice(2)
const { summary, finding } = runFuzz(TARGETS, Number(iterations), Number(seed))
console.log(summary)
if (finding !== undefined) {
  console.log(finding)
  process.exitCode = 1
}
