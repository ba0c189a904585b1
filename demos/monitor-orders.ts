// Shows what is offered in each market, at which limit price, and what is cancelled: order flow, not trades. Blocks do not
// tell what was filled, nor which id a new order got: so a cancelled order has no market here.
import { filter, finalize, mergeMap, skip, takeUntil } from 'rxjs'
import { type Asset, createNameBook, createNode, describe, followNames, MAINNET } from '../lib/index.ts'
import { type OperationEvent, toOperationEvents } from '../lib/index.ts'
import { openNetwork } from './network.ts'

const { options, blocks, close } = await openNetwork()
const network = typeof options.network === 'object' ? options.network : MAINNET
const names = createNameBook({ network })
const node = createNode({ ...options, from: network.genesis === undefined ? 'head' : 'genesis' })
const counts = new Map<string, number>()
// So many blocks after it has caught up.
const end$ = node.block$.pipe(
  filter(({ received }) => received.source === 'live'),
  skip(blocks),
)
const line$ = node.chain$.pipe(
  followNames(names),
  mergeMap(({ type, block }) => (type === 'block_applied' ? toOperationEvents(block) : [])),
  mergeMap(toLines),
)
line$.pipe(takeUntil(end$), finalize(close)).subscribe((line) => console.log(line))

function toLines({ block, operation }: OperationEvent): readonly string[] {
  if (operation.type === 'limit_order_cancel') return [`#${block.number} ${describe(operation, names)}`]
  if (operation.type !== 'limit_order_create') return []
  const [gives, asks] = [coins(operation.amount_to_sell), coins(operation.min_to_receive)]
  const market = `${gives.symbol}→${asks.symbol}`
  counts.set(market, (counts.get(market) ?? 0) + 1)
  const offer = `offer ${counts.get(market) ?? 0} at ${(asks.count / gives.count).toPrecision(6)} or more`
  return [`#${block.number} ${market} ${offer}: ${describe(operation, names)}`]
}

function coins({ amount, asset_id }: Asset): { readonly symbol: string; readonly count: number } {
  const { symbol = asset_id, precision = 0 } = names.asset(asset_id) ?? {}
  return { symbol, count: Number(amount) / 10 ** precision }
}
