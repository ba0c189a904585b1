import test from 'ava'
import { OPERATION_NAMES } from '../../lib/protocol/schema.ts'
import {
  countFamilies,
  OPERATION_FAMILIES,
  operationFamily,
  type OperationFamily,
} from '../../lib/view/operation-family.ts'

const ROWS: readonly (readonly [string, OperationFamily])[] = [
  ['transfer', 'transfer'],
  ['transfer_to_blind', 'transfer'],
  ['htlc_redeem', 'transfer'],
  ['limit_order_create', 'order'],
  ['call_order_update', 'order'],
  ['asset_settle', 'order'],
  ['liquidity_pool_exchange', 'pool'],
  ['asset_publish_feed', 'feed'],
  ['asset_create', 'asset'],
  ['account_update', 'account'],
  ['witness_update', 'governance'],
  ['proposal_create', 'governance'],
  ['credit_offer_accept', 'credit'],
  ['custom', 'other'],
  ['an operation of tomorrow', 'other'],
]

test('each operation is of one family', (t) => {
  for (const [type, family] of ROWS) t.is(operationFamily(type), family, type)
})

test('every family has an operation, and few have none', (t) => {
  const found = new Set(OPERATION_NAMES.map(operationFamily))
  t.deepEqual([...found].sort(), [...OPERATION_FAMILIES].sort())
  t.deepEqual(
    OPERATION_NAMES.filter((type) => operationFamily(type) === 'other'),
    ['custom', 'assert'],
  )
})

test('counts of types become counts of families', (t) => {
  const counts = countFamilies({ transfer: 2, balance_claim: 1, limit_order_cancel: 4 })
  t.is(counts.transfer, 3)
  t.is(counts.order, 4)
  t.is(counts.pool, 0)
})
