import { PassThrough, Readable } from 'node:stream'
import test from 'ava'
import { Command, CommanderError } from 'commander'
import type { CommandIo } from '../../lib/cli/convert-lines.ts'
import { addDecodeCommand } from '../../lib/cli/decode-command.ts'
import { addEncodeCommand } from '../../lib/cli/encode-command.ts'
import { readJsonLines } from '../support/json-lines.ts'

interface Vector {
  readonly name: string
  readonly raw: string
  readonly json: unknown
}

/** Runs `rx-bitshares` with these arguments over lines on stdin. */
async function run(args: readonly string[], lines: readonly string[] = []) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const io: CommandIo = { stdin: Readable.from([lines.map((line) => `${line}\n`).join('')]), stdout, stderr }
  const program = new Command('rx-bitshares').exitOverride()
  let usage = ''
  program.configureOutput({ writeErr: (text) => (usage += text), writeOut: () => undefined })
  addDecodeCommand(program, io)
  addEncodeCommand(program, io)
  const [out, err] = [text(stdout), text(stderr)]
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    io.exitCode = error.exitCode
  }
  stdout.end()
  stderr.end()
  return { out: await out, err: usage + (await err).join('\n'), exitCode: io.exitCode ?? 0 }
}

async function text(stream: Readable): Promise<readonly string[]> {
  let all = ''
  for await (const chunk of stream.setEncoding('utf8')) all += chunk as string
  return all.split('\n').slice(0, -1)
}

const CHAIN_VECTORS = {
  operation: 'operations.jsonl.gz',
  signed_transaction: 'transactions.jsonl.gz',
  signed_block: 'blocks.jsonl.gz',
} as const

for (const [type, file] of Object.entries(CHAIN_VECTORS)) {
  test(`decodes and encodes lines of ${type}`, async (t) => {
    const vectors = readJsonLines(file) as readonly Vector[]
    const raws = vectors.map(({ raw }) => raw)
    const jsons = vectors.map(({ json }) => JSON.stringify(json))
    t.deepEqual(await run(['decode', type], raws), { out: jsons, err: '', exitCode: 0 })
    t.deepEqual(await run(['encode', type], jsons), { out: raws, err: '', exitCode: 0 })
  })
}

test('decodes and encodes lines of messages', async (t) => {
  const vectors = readJsonLines('messages.jsonl.gz') as readonly Vector[]
  for (const name of ['hello_message', 'block_message', 'address_request_message']) {
    const ofName = vectors.filter((vector) => vector.name === name)
    const raws = ofName.map(({ raw }) => raw)
    const jsons = ofName.map(({ json }) => JSON.stringify(json))
    t.deepEqual(await run(['decode', name], raws), { out: jsons, err: '', exitCode: 0 })
    t.deepEqual(await run(['encode', name], jsons), { out: raws, err: '', exitCode: 0 })
  }
})

test('names line, path and reason of what is wrong, goes on, and ends with 1', async (t) => {
  t.deepEqual(
    await run(['decode', 'asset'], ['050000000000000000', 'xy', '05000000', '', '060000000000000001']),
    {
      out: ['{"amount":5,"asset_id":"1.3.0"}', '{"amount":6,"asset_id":"1.3.1"}'],
      err: [
        'line 2: not hex digits in pairs',
        'line 3: asset.amount: needs 8 bytes, 4 are left (at byte 0)',
      ].join('\n'),
      exitCode: 1,
    },
  )
  const encoded = await run(
    ['encode', 'asset'],
    ['{"amount":"5"}', '{"amount":"five"}', '{"amount"', '', '{"amount":6}'],
  )
  t.deepEqual(encoded.out, ['050000000000000000', '060000000000000000'])
  t.is(encoded.exitCode, 1)
  t.regex(encoded.err, /^line 2: asset\.amount: expected an int64, found "five"\nline 3: not JSON: .+$/)
})

test('encodes every digit of a large number', async (t) => {
  const { out } = await run(['encode', 'asset'], ['{"amount":9223372036854775807}'])
  t.deepEqual(out, ['ffffffffffffff7f00'])
})

test('takes the prefix of another network', async (t) => {
  const key = 'TEST1111111111111111111111111111111114T1Anm'
  const json = `{"from":"${key}","to":"${key}","nonce":1,"message":""}`
  const { out } = await run(['encode', 'memo_data', '--prefix', 'TEST'], [json])
  t.deepEqual(await run(['decode', 'memo_data', '--prefix', 'TEST'], out), {
    out: [json],
    err: '',
    exitCode: 0,
  })
})

test('suggests what was meant and ends with 2 where the type is unknown', async (t) => {
  t.deepEqual(await run(['decode', 'singed_block']), {
    out: [],
    err: 'error: there is no type "singed_block". Did you mean signed_block?\n',
    exitCode: 2,
  })
  t.deepEqual(await run(['encode', '__proto__']), {
    out: [],
    err: 'error: there is no type "__proto__". Try operation, signed_block or hello_message.\n',
    exitCode: 2,
  })
})
