// Prints a line a block.
import { finalize, take } from 'rxjs'
import { createNode } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, close } = await openNetwork()
const node = createNode(options)

node.block$.pipe(take(blocks), finalize(close)).subscribe((block) => {
  const time = new Date(block.timestamp * 1000).toISOString()
  console.log(`#${block.number}  ${time}  by ${block.witness}  ${block.transactions.length} transactions`)
})
