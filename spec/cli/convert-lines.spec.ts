import { PassThrough, Readable, Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import test from 'ava'
import fc from 'fast-check'
import type { CommandIo } from '../../lib/cli/convert-lines.ts'
import { convertLines } from '../../lib/cli/convert-lines.ts'
import { UsageError } from '../../lib/errors.ts'

/** Runs over the chunks and collects what comes out. */
async function run(chunks: readonly Uint8Array[], convert: (line: string) => string | undefined) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const io: CommandIo = { stdin: Readable.from(chunks), stdout, stderr }
  const [out, err] = [text(stdout), text(stderr)]
  await convertLines(io, convert)
  stdout.end()
  stderr.end()
  return { out: await out, err: await err, exitCode: io.exitCode }
}

async function text(stream: Readable): Promise<string> {
  let all = ''
  for await (const chunk of stream.setEncoding('utf8')) all += chunk as string
  return all
}

const bytes = (line: string): Uint8Array => new TextEncoder().encode(line)

function refuseB(line: string): string {
  if (line === 'b') throw new UsageError('BAD_VALUE', 'asset.amount: expected an int64, found "b"')
  return line.toUpperCase()
}

test('converts every line, with and without an end', async (t) => {
  t.deepEqual(await run([bytes('a\nc\r\nd')], refuseB), { out: 'A\nC\nD\n', err: '', exitCode: undefined })
})

test('goes on after a bad line, names it, and leaves exit code 1', async (t) => {
  t.deepEqual(await run([bytes('a\nb\nc\n')], refuseB), {
    out: 'A\nC\n',
    err: 'line 2: asset.amount: expected an int64, found "b"\n',
    exitCode: 1,
  })
})

test('says what is not JSON', async (t) => {
  const { err } = await run([bytes('{')], (line) => JSON.stringify(JSON.parse(line)))
  t.regex(err, /^line 1: not JSON: .+\n$/)
})

test('ends with an error that is not the line’s fault', async (t) => {
  await t.throwsAsync(
    run([bytes('a\n')], () => {
      throw new RangeError('ours')
    }),
    { message: 'ours' },
  )
})

test('makes the same lines of any split of the bytes', async (t) => {
  const whole = bytes('héllo\n€\n\n😀x\nlast')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 6 }), async (cuts) => {
      const edges = [0, ...cuts.sort((left, right) => left - right), whole.length]
      const chunks = edges
        .slice(1)
        .map((end, index) => whole.slice(edges[index], end))
        .filter((c) => c.length > 0)
      t.is((await run(chunks, (line) => line)).out, 'héllo\n€\n\n😀x\nlast\n')
    }),
  )
})

test('reads no further while stdout is not read', async (t) => {
  let given = 0
  const stdin = Readable.from(
    (function* () {
      while (given < 1000) {
        given += 1
        yield bytes(`${'x'.repeat(1000)}\n`)
      }
    })(),
    { highWaterMark: 1 },
  )
  const held: (() => void)[] = []
  let written = 0
  const stdout = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      written += 1
      held.push(done)
      if (written === 3) stopped()
      else if (written > 3 || written < 3) held.pop()?.()
    },
  })
  let stopped = (): void => undefined
  const third = new Promise<void>((resolve) => (stopped = resolve))
  const io: CommandIo = { stdin, stdout, stderr: new PassThrough() }
  const done = convertLines(io, (line) => line)
  await third
  await nextTurn()
  t.true(given < 10, `${given} lines were read`)
  held.pop()?.()
  await done
  t.is(given, 1000)
})

test('stops quietly when nobody reads stdout any more', async (t) => {
  const stdin = Readable.from(
    (function* () {
      for (;;) {
        yield bytes('x\n')
      }
    })(),
  )
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  })
  const io: CommandIo = { stdin, stdout, stderr: new PassThrough() }
  await convertLines(io, (line) => line)
  t.is(io.exitCode, undefined)
  t.true(stdin.destroyed)
})

test('ends with an error when stdout fails otherwise', async (t) => {
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('disk full'), { code: 'ENOSPC' })),
  })
  const io: CommandIo = { stdin: Readable.from([bytes('x\n')]), stdout, stderr: new PassThrough() }
  await t.throwsAsync(
    convertLines(io, (line) => line),
    { message: 'disk full' },
  )
})
