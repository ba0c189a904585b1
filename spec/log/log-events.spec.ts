import test from 'ava'
import { of } from 'rxjs'
import type { Logger } from '../../lib/log/create-logger.ts'
import { logEvents } from '../../lib/log/log-events.ts'
import type { Block } from '../../lib/node/block.ts'
import type { NodeEvent } from '../../lib/node/events.ts'

const PEER = '127.0.0.1:1776'
const block = { number: 7, id: '07' } as unknown as Block
const reason = { code: 'WRONG_KEY', message: 'another key' }
const closed = (code: string, isFault: boolean): NodeEvent => ({
  type: 'peerClosed',
  peer: PEER,
  code,
  message: 'why',
  isFault,
})

/** Who has to act: `error` the operator at once or we, `warn` the operator, `info` and `debug` nobody. */
const TABLE: readonly (readonly [level: string, event: NodeEvent])[] = [
  ['error', { type: 'diskFull', directory: '/data', waitingBlocks: 1 }],
  ['error', closed('INTERNAL', false)],
  ['warn', { type: 'diskHasRoom', directory: '/data' }],
  ['warn', { type: 'acceptFailed', message: 'too many open files' }],
  ['warn', { type: 'peersFileTrouble', message: 'cannot be written' }],
  ['warn', { type: 'blockDoubted', block, peer: PEER, reason }],
  ['warn', { type: 'transactionNotSent', id: '00', reason: 'expired' }],
  ['info', closed('DECODE', true)],
  ['info', closed('RESET', false)],
  ['info', { type: 'blockRefused', block, peer: PEER, reason }],
  ['info', { type: 'peerActive', peer: PEER }],
  ['debug', { type: 'peerDialled', peer: PEER }],
  ['debug', { type: 'peerTurnedAway', peer: PEER, reason: 'tooFast' }],
]

for (const [level, event] of TABLE) {
  const code = 'code' in event ? ` ${event.code}` : ''
  test(`${event.type}${code} is logged as ${level}, with what peers say in fields`, (t) => {
    const written: (readonly [string, string])[] = []
    const at = (name: string) => (message: string) => void written.push([name, message])
    const logger: Logger = { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }
    logEvents(of(event), logger).subscribe()
    t.deepEqual(
      written.map(([name]) => name),
      [level],
    )
    t.notRegex(written[0]?.[1] ?? '', /why|another key/)
  })
}
