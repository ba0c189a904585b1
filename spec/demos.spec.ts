import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import test from 'ava'
import sqlite from 'node-sqlite3-wasm'
import { formatAddress } from '../lib/transport/peer-address.ts'
import { temporaryFolder } from './support/temporary-folder.ts'
import { startDevnet } from './support/with-devnet.ts'

const sources = new URL('../../demos/', import.meta.url)
const built = new URL('../demos/', import.meta.url)
const MAX_LINES = 40
/** A demo that does not end is a failure, not a hang. */
const TIMEOUT_MS = 45_000

/** What each demo says, beside other things, when it follows three blocks of a devnet. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'print-blocks': /^#2\d .* by 1\.6\.\d+ .*\n#2\d .*\n#2\d .*$/,
  'watch-transfers': /1\.2\.\d+ → 1\.2\.\d+ {2}\d+ of 1\.3\.\d/,
  'watch-account':
    /^#1 alice claims 10000000 BTS of balance 1\.15\.0$\n.*^#\d market issues 2000000 APPLE to alice$/ms,
  'list-peers': /^127\.0\.0\.1:\d+ +active +\w+ +rx-bitshares devnet/m,
  'wait-for-transaction': /^(\w{40}) is pending\n\1 is in block #2\d \w{40} after \d+ ms$/,
  'for-await': /^stored 1:\w{40}\nstored 2:\w{40}\nstored 3:\w{40}$/,
  'watch-forks':
    /^\+ #(\d+) {2}(\w{40}) {2}by 1\.6\.\d+\n(?:.*\n)*- #\1 {2}\2 .*\n(?:.*\n)*\+ #\1 {2}(?!\2)\w{40} /m,
  'watch-whales':
    /^(?:#\d+ \w+ (?:sends|offers) (?:[89]\d{3}|\d{5,})(?:\.\d+)? (?:BTS|USD) .*\n)*#\d+ \w+ sends (?:[89]\d{3}|\d{5,})(?:\.\d+)? (?:BTS|USD) to \w+(?: with a memo)?$/,
  'monitor-orders':
    /^#\d+ USD→BTS offer 1 at \d{2}\.\d{4} or more: \w+ offers \d+\.\d+ USD for at least \d+\.\d+ BTS .*\n(?:.*\n)*#\d+ \w+ cancels order 1\.7\.\d+$/m,
  'blocks-to-sqlite': /^#1 kept\n#2 kept\n#3 kept\n3 blocks in :memory:$/,
  'answer-transfers':
    /^#2\d 1\.2\.13 pays bob\n(?:.*\n)*(?:answer \w{40} is in block #2\d(?:\n|$)(?:#.*\n)*){3}$/m,
  'serve-blocks': /^http:\/\/127\.0\.0\.1:\d+\/ shows blocks as they come$/,
  'own-devnet-in-a-test': /^(?:# pass|ℹ pass) 1$/m,
  'monitor-witnesses': /1\.6\.\d+ \d.*; 0 slots without a block$/,
}

const files = readdirSync(sources).filter((file) => file.endsWith('.ts'))

test('every demo is tried, and each is short', (t) => {
  const demos = files.filter((file) => file !== 'network.ts').map((file) => file.replace('.ts', ''))
  t.deepEqual(demos.sort(), Object.keys(SAYS).sort())
  for (const file of files) {
    const lines = readFileSync(new URL(file, sources), 'utf8').trimEnd().split('\n').length
    t.true(lines <= MAX_LINES, `${file} has ${lines} lines`)
  }
})

for (const [name, says] of Object.entries(SAYS)) {
  test(`${name} shows a devnet and ends by itself`, async (t) => {
    const { pathname } = new URL(`${name}.js`, built)
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [pathname, '--blocks', '3', '--interval', '400'],
      { timeout: TIMEOUT_MS },
    )
    t.regex(stdout.trim(), says)
    t.is(stderr, '')
  })
}

test('blocks-to-sqlite goes on where it was, and rows of blocks that were undone meanwhile are gone', async (t) => {
  const devnet = await startDevnet(t, { nodes: 2 })
  devnet.produce(5)
  const file = (await temporaryFolder(t))('blocks.sqlite')
  const run = async (blocks: number): Promise<string> => {
    const network = [
      '--chain-id',
      devnet.chainId,
      ...devnet.addresses.flatMap((at) => ['--peer', formatAddress(at)]),
    ]
    const { pathname } = new URL('blocks-to-sqlite.js', built)
    const args = [pathname, '--file', file, '--blocks', String(blocks), ...network]
    return (await promisify(execFile)(process.execPath, args, { timeout: TIMEOUT_MS })).stdout
  }
  t.is(await run(5), `#1 kept\n#2 kept\n#3 kept\n#4 kept\n#5 kept\n5 blocks in ${file}\n`)
  const fork = devnet.fork({ after: 3 })
  fork.produce(1, 4)
  fork.join(1)
  t.is(await run(4), `#5 deleted\n#4 deleted\n#4 kept\n#5 kept\n#6 kept\n#7 kept\n7 blocks in ${file}\n`)
  const database = new sqlite.Database(file)
  const rows = database.all('SELECT number, id FROM block ORDER BY number')
  database.close()
  t.deepEqual(
    rows,
    [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number, id: devnet.block(number)?.id ?? '' })),
  )
})

test('serve-blocks hands out its page, and a line a block until the last', async (t) => {
  const { pathname } = new URL('serve-blocks.js', built)
  const demo = spawn(process.execPath, [pathname, '--blocks', '5', '--interval', '400'], {
    timeout: TIMEOUT_MS,
  })
  t.teardown(() => demo.kill())
  const [line] = (await once(createInterface({ input: demo.stdout }), 'line')) as [string]
  const [url = ''] = line.split(' ')
  const events = fetch(`${url}events`).then((response) => response.text())
  t.regex(await (await fetch(url)).text(), /^<!doctype html>.*new EventSource\('\/events'\)/s)
  t.regex(await events, /^(?:data: #\d+ by 1\.6\.\d+\n\n)+$/)
  await once(demo, 'close')
  t.is(demo.exitCode, 0)
})
