// Tells who sends or offers a lot, in sentences with names and amounts. An offer is what somebody asks for: whether it was
// taken is in no block. Names are known as far as blocks were followed, and amounts where the name of their asset is.
import { filter, finalize, map, mergeMap, skip, takeUntil } from 'rxjs'
import { createNameBook, createNode, describe, followNames, MAINNET, type Operation } from '../lib/index.ts'
import { toOperationEvents } from '../lib/index.ts'
import { openNetwork } from './network.ts'

/** Whole coins from which on it is worth telling. */
const LARGE: ReadonlyMap<string, bigint> = new Map([
  ['BTS', 8000n],
  ['USD', 40_000n],
])

const { options, blocks, close } = await openNetwork()
const network = typeof options.network === 'object' ? options.network : MAINNET
const names = createNameBook({ network })
const node = createNode({ ...options, from: network.genesis === undefined ? 'head' : 'genesis' })
// So many blocks after it has caught up.
const end$ = node.block$.pipe(
  filter(({ received }) => received.source === 'live'),
  skip(blocks),
)

const whale$ = node.chain$.pipe(
  followNames(names),
  mergeMap(({ type, block }) => (type === 'block_applied' ? toOperationEvents(block) : [])),
  filter(({ operation }) => isLarge(operation)),
  map(({ block, operation }) => `#${block.number} ${describe(operation, names)}`),
)
whale$.pipe(takeUntil(end$), finalize(close)).subscribe((line) => console.log(line))

function isLarge(operation: Operation): boolean {
  if (operation.type !== 'transfer' && operation.type !== 'limit_order_create') return false
  const { amount, asset_id } = operation.type === 'transfer' ? operation.amount : operation.amount_to_sell
  const { symbol = '', precision = 0 } = names.asset(asset_id) ?? {}
  const least = LARGE.get(symbol)
  return least !== undefined && amount >= least * 10n ** BigInt(precision)
}
