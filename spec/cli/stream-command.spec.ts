import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import test from 'ava'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startDevnet } from '../support/with-devnet.ts'

const { pathname: main } = new URL('../../lib/cli/main.js', import.meta.url)
/** A command that does not end is a failure, not a hang. */
const TIMEOUT_MS = 45_000
const BLOCKS = 40

interface Ended {
  readonly code: number
  readonly out: readonly string[]
  readonly err: string
}

/** Runs `rx-bitshares stream` to its end. */
async function stream(...args: readonly string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, 'stream', ...args], {
      timeout: TIMEOUT_MS,
    })
    return { code: 0, out: stdout.split('\n').slice(0, -1), err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout.split('\n').slice(0, -1), err: stderr }
  }
}

/** The devnet as a private chain that somebody else runs. */
const following = (devnet: Devnet): readonly string[] => [
  ...['--chain-id', devnet.chainId, '--peer', formatAddress(devnet.address), '--only'],
  ...['--from', 'genesis', '--to', String(BLOCKS)],
]

test('prints who sends what in sentences, and names that were saved say the same', async (t) => {
  const at = await temporaryFolder(t)
  const devnet = await startDevnet(t, { history: BLOCKS, transactionsPerBlock: 6 })
  await writeFile(at('genesis.json'), devnet.genesis ?? '')
  const base = [...following(devnet), '--format', 'pretty', '--ops', 'transfer']
  const wanted = ['--accounts', 'alice,bob', '--assets', 'bts']

  const first = await stream(
    ...base,
    ...wanted,
    '--genesis',
    at('genesis.json'),
    '--save-names',
    at('names.json'),
  )
  t.is(first.code, 0, first.err)
  t.true(first.out.length > 2)
  for (const line of first.out)
    t.regex(line, /^#\d+\.\d+\.\d+ +transfer {19}\w+ sends [\d.]+ BTS to \w+(?: with a memo)?$/)
  t.true(first.out.every((line) => /\b(?:alice|bob)\b/.test(line)))
  t.regex(
    first.err,
    new RegExp(
      `^Names up to block ${BLOCKS} are in .*names\\.json\\. To go on: --names .* --from ${BLOCKS}:\\w{40}\n$`,
    ),
  )

  const names = JSON.parse(await readFile(at('names.json'), 'utf8')) as {
    readonly chain_id: string
    readonly head: number
  }
  t.like(names, { chain_id: devnet.chainId, head: BLOCKS, accounts: { '1.2.0': 'committee-account' } })

  // The book ends where the chain does, so going over it again is not what it can learn from: names are known already.
  const again = await stream(...base, ...wanted, '--names', at('names.json'))
  t.is(again.code, 0, again.err)
  t.deepEqual(again.out, first.out)
  t.regex(
    again.err,
    /^Names of accounts, .* made from block 1 on are not known, because the last block seen before it was 40\.\n$/,
  )

  const unknown = await stream(...base, ...wanted)
  t.is(unknown.code, 2)
  t.is(
    unknown.err,
    'the account "alice" is not known: give its id, such as 1.2.17, or names with --names FILE or --genesis FILE\n',
  )

  const ids = await stream(...base, '--accounts', idsOf(devnet, 'alice', 'bob'), '--assets', '1.3.0')
  t.is(ids.code, 0, ids.err)
  t.is(ids.out.length, first.out.length)
  t.true(ids.out.every((line) => / 1\.2\.\d+ sends [\d.]+ BTS to 1\.2\.\d+/.test(line)))
  t.regex(ids.err, /^Names are known in part, because the blocks did not begin at genesis: .*\n$/)
})

function idsOf({ accounts }: Devnet, ...names: readonly string[]): string {
  return names.map((name) => accounts.find((account) => account.name === name)?.id ?? '').join(',')
}

test('checks signatures from genesis on, and prints only what is deep enough', async (t) => {
  const at = await temporaryFolder(t)
  const devnet = await startDevnet(t, { history: BLOCKS })
  await writeFile(at('genesis.json'), devnet.genesis ?? '')
  const keys = Object.fromEntries(devnet.witnesses.map(({ id, signing }) => [id, signing.text]))
  await writeFile(at('keys.json'), JSON.stringify({ witnesses: keys }))
  const { code, out, err } = await stream(
    ...[...following(devnet), '--to', '30', '--mode', '10', '--format', 'json'],
    ...['--verify', 'strict', '--genesis', at('genesis.json'), '--checkpoint', at('keys.json')],
  )
  t.is(code, 0, err)
  t.deepEqual(
    out.map((line) => (JSON.parse(line) as { readonly block_num: number }).block_num),
    Array.from({ length: 30 }, (_, index) => index + 1),
  )
  const other = await stream(...following(devnet), '--genesis', at('keys.json'))
  t.is(other.code, 2)
  t.regex(other.err, /genesis/)
})

test('a devnet of its own has names at once', async (t) => {
  const { code, out, err } = await stream(
    ...[
      '--network',
      'devnet',
      '--ops',
      'balance_claim',
      '--accounts',
      'carol',
      '--format',
      'pretty',
      '--to',
      '1',
    ],
  )
  t.is(code, 0, err)
  t.deepEqual(out, [
    '#1.2.0           balance_claim              carol claims 10000000 BTS of balance 1.15.2',
  ])
  t.is(err, '')
})
