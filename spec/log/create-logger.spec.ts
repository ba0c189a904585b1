import { Writable } from 'node:stream'
import test from 'ava'
import { createLogger, type LogLevel } from '../../lib/log/create-logger.ts'
import { MAX_PEER_TEXT } from '../../lib/node/printable.ts'

function open(level: LogLevel, isTTY: boolean) {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  return { logger: createLogger(level, Object.assign(stream, { isTTY })), text: () => text }
}

const HOSTILE = `\u001b[2J\r\n{"level":"error"}\u009b31m\u202e${'x'.repeat(1000)}`

test('where there is no terminal each line is JSON', (t) => {
  const { logger, text } = open('info', false)
  logger.info('listening', { address: '127.0.0.1:1776' })
  const line = JSON.parse(text()) as Record<string, unknown>
  t.like(line, { level: 'info', message: 'listening', address: '127.0.0.1:1776' })
  t.regex(String(line['timestamp']), /^\d{4}-\d\d-\d\dT/)
})

test('on a terminal each line is for people', (t) => {
  const { logger, text } = open('info', true)
  logger.warn('disk', { waitingBlocks: 3 })
  t.regex(text(), /^\d\d:\d\d:\d\d warn {2}disk waitingBlocks=3\n$/)
})

for (const isTTY of [true, false]) {
  test(`a text cannot steer or split a line, nor fill the log, ${isTTY ? 'on a terminal' : 'as JSON'}`, (t) => {
    const { logger, text } = open('info', isTTY)
    logger.info(HOSTILE, { reason: HOSTILE })
    t.is(text().split('\n').length, 2)
    t.notRegex(text().trimEnd(), /[\u0000-\u001f\u007f-\u009f\u202e]/)
    t.true(text().length < 3 * MAX_PEER_TEXT)
  })
}

test('what is below the level is not written', (t) => {
  const { logger, text } = open('warn', false)
  logger.info('no')
  logger.debug('no')
  t.is(text(), '')
})
