// Prints how the chain goes on, is taken back where peers follow a longer branch, and becomes irreversible.
import { filter, finalize, skip, takeUntil } from 'rxjs'
import { createNode } from '../lib/index.ts'
import { openNetwork } from './network.ts'

// A devnet whose nodes lose sight of each other after every three blocks; mainnet has no fork for days.
const { options, blocks, close } = await openNetwork({ forks: { every: 3, depth: [1, 3] } })
const node = createNode(options)
const SIGNS = { block_applied: '+', block_undone: '-', block_irreversible: '=' } as const
// Ends when so many blocks were undone and another one is.
const end$ = node.chain$.pipe(
  filter(({ type }) => type === 'block_undone'),
  skip(blocks),
)

node.chain$.pipe(takeUntil(end$), finalize(close)).subscribe(({ type, block }) => {
  console.log(`${SIGNS[type]} #${block.number}  ${block.id}  by ${block.witness}`)
})
