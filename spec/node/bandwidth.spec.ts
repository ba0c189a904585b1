import test from 'ava'
import {
  averageOf,
  createBandwidth,
  MAX_BANDWIDTH_SAMPLES,
  sampleBandwidth,
} from '../../lib/node/bandwidth.ts'
import { createNodeState } from '../../lib/node/node-state.ts'
import { reduceNode } from '../../lib/node/reduce-node.ts'
import { LinkError } from '../../lib/errors.ts'
import { createContext } from '../support/node-world.ts'

test('a sample is the bytes since the one before, a second', (t) => {
  const bandwidth = createBandwidth()
  sampleBandwidth(bandwidth, 5000, 700, 1000)
  t.deepEqual(bandwidth.received, [], 'of the first nothing is known before')
  sampleBandwidth(bandwidth, 6000, 700, 2000)
  sampleBandwidth(bandwidth, 6100, 800, 2500)
  sampleBandwidth(bandwidth, 6100, 1800, 6500)
  t.deepEqual(bandwidth.received, [1000, 200, 0])
  t.deepEqual(bandwidth.sent, [0, 200, 250])
  t.is(averageOf(bandwidth.received), 400)
  t.is(averageOf(bandwidth.sent), 150)
  t.is(averageOf([]), 0)
})

test('a clock that stands still or goes back makes no sample, and none is negative', (t) => {
  const bandwidth = createBandwidth()
  sampleBandwidth(bandwidth, 100, 100, 1000)
  sampleBandwidth(bandwidth, 300, 300, 1000)
  sampleBandwidth(bandwidth, 400, 400, 900)
  t.deepEqual([bandwidth.received, bandwidth.sent], [[], []])
  sampleBandwidth(bandwidth, 300, 500, 1900)
  t.deepEqual([bandwidth.received, bandwidth.sent], [[0], [100]])
})

test('a minute of samples is kept, the newest', (t) => {
  const bandwidth = createBandwidth()
  for (let second = 1; second <= 200; second += 1)
    sampleBandwidth(bandwidth, second * second, 2 * second, second * 1000)
  t.is(bandwidth.received.length, MAX_BANDWIDTH_SAMPLES)
  t.is(bandwidth.received.at(-1), 200 * 200 - 199 * 199)
  t.is(bandwidth.sent.length, MAX_BANDWIDTH_SAMPLES)
  t.is(averageOf(bandwidth.sent), 2)
  t.is(MAX_BANDWIDTH_SAMPLES, 60)
})

test('a node measures all its connections, those that are gone included', (t) => {
  const state = createNodeState(createContext(), [], [], { after: { number: 0, id: '0'.repeat(40) } })
  const connect = (peer: number): void => {
    reduceNode(state, {
      type: 'arrived',
      socket: peer,
      address: { host: '127.0.0.1', port: 5000 + peer },
      at: 0,
    })
    reduceNode(state, { type: 'connected', peer, at: 0 })
  }
  const traffic = (peer: number, bytesReceived: number, bytesSent: number): void => {
    reduceNode(state, { type: 'traffic', peer, at: 0, bytesReceived, bytesSent })
  }
  const sample = (at: number): void => {
    reduceNode(state, { type: 'loop', loop: 'bandwidth_monitor', at })
  }
  connect(1)
  connect(2)
  sample(1000)
  traffic(1, 300, 30)
  traffic(2, 700, 70)
  sample(2000)
  traffic(1, 400, 30)
  reduceNode(state, { type: 'closed', peer: 1, at: 2500, error: new LinkError('RESET', 'gone') })
  sample(3000)
  connect(3)
  traffic(3, 50, 5)
  sample(4000)
  t.deepEqual(state.bandwidth.received, [1000, 100, 50])
  t.deepEqual(state.bandwidth.sent, [100, 0, 5])
})
