// Run in a process of its own by the relay bench: a node that takes connections and passes on what is new. The chain's clock
// goes with its blocks, which were made at another time. Prints where it listens; ends with its stdin.
import { filter, take } from 'rxjs'
import { createNode } from '../lib/node/create-node.ts'
import { privateNetwork } from '../lib/node/networks.ts'

const [chainId = '', startSeconds = ''] = process.argv.slice(2)
let headTime = Number(startSeconds)
const node = createNode({
  network: { ...privateNetwork(chainId), chainSeconds: () => headTime + 3 },
  from: 'genesis',
  listen: '127.0.0.1:0',
})
node.event$
  .pipe(
    filter((event) => event.type === 'listening'),
    take(1),
  )
  .subscribe(({ address }) => {
    console.log(JSON.stringify({ address }))
  })
node.block$.subscribe(({ timestamp }) => {
  headTime = timestamp
})
process.stdin.resume().on('end', () => process.exit())
