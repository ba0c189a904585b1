import test from 'ava'
import { DecodeError, PeerFault } from '../../lib/errors.ts'
import { decode, decodeFrame } from '../../lib/peer/decode.ts'
import type { ReceivedFrame } from '../../lib/transport/frame.ts'
import { frameOf } from '../support/frames.ts'
import { bytesOf } from '../support/hex.ts'
import { runMarbles } from '../support/marbles.ts'

const ACCEPTED = frameOf(5007, new Uint8Array(0))
const block = (byte: number): ReceivedFrame => frameOf(1001, Uint8Array.of(byte))
const TIME = frameOf(5012, bytesOf('0100000000000000'))
const BAD_TIME = frameOf(5012, bytesOf('01'))
const decodedTime = { type: 'current_time_request_message', request_sent_time: 1n }
const decodedAccepted = { type: 'connection_accepted_message' }
const blocks = (...bytes: number[]): object => ({
  type: 'block_messages',
  frames: bytes.map(block),
})

test('reads each frame of each chunk', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const frames$ = hot('-a---b--|', { a: [ACCEPTED, TIME], b: [TIME] })
    const subs = '       ^-------!'
    const expected = '   -(at)b--|'
    expectObservable(frames$.pipe(decode())).toBe(expected, {
      a: decodedAccepted,
      t: decodedTime,
      b: decodedTime,
    })
    expectSubscriptions(frames$.subscriptions).toBe(subs)
  })
})

test('blocks that stand together come together, and the order stays', (t) => {
  runMarbles(t, ({ hot, expectObservable }) => {
    const frames$ = hot('-a-----b|', {
      a: [block(1), block(2), TIME, block(3), ACCEPTED],
      b: [block(4)],
    })
    expectObservable(frames$.pipe(decode())).toBe('-(xtya)z|', {
      x: blocks(1, 2),
      t: decodedTime,
      y: blocks(3),
      a: decodedAccepted,
      z: blocks(4),
    })
  })
})

test('errors with what is wrong, after what was right before it', (t) => {
  runMarbles(t, ({ hot, expectObservable, expectSubscriptions }) => {
    const frames$ = hot('-a---b-|', { a: [ACCEPTED], b: [block(1), TIME, BAD_TIME, TIME] })
    const subs = '       ^----!'
    const cause = new DecodeError(
      'SHORT',
      'needs 8 bytes, 1 are left',
      0,
      'current_time_request_message.request_sent_time',
    )
    const fault = new PeerFault('DECODE', cause.message, { cause })
    expectObservable(frames$.pipe(decode())).toBe(
      '-a---(xt#)',
      { a: decodedAccepted, x: blocks(1), t: decodedTime },
      fault,
    )
    expectSubscriptions(frames$.subscriptions).toBe(subs)
  })
})

test('a list of block ids stays packed, and a bad one is the fault of the peer', (t) => {
  const id = '07'.repeat(20)
  const message = decodeFrame(frameOf(5002, bytesOf(`07000000 e9030000 01 ${id}`)))
  if (message.type !== 'packed_block_ids') return t.fail()
  t.deepEqual([...message.item_hashes_available], [id])
  t.is(message.total_remaining_item_count, 7)
  t.throws(() => decodeFrame(frameOf(5002, bytesOf(`07000000 e9030000 02 ${id}`))), {
    instanceOf: PeerFault,
    code: 'DECODE',
    message: /^blockchain_item_ids_inventory_message\.item_hashes_available: announces 2/,
  })
})

test('a message that was cut because it is too long is ignored like an extension', (t) => {
  for (const type of [1000, 5001, 5010, 5017]) {
    const payload = bytesOf('e803')
    t.deepEqual(decodeFrame(frameOf(type, payload, true)), {
      type: 'unknown_message',
      number: 5000,
      payload,
    })
  }
})

test('a goodbye that was cut is a goodbye', (t) => {
  const payload = bytesOf('03627965 01 01 0000')
  t.deepEqual(decodeFrame(frameOf(5011, payload, true)), {
    type: 'closing_connection_message',
    reason_for_closing: 'bye',
    closing_due_to_error: true,
    error: undefined,
  })
})

test('what nobody answers any more is not read', (t) => {
  const payload = bytesOf('ff')
  for (const number of [5014, 5015, 5016, 5017]) {
    t.deepEqual(decodeFrame(frameOf(number, payload)), { type: 'unknown_message', number, payload })
  }
})

test('who answers all the same reads what is asked, and never the answer that was not', (t) => {
  const payload = new Uint8Array(40)
  const read = (number: number): string => decodeFrame(frameOf(number, payload), true).type
  t.deepEqual([5014, 5015, 5016, 5017].map(read), [
    'check_firewall_message',
    'check_firewall_reply_message',
    'get_current_connections_request_message',
    'unknown_message',
  ])
  t.throws(() => decodeFrame(frameOf(5014, payload.subarray(2)), true), {
    instanceOf: PeerFault,
    code: 'DECODE',
    message: /^check_firewall_message\./,
  })
})

test('an unknown type keeps its number', (t) => {
  for (const number of [0, 5018, 5099, 6000]) {
    const payload = bytesOf('ff')
    t.deepEqual(decodeFrame(frameOf(number, payload)), { type: 'unknown_message', number, payload })
  }
})
