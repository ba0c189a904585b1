// Hears of a transaction before it is in a block, and waits until it is: what a wallet or an exchange does.
import { connect, filter, finalize, first, switchMap, takeWhile, tap } from 'rxjs'
import { createNode } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, close } = await openNetwork()
const node = createNode(options)

const fate$ = node.trx$.pipe(
  connect((event$) =>
    event$.pipe(
      first(({ status }) => status === 'pending'),
      tap(({ id }) => console.log(`${id} is pending`)),
      switchMap(({ id }) => event$.pipe(filter((event) => event.id === id))),
    ),
  ),
  takeWhile(({ status }) => status === 'pending', true),
)

fate$.pipe(finalize(close)).subscribe((event) => {
  if (event.status === 'expired') console.log(`${event.id} was not taken into a block in time`)
  if (event.status !== 'included') return
  const { id, block, pendingForMs = 0 } = event
  console.log(`${id} is in block #${block.number} ${block.id} after ${Math.round(pendingForMs)} ms`)
})
