import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { asapScheduler, filter, observeOn, take } from 'rxjs'
import { broadcastLine } from '../../lib/cli/broadcast-command.ts'
import { encode, toJson } from '../../lib/codec.ts'
import type { BroadcastEvent } from '../../lib/node/broadcast.ts'
import { toTransactionId } from '../../lib/protocol/identities.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { hexOf } from '../support/hex.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { signTransfer } from '../support/transfer.ts'
import { startDevnet } from '../support/with-devnet.ts'

const MAIN = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
const ID = 'ab'.repeat(20)
const BLOCK = { number: 7, id: `00000007${'cd'.repeat(16)}` }

const LINES: readonly [BroadcastEvent, string][] = [
  [
    { status: 'sent', id: ID, peer: '127.0.0.1:1776', peers: 2 },
    `{"trx_id":"${ID}","status":"sent","peer":"127.0.0.1:1776","peers":2}`,
  ],
  [
    { status: 'heard', id: ID, peer: '127.0.0.1:1776' },
    `{"trx_id":"${ID}","status":"heard","peer":"127.0.0.1:1776"}`,
  ],
  [
    { status: 'included', id: ID, block: BLOCK },
    `{"trx_id":"${ID}","status":"included","cursor":"7:${BLOCK.id}"}`,
  ],
  [
    { status: 'returned', id: ID, from: BLOCK },
    `{"trx_id":"${ID}","status":"returned","from":"7:${BLOCK.id}"}`,
  ],
  [
    { status: 'irreversible', id: ID, block: BLOCK },
    `{"trx_id":"${ID}","status":"irreversible","cursor":"7:${BLOCK.id}"}`,
  ],
  [{ status: 'expired', id: ID }, `{"trx_id":"${ID}","status":"expired"}`],
]

for (const [event, line] of LINES) {
  test(`a transaction that is ${event.status} is a line`, (t) => {
    t.is(broadcastLine(event), line)
  })
}

/** Runs the command with a text on standard input. */
async function run(input: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, 'broadcast', ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  const statuses = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly trx_id: string; readonly status: string })
  return { code, statuses, stderr }
}

test('a transfer as hex is followed until it is irreversible', async (t) => {
  // The command goes by the machine's clock, for which blocks made in advance would be too early.
  const devnet = await startDevnet(t, { history: 5, startTime: new Date('2026-01-01T00:00:00Z') })
  const transaction = signTransfer(devnet)
  devnet.event$
    .pipe(
      filter(({ type }) => type === 'transactionMade'),
      take(1),
      observeOn(asapScheduler),
    )
    .subscribe(() => devnet.produce(20))
  const genesis = (await temporaryFolder(t))('genesis.json')
  await writeFile(genesis, devnet.genesis ?? '')
  const { code, statuses, stderr } = await run(
    hexOf(encode('signed_transaction', transaction)),
    '--chain-id',
    devnet.chainId,
    '--genesis',
    genesis,
    '--peer',
    formatAddress(devnet.address),
  )
  t.is(code, 0, stderr)
  t.deepEqual(
    statuses.map(({ status }) => status),
    ['sent', 'included', 'irreversible'],
  )
  t.true(statuses.every(({ trx_id }) => trx_id === toTransactionId(encode('transaction', transaction))))
})

test('a transaction that expires ends with 1 and a sentence', async (t) => {
  const devnet = await startDevnet(t, { history: 5, intervalMs: 300, production: 'timed' })
  const transaction = { ...signTransfer(devnet, { validSeconds: 1 }), ref_block_prefix: 1 }
  const { code, statuses, stderr } = await run(
    JSON.stringify(toJson('signed_transaction', transaction)),
    '--chain-id',
    devnet.chainId,
    '--peer',
    formatAddress(devnet.address),
  )
  t.is(code, 1)
  t.is(statuses.at(-1)?.status, 'expired')
  t.regex(stderr, /has expired without being in a block/)
})

test('what is not signed is refused before anything is sent', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const unsigned = { ...signTransfer(devnet), signatures: [] }
  const { code, statuses, stderr } = await run(
    JSON.stringify(toJson('signed_transaction', unsigned)),
    '--chain-id',
    devnet.chainId,
    '--peer',
    formatAddress(devnet.address),
  )
  t.is(code, 2)
  t.deepEqual(statuses, [])
  t.regex(stderr, /has to be signed before it is sent/)
})
