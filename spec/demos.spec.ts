import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import test from 'ava'

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
