// node append-until-killed.js DIRECTORY CHAIN_ID SEED INDEX: opens a store, goes on with a plan from append INDEX, and prints the
// number of each append that is durable. It ends when it is killed.
import { writeSync } from 'node:fs'
import { openDiskStore } from '../../lib/store/open-disk-store.ts'
import { previousOf } from '../../lib/store/link-run.ts'
import { type ChainEnd, plannedAppend } from './planned-appends.ts'

/** Appends that wait at a time. */
const AT_ONCE = 4

const [directory = '', chainId = '', seed = '', first = '0'] = process.argv.slice(2)
const store = await openDiskStore({ directory, chainId })
/** The last blocks, as far down as the plan may go. */
const ids = new Map<number, string>()
let number = 0
const last = await store.last()
if (last !== undefined) {
  number = last.number
  ids.set(number, last.id)
  for await (const block of store.read(number - 100)) ids.set(block.number - 1, previousOf(block.raw))
}
const end: ChainEnd = {
  get number() {
    return number
  },
  idOf: (at) => ids.get(at) ?? '',
}
const waiting: Promise<unknown>[] = []
for (let index = Number(first); ; index += 1) {
  const blocks = plannedAppend(seed, index, end)
  for (const block of blocks) {
    ids.set(block.number, block.id)
    ids.delete(block.number - 200)
    number = block.number
  }
  // Written at once, so that what was said is said before the kill.
  waiting.push(store.append(blocks).then(() => writeSync(1, `${index}\n`)))
  if (waiting.length === AT_ONCE) await waiting.shift()
}
