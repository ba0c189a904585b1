// Prints who sends how much to whom. Blocks carry ids, not names: 1.2.17 is account 17, 1.3.0 is the core asset, BTS.
import { finalize, skip, takeUntil } from 'rxjs'
import { createNode } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, close } = await openNetwork()
const node = createNode(options)
const end$ = node.block$.pipe(skip(blocks))

node.operation$.pipe(takeUntil(end$), finalize(close)).subscribe(({ operation, block, transactionId }) => {
  // `type` tells the operations apart; inside, TypeScript knows the fields of a transfer.
  if (operation.type !== 'transfer') return
  const { from, to, amount, memo } = operation
  const note = memo === undefined ? '' : '  with a memo'
  console.log(
    `#${block.number}  ${transactionId}  ${from} → ${to}  ${amount.amount} of ${amount.asset_id}${note}`,
  )
})
