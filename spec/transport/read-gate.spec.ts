import test from 'ava'
import { fromSocket } from '../../lib/transport/from-socket.ts'
import { createReadGate } from '../../lib/transport/read-gate.ts'
import { trafficOf } from '../../lib/transport/traffic.ts'
import { connectedPair, endOf, settle } from '../support/loopback.ts'

// More than the kernel keeps for a loopback connection.
const SIZE_BYTES = 24 * 1024 * 1024

test('a closed gate leaves the bytes with the sender until it opens', async (t) => {
  const [near, far] = await connectedPair(t)
  const reading = createReadGate(near)
  const [slow, stuck] = [reading.addReason(), reading.addReason()]
  let received = 0
  slow.close()
  const end = endOf(fromSocket(near), (chunk) => (received += chunk.length))
  far.end(Buffer.alloc(SIZE_BYTES, 1))
  await settle(t)
  t.is(received, 0)
  t.true(far.writableLength > 0)

  stuck.close()
  slow.open()
  await settle(t)
  t.is(received, 0)

  stuck.open()
  t.is(await end, 'complete')
  t.is(received, SIZE_BYTES)
  t.is(trafficOf(near).bytesReceived, SIZE_BYTES)
  t.is(trafficOf(far).bytesSent, SIZE_BYTES)
})

test('a gate closed in the middle stops the stream in the middle', async (t) => {
  const [near, far] = await connectedPair(t)
  const gate = createReadGate(near).addReason()
  let received = 0
  const end = endOf(fromSocket(near), (chunk) => {
    received += chunk.length
    if (received === chunk.length) gate.close()
  })
  far.end(Buffer.alloc(SIZE_BYTES, 1))
  await settle(t)
  t.true(received > 0 && received <= 64 * 1024)
  gate.open()
  t.is(await end, 'complete')
  t.is(received, SIZE_BYTES)
})
