// npm run bench -- [FOLDER]: everything in one run, as ratios where there is something to compare with; writes RESULTS.md.
//
// FOLDER has bench/blocks.bin and chain/blocks.bin: recordings with a chain-id beside them, that of the chain from block 1 on
// and with its genesis.json. Without it the vectors serve.
import { existsSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { signatures } from '../lib/crypto/signatures.ts'
import { benchCodec, readRecording, sampleBlocks } from './codec.ts'
import { benchLatency } from './latency.ts'
import { benchMemory } from './memory.ts'
import { benchPauses } from './pauses.ts'
import { benchRelay } from './relay.ts'
import { benchServing, type ServingFigure } from './serving.ts'
import { benchPage } from './page.ts'
import { benchSync, emptyChain, fullChain } from './sync.ts'
import { benchVerify, verifyChain, type VerifyFigure } from './verify.ts'

const EMPTY_BLOCKS = 100_000
const FULL_BLOCKS = 2000
/** Blocks that are verified one by one. */
const SIGNED_BLOCKS = 20_000
const PAGE_SECONDS = 30

const [folder = ''] = process.argv.slice(2)
const mix = join(folder, 'bench', 'blocks.bin')
const recorded = join(folder, 'chain', 'blocks.bin')

const codec = benchCodec(existsSync(mix) ? readRecording(mix) : sampleBlocks())
console.error('codec', codec)
const verify = await benchVerify(verifyChain(join(folder, 'chain')))
console.error('verify', verify)
const empty = await benchSync(await emptyChain(EMPTY_BLOCKS))
console.error('sync of empty blocks', empty)
const full = await benchSync(existsSync(recorded) ? recorded : await fullChain(FULL_BLOCKS))
console.error('sync of full blocks', full)
const pauses = await benchPauses(await emptyChain(SIGNED_BLOCKS))
console.error('pauses', pauses)
const latency = await benchLatency()
console.error('latency', latency)
const relay = await benchRelay()
console.error('relay', relay)
const serving = await benchServing()
console.error('serving', serving)
const memory = await benchMemory(await emptyChain(EMPTY_BLOCKS))
console.error('memory', memory)
const page = await benchPage(PAGE_SECONDS)
console.error('page', page)

const { following } = serving
const thousands = (value: number): string => Math.round(value).toLocaleString('en-US')
const verifyRow = ({ level, backend, mainThread, withThreads }: VerifyFigure): string => {
  const how = backend === undefined ? 'no signature is looked at' : `signatures by ${backend}`
  const threaded =
    withThreads === undefined
      ? ''
      : `, **${thousands(withThreads)}** with ${verify.threads} thread${verify.threads === 1 ? '' : 's'}`
  return `| blocks read and verified, \`${level}\`, ${how} | **${thousands(mainThread)}** a second on the main thread${threaded} | |`
}
const servingRow = (each: ServingFigure): string =>
  `| served from disk to ${each.peers} peer${each.peers === 1 ? '' : 's'} at once | **${thousands(each.blocksPerSecond)}** blocks/s, **${each.megabytesPerSecond} MB/s** (${each.cores} cores, ${each.residentMiB} MiB; the peers share the machine) | |`
const browserRow =
  page.browser === undefined
    ? ''
    : `| scripting of the page in Chromium, ${page.transactionsPerBlock} transactions a block each 3 s | **${page.browser.scriptingMs} ms** a second (layout ${page.browser.layoutMs}, everything ${page.browser.allTasksMs}) | below 50 |
`
const text = `# Results of \`npm run bench\`

Ratios compare what ran side by side in one run; absolute figures belong to the machine of that run
(${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}, signatures by ${signatures.name}).

| what | figure | aim |
|---|---|---|
| decode every block, every leaf walked, ÷ SHA-256 of the same bytes | **${codec.decodeRatio}** (${codec.decodeMegabytesPerSecond} of ${codec.sha256MegabytesPerSecond} MB/s) | 0.15, beyond: 0.21 |
| the same without walking the leaves | ${codec.decodeOnlyRatio} | |
| header, id, transaction ids and merkle root checked ÷ SHA-256 | **${codec.checkRatio}** (${codec.checkMegabytesPerSecond} MB/s) | 0.07, beyond: 0.10 |
| empty blocks read and checked, one thread | ${thousands(codec.emptyBlocksPerSecond)} a second | |
${verify.figures.map(verifyRow).join('\n')}
| sync of ${thousands(empty.blocks)} empty blocks ÷ a sink that only deframes | **${empty.ratio}** (${thousands(empty.nodePerSecond)} of ${thousands(empty.sinkPerSecond)} blocks/s) | 0.9 |
| sync of ${thousands(full.blocks)} full blocks ÷ the same sink | **${full.ratio}** (${thousands(full.nodePerSecond)} of ${thousands(full.sinkPerSecond)} blocks/s) | |
| longest pause of the event loop, catching up with ${thousands(pauses.blocks)} blocks and their signatures | **${pauses.withThreadsMs} ms** with ${pauses.threads} thread${pauses.threads === 1 ? '' : 's'}, ${pauses.mainThreadMs} ms on the main thread | |
| announcement received → block emitted, ${latency.transactionsPerBlock} transactions a block | p50 **${latency.p50Ms} ms**, p99 **${latency.p99Ms} ms** (round trip of a message: ${latency.roundTripMs} ms) | |
| block of ${relay.transactionsPerBlock} transactions given to a node that relays → announced to the next peer | p50 **${relay.addedP50Ms} ms**, p99 **${relay.addedP99Ms} ms** | |
| announced by one peer → whole at the other, a node between them | p50 **${relay.throughP50Ms} ms**, p99 **${relay.throughP99Ms} ms** | |
${serving.fromDisk.map(servingRow).join('\n')}
| memory of a node that ${following.peers} peers follow live | **${following.residentMiB} MiB** (${following.cores} cores, ${following.served} of them had ${following.blocks} blocks) | below 300 |
| memory while catching up, at each quarter of ${thousands(memory.blocks)} blocks | ${memory.catchingUpMiB.join(', ')} MiB | flat |
| memory following live | **${memory.liveMiB} MiB** | below 120 |
| what a browser loads of the page, compressed | **${page.pageKilobytes} kB** | |
${browserRow}| a node that serves the page: nobody listens → ${page.listeners} listeners of its events | ${page.alone.cpuMs} → **${page.withListeners.cpuMs} ms** of CPU a second, ${page.alone.residentMiB} → **${page.withListeners.residentMiB} MiB** | |

The codec figures are of ${codec.blocks} blocks (${codec.megabytes} MB, ${thousands(codec.leaves)} leaves).
`
writeFileSync('bench/RESULTS.md', text)
console.log(text)
process.exit()
