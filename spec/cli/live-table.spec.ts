import test from 'ava'
import { renderTable } from '../../lib/cli/live-table.ts'
import { createNameBook } from '../../lib/names/name-book.ts'
import type { Block } from '../../lib/node/block.ts'
import { recordedBlocks } from '../support/recorded-blocks.ts'

const blocks = recordedBlocks()
const shown = [6, 426, 896].map((number) => blocks.get(number) as Block)
const names = createNameBook({
  names: {
    format: 'rx-bitshares names',
    version: 1,
    accounts: { '1.2.17': 'alice', '1.2.6': 'init0' },
    witnesses: { [shown[1]?.witness ?? '']: '1.2.6' },
  },
})
const table = { title: 'devnet', status: undefined, blocks: shown, names, chainSeconds: 0 }

test('shows the newest blocks with names and what is in them', (t) => {
  const [title, status, , header, ...rows] = renderTable(table, 400, 40)
  t.deepEqual([title, status], ['devnet', 'starting'])
  t.regex(header ?? '', /^block +time +witness +trx +ops +size +operations$/)
  t.is(rows.length, 3)
  t.regex(rows[1] ?? '', /^#426 .* init0 +1 +1 +0\.2 kB {2}alice claims \d+ BTS of balance 1\.15\.\d+$/)
  t.regex(rows[2] ?? '', /; and 5 more$/)
})

test('fits into the terminal', (t) => {
  const lines = renderTable(table, 40, 6)
  t.is(lines.length, 5)
  t.true(lines.every((line) => line.length <= 40))
})
