// Run in a process of its own by the serving bench: a node that serves what a directory has, or follows a devnet. Prints where
// it listens, then on each line of stdin what it has used so far.
import { createInterface } from 'node:readline'
import { filter, take } from 'rxjs'
import { createNode } from '../lib/node/create-node.ts'
import { privateNetwork } from '../lib/node/networks.ts'
import { createMemoryStore } from '../lib/store/memory-store.ts'
import { openDiskStore } from '../lib/store/open-disk-store.ts'

const [chainId = '', directory = '', ...peers] = process.argv.slice(2)
const store = directory === '' ? createMemoryStore() : await openDiskStore({ directory, chainId })
const node = createNode({
  network: privateNetwork(chainId),
  peers,
  from: 'genesis',
  store,
  listen: '127.0.0.1:0',
  limits: { maxInbound: 1000, maxPendingInbound: 1000 },
})
node.event$
  .pipe(
    filter((event) => event.type === 'listening'),
    take(1),
  )
  .subscribe(({ address }) => {
    console.log(JSON.stringify({ address }))
  })
node.block$.subscribe()
const lines = createInterface({ input: process.stdin })
lines.on('line', () => {
  const { user, system } = process.cpuUsage()
  console.log(JSON.stringify({ cpuMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() }))
})
lines.on('close', () => process.exit())
