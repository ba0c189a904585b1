import test from 'ava'
import { Command } from 'commander'
import { addStreamOptions, parseList, parseMode, parseOperationTypes } from '../../lib/cli/stream-flags.ts'

/** What the arguments of `stream` mean. */
function flagsOf(...args: readonly string[]): object {
  const command = addStreamOptions(
    new Command('stream').exitOverride().configureOutput({ writeErr: () => {} }),
  )
  return command.parse(args, { from: 'user' }).opts()
}

test('reads how sure of a block a stream has to be', (t) => {
  t.is(parseMode('head'), 'head')
  t.is(parseMode('irreversible'), 'irreversible')
  t.deepEqual(parseMode('1'), { confirmations: 1 })
  t.deepEqual(parseMode('1000'), { confirmations: 1000 })
  for (const text of ['0', '1001', '-1', '1.5', 'final', '']) {
    t.throws(() => parseMode(text), { message: /^Give head, irreversible, or a number/ }, text)
  }
})

test('reads types of operations as they are called here and in bitshares-core', (t) => {
  t.deepEqual(parseOperationTypes('transfer, limit_order_create_operation'), [
    'transfer',
    'limit_order_create',
  ])
  t.is(parseOperationTypes('transfer,all'), 'all')
  t.throws(() => parseOperationTypes('transfers'), { message: '"transfers" is no operation type.' })
})

test('reads lists, without empty places', (t) => {
  t.deepEqual(parseList('a, 1.2.5 ,b'), ['a', '1.2.5', 'b'])
  for (const text of ['', 'a,', ',a', 'a,,b'])
    t.throws(() => parseList(text), { message: /^Give a list/ }, text)
})

test('takes all options together', (t) => {
  const flags = flagsOf(
    ...[
      '--from',
      '5',
      '--to',
      '9',
      '--mode',
      '2',
      '--ops',
      'transfer',
      '--accounts',
      'alice',
      '--assets',
      'BTS',
    ],
    ...['--trx', '--names', 'a.json', '--save-names', 'b.json', '--genesis', 'g.json', '--verify', 'strict'],
    ...['--checkpoint', 'c.json', '--format', 'pretty', '--wait', '--peer', '127.0.0.1:1776'],
  )
  t.like(flags, {
    from: 5,
    to: 9,
    mode: { confirmations: 2 },
    ops: ['transfer'],
    accounts: ['alice'],
    assets: ['BTS'],
    trx: true,
    names: 'a.json',
    saveNames: 'b.json',
    genesis: 'g.json',
    verify: 'strict',
    checkpoint: 'c.json',
    format: 'pretty',
    wait: true,
    peer: ['127.0.0.1:1776'],
  })
})

test('leaves out what is not said, so that the node decides', (t) => {
  const flags = flagsOf() as Readonly<Record<string, unknown>>
  for (const name of ['from', 'mode', 'verify', 'ops', 'accounts', 'assets', 'format', 'names'])
    t.is(flags[name], undefined, name)
  t.throws(() => flagsOf('--verify', 'all'), { code: 'commander.invalidArgument' })
})
