// A bot: whoever sends bob something gets a coin and a note. On a devnet, where everybody's keys are known; alice pays him,
// so that there is somebody to answer. One confirmation is waited for: what is undone needs no answer.
import { EMPTY, filter, finalize, ignoreElements, merge, mergeMap, take } from 'rxjs'
import { createNode, draftTransaction, signTransaction } from '../lib/index.ts'
import type { Block, DevnetAccount, ObjectId } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, devnet, close } = await openNetwork()
const { chainId = '', accounts = [] } = devnet ?? {}
const [alice, bob] = accounts
if (alice === undefined || bob === undefined) throw new Error('it needs a devnet')
const node = createNode({ ...options, mode: { confirmations: 1 } })
const coin = { amount: 100_000n, asset_id: '1.3.0' } as const
const payment = { type: 'transfer', fee: coin, amount: coin, extensions: [] } as const

const answer$ = node.operation$.pipe(
  mergeMap(({ operation, block }) => {
    if (operation.type !== 'transfer' || operation.to !== bob.id) return EMPTY
    console.log(`#${block.number} ${operation.from} pays bob`)
    return node.broadcast(pay(bob, operation.from, 'thank you, keep it', block))
  }),
  filter((event) => event.status === 'included'),
)
const payment$ = node.block$.pipe(
  mergeMap((block) => node.broadcast(pay(alice, bob.id, `for block ${block.number}`, block))),
)
merge(answer$, payment$.pipe(ignoreElements()))
  .pipe(take(blocks), finalize(close))
  .subscribe(({ id, block }) => console.log(`answer ${id} is in block #${block.number}`))

function pay({ id: from, active }: DevnetAccount, to: ObjectId<1, 2>, note: string, at: Block) {
  // Four bytes of checksum, then the text. With null keys all can read it, with those of the two it would be encrypted.
  const key = 'BTS1111111111111111111111111111111114T1Anm'
  const memo = { from: key, to: key, nonce: 0n, message: new TextEncoder().encode(`\0\0\0\0${note}`) }
  return signTransaction(draftTransaction([{ ...payment, from, to, memo }], at), active.wif, chainId)
}
