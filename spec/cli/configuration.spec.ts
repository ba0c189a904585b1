import { writeFile } from 'node:fs/promises'

import test from 'ava'
import { Command, InvalidArgumentError, Option } from 'commander'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { addConfiguration, listConfiguration } from '../../lib/cli/configuration.ts'
import { UsageError } from '../../lib/errors.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const MAIN = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a number.')
  return Number(text)
}

/** Runs a command with some options and returns what holds for them. */
function configure(...args: readonly string[]) {
  const command = new Command('run')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .option('--max-peers <number>', '', parseCount, 8)
    .addOption(new Option('--level <level>', '').choices(['low', 'high']).default('low'))
    .option('--peer <peer>', '', (text: string, before: readonly string[]) => [...before, text], [])
    .option('--memory', '')
    .action(() => undefined)
  addConfiguration(command)
  const program = new Command().exitOverride()
  program.addCommand(command)
  program.parse(['run', ...args], { from: 'user' })
  const listed = listConfiguration(command)
  return new Map(listed.map(({ name, value, source }) => [name, [value, source]]))
}

/** Sets variables for as long as the test runs. What they are called is looked up when a command is parsed. */
function withEnvironment<T>(variables: Readonly<Record<string, string>>, run: () => T): T {
  Object.assign(process.env, variables)
  try {
    return run()
  } finally {
    for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name)
  }
}

test('a flag is stronger than the environment, that than the file, and that than the default', async (t) => {
  const file = (await temporaryFolder(t))('options.json')
  const inFile = ['--config', file]
  const variable = { RX_BITSHARES_MAX_PEERS: '2' }
  await writeFile(file, '{"max-peers": 3}')
  t.deepEqual(configure().get('max-peers'), [8, 'default'])
  t.deepEqual(configure(...inFile).get('max-peers'), [3, 'file'])
  t.deepEqual(
    withEnvironment(variable, () => configure(...inFile).get('max-peers')),
    [2, 'environment'],
  )
  t.deepEqual(
    withEnvironment(variable, () => configure(...inFile, '--max-peers', '1').get('max-peers')),
    [1, 'flag'],
  )
})

test('a file names options as flags do or as code does, and lists values that may be repeated', async (t) => {
  const file = (await temporaryFolder(t))('options.json')
  await writeFile(file, '{"maxPeers": "4", "level": "high", "peer": ["a:1", "b:2"], "memory": true}')
  const values = configure('--config', file)
  t.deepEqual(values.get('max-peers'), [4, 'file'])
  t.deepEqual(values.get('level'), ['high', 'file'])
  t.deepEqual(values.get('peer'), [['a:1', 'b:2'], 'file'])
  t.deepEqual(values.get('memory'), [true, 'file'])
})

const WRONG: readonly [string, RegExp][] = [
  ['[1]', /is not a JSON object of options$/],
  ['{', /is not JSON: /],
  ['{"max-peer": 3}', /has "max-peer", which is no option of run$/],
  ['{"config": "other.json"}', /has "config", which is no option of run$/],
  ['{"max-peers": "many"}', /^--config: max-peers in .* Give a number\.$/],
  ['{"max-peers": {}}', /^--config: max-peers in .* is neither a text nor a number$/],
  ['{"level": "middle"}', /^--config: level in .* is "middle", none of low, high$/],
  ['{"memory": "yes"}', /^--config: memory in .* is neither true nor false$/],
]

for (const [content, message] of WRONG) {
  test(`a file with ${content} is refused in one sentence`, async (t) => {
    const file = (await temporaryFolder(t))('options.json')
    await writeFile(file, content)
    const error = t.throws(() => configure('--config', file), { instanceOf: UsageError })
    t.is(error.code, 'BAD_OPTION')
    t.regex(error.message, message)
    t.notRegex(error.message, /\n/)
  })
}

test('a file that is not there is refused in one sentence', async (t) => {
  const file = (await temporaryFolder(t))('none.json')
  t.throws(() => configure('--config', file), {
    instanceOf: UsageError,
    message: /^--config: .*none\.json cannot be read: /,
  })
})

test('config print tells each option of node, its value and where that comes from', async (t) => {
  const file = (await temporaryFolder(t))('options.json')
  await writeFile(file, '{"max-inbound": 5, "verify": "links"}')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [MAIN, 'config', 'print', '--json', '--config', file, '--max-inbound', '7'],
    { env: { ...process.env, RX_BITSHARES_LISTEN: '127.0.0.1:0', RX_BITSHARES_FIREWALL_CHECKS: 'true' } },
  )
  const values = JSON.parse(stdout) as Record<string, { readonly value: unknown; readonly source: string }>
  t.like(values['max-inbound'], { value: 7, source: 'flag' })
  t.like(values['verify'], { value: 'links', source: 'file' })
  t.like(values['listen'], { value: '127.0.0.1:0', source: 'environment', variable: 'RX_BITSHARES_LISTEN' })
  t.like(values['firewall-checks'], { value: true, source: 'environment' })
  t.like(values['advertise'], { value: 'all', source: 'default' })
})

test('config print is a table where no JSON is asked for', async (t) => {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'config', 'print'], {
    env: { ...process.env, RX_BITSHARES_MAX_OUTBOUND: '3' },
  })
  t.regex(stdout, /^max-outbound +3 {2}\(environment, RX_BITSHARES_MAX_OUTBOUND\)$/m)
  t.regex(stdout, /^firewall-checks +— {2}\(default\)$/m)
  t.regex(stdout, /^verify +— {2}\(default\)$/m)
})

test('a wrong value in the environment is one sentence', async (t) => {
  const failed = await t.throwsAsync<Error & { readonly code: number; readonly stderr: string }>(
    promisify(execFile)(process.execPath, [MAIN, 'config', 'print'], {
      env: { ...process.env, RX_BITSHARES_MAX_OUTBOUND: 'many' },
    }),
  )
  t.is(failed.code, 2)
  t.is(failed.stderr.trim().split('\n').length, 1)
  t.regex(failed.stderr, /RX_BITSHARES_MAX_OUTBOUND/)
})
