import test from 'ava'
import { nearNames } from '../../lib/cli/near-names.ts'

const NAMES = ['operation', 'transfer_operation', 'signed_block', 'signed_transaction', 'hello_message']

test('finds a name with a slip', (t) => {
  t.deepEqual(nearNames('singed_block', NAMES), ['signed_block'])
})

test('finds the names that contain what was typed, the shortest first', (t) => {
  t.deepEqual(nearNames('signed', NAMES), ['signed_block', 'signed_transaction'])
})

test('finds nothing near nonsense', (t) => {
  t.deepEqual(nearNames('qqqqqqqq', NAMES), [])
  t.deepEqual(nearNames('', NAMES), [])
})
