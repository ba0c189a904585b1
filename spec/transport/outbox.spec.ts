import { once } from 'node:events'
import test from 'ava'
import { createCipherPair } from '../../lib/crypto/stream-cipher.ts'
import { PeerFault } from '../../lib/errors.ts'
import { createDeframer } from '../../lib/transport/deframer.ts'
import type { Frame } from '../../lib/transport/frame.ts'
import { frameLimitOf } from '../../lib/transport/frame-limits.ts'
import { fromSocket } from '../../lib/transport/from-socket.ts'
import { createOutbox } from '../../lib/transport/outbox.ts'
import { createReadGate } from '../../lib/transport/read-gate.ts'
import { connectedPair, endOf } from '../support/loopback.ts'
import { SESSION } from '../support/session-vectors.ts'
import { createSocketPair } from '../support/socket-pair.ts'

const LIMITS = { softLimitBytes: 20_000, hardLimitBytes: 100_000 }
const frameOf = (type: number, sizeBytes = 3): Frame => ({
  type,
  payload: new Uint8Array(sizeBytes).fill(type & 0xff),
})

test('frames arrive in the order they were sent', async (t) => {
  const [near, far] = await connectedPair(t)
  const outbox = createOutbox(near, createCipherPair(SESSION.secret), createReadGate(near).addReason())
  const cipher = createCipherPair(SESSION.secret)
  const deframer = createDeframer(frameLimitOf)
  const received: number[] = []
  const end = endOf(fromSocket(far), (chunk) => {
    received.push(...deframer.push(cipher.decrypt(chunk)).map(({ type }) => type))
  })
  const types = Array.from({ length: 300 }, (_, index) => 5014 + index)
  for (const type of types.slice(0, 100)) outbox.send(frameOf(type))
  await Promise.resolve()
  for (const type of types.slice(100, 200)) outbox.send(frameOf(type, 2000))
  t.true(outbox.send(...types.slice(200).map((type) => frameOf(type, 0))))
  outbox.end()
  t.is(await end, 'complete')
  t.deepEqual(received, types)
  t.is(deframer.missingBytes, 0)
})

test('what is sent in one turn leaves in one piece', async (t) => {
  const [near, far] = createSocketPair()
  const outbox = createOutbox(near, createCipherPair(SESSION.secret), createReadGate(near).addReason())
  const chunks: number[] = []
  far.on('data', (chunk: Uint8Array) => chunks.push(chunk.length))
  outbox.send(frameOf(5012))
  outbox.send(frameOf(5013), frameOf(5009, 0))
  t.is(outbox.queuedBytes, 48)
  await once(far, 'data')
  t.deepEqual(chunks, [48])
  t.is(outbox.queuedBytes, 0)
})

test('a peer that does not read is not read until it does', async (t) => {
  const [near, far] = createSocketPair()
  const reading = createReadGate(near)
  const outbox = createOutbox(near, createCipherPair(SESSION.secret), reading.addReason(), LIMITS)
  outbox.send(frameOf(1, 10_000))
  await Promise.resolve()
  t.false(reading.isClosed)
  outbox.send(frameOf(2, 30_000))
  await Promise.resolve()
  t.true(reading.isClosed)
  t.true(near.isPaused())
  far.resume()
  await once(near, 'drain')
  t.false(reading.isClosed)
  t.is(outbox.queuedBytes, 0)
})

test('reading stays closed for another reason', async (t) => {
  const [near, far] = createSocketPair()
  const reading = createReadGate(near)
  const slow = reading.addReason()
  const outbox = createOutbox(near, createCipherPair(SESSION.secret), reading.addReason(), LIMITS)
  outbox.send(frameOf(2, 50_000))
  await Promise.resolve()
  slow.close()
  far.resume()
  await once(near, 'drain')
  t.true(reading.isClosed)
  slow.open()
  t.false(reading.isClosed)
})

test('beyond the hard limit the connection ends with OVERFLOW, whoever was sending', async (t) => {
  const [near] = createSocketPair()
  const outbox = createOutbox(
    near,
    createCipherPair(SESSION.secret),
    createReadGate(near).addReason(),
    LIMITS,
  )
  const end = endOf(fromSocket(near))
  t.true(outbox.send(frameOf(1, 60_000)))
  t.false(outbox.send(frameOf(2, 60_000)))
  t.false(outbox.send(frameOf(3, 1)))
  const error = await end
  t.true(error instanceof PeerFault && error.code === 'OVERFLOW')
  t.is((error as Error).message, '120032 bytes wait for the peer to read, at most 100000 may')
})

test('the hard limit counts what waits within one turn', (t) => {
  const [near] = createSocketPair()
  near.on('error', () => {})
  const outbox = createOutbox(
    near,
    createCipherPair(SESSION.secret),
    createReadGate(near).addReason(),
    LIMITS,
  )
  let sent = 0
  while (outbox.send(frameOf(1, 1000))) sent += 1
  t.is(sent, Math.floor(LIMITS.hardLimitBytes / 1008))
  t.true(near.destroyed)
})

test('ending sends what is queued first', async (t) => {
  const [near, far] = await connectedPair(t)
  const outbox = createOutbox(near, createCipherPair(SESSION.secret), createReadGate(near).addReason())
  let received = 0
  const end = endOf(fromSocket(far), (chunk) => (received += chunk.length))
  outbox.send(frameOf(5011, 100))
  outbox.end()
  t.false(outbox.send(frameOf(1)))
  t.is(await end, 'complete')
  t.is(received, 112)
})

test('sending on a closed connection does nothing', async (t) => {
  const [near] = createSocketPair()
  const outbox = createOutbox(near, createCipherPair(SESSION.secret), createReadGate(near).addReason())
  outbox.send(frameOf(1))
  near.destroy()
  t.false(outbox.send(frameOf(1)))
  await once(near, 'close')
  t.is(near.bytesWritten, 0)
  t.notThrows(() => outbox.end())
})
