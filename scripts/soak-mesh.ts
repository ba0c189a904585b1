// Five nodes of ours in a line, a ring and a star on loopback, started and stopped at random while a devnet makes blocks: all
// must end on the same head, nothing lost, nothing doubled. node dist/scripts/soak-mesh.js [SECONDS] [SEED]
import { createDevnet } from '../lib/devnet/create-devnet.ts'
import { createRandom } from '../lib/devnet/random.ts'
import { runMesh } from './soak/mesh.ts'

const [seconds = '120', seed = 'mesh'] = process.argv.slice(2)
const random = createRandom(seed)
let failed = 0
for (const topology of ['line', 'ring', 'star'] as const) {
  const devnet = createDevnet({ seed, intervalMs: 1000 })
  await devnet.start()
  const { restarts, problems } = await runMesh(
    devnet,
    topology,
    Number(seconds) * 1000,
    () => random.uint32() / 2 ** 32,
  )
  const head = devnet.head.number
  await devnet.close()
  for (const problem of problems.slice(0, 5)) console.log(`✖ ${problem}`)
  console.log(`mesh, ${topology}: ${restarts} restarts, head ${head}, ${problems.length} problems`)
  if (problems.length > 0) failed += 1
}
console.log(`mesh: ${3 - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
