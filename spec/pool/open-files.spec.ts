import test from 'ava'
import { DEFAULT_INBOUND_LIMITS } from '../../lib/pool/inbound-limits.ts'
import { fitOpenFiles, readOpenFileLimit } from '../../lib/pool/open-files.ts'

const limits = { ...DEFAULT_INBOUND_LIMITS, maxOutbound: 8 }

for (const [files, maxInbound, maxPendingInbound] of [
  [undefined, 64, 16],
  [1024, 64, 16],
  [152, 64, 16],
  [151, 63, 16],
  [102, 24, 6],
  [72, 0, 0],
  [10, 0, 0],
] as const) {
  test(`with ${String(files)} files ${maxInbound} connections are let in, ${maxPendingInbound} before their hello`, (t) => {
    t.like(fitOpenFiles(limits, files), { maxInbound, maxPendingInbound, maxOutbound: 8 })
  })
}

test('the system says how many files there may be, or nothing', (t) => {
  const openFiles = readOpenFileLimit()
  t.true(openFiles === undefined || openFiles > 10)
})
