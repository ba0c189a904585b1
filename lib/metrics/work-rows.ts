import type { MetricRow } from './figures.ts'
import { counter, gauge, one } from './node-rows.ts'

/** Metrics of what the node has to do, and of the process it runs in. */
export const WORK_ROWS: readonly MetricRow[] = [
  counter(
    'messages_total',
    'Messages by type and direction.',
    ({ workload }) =>
      (workload?.messages ?? []).map(({ type, direction, count }) => [count, type, direction]),
    ['type', 'direction'],
  ),
  counter(
    'message_bytes_total',
    'Bytes of those messages, with headers and filling.',
    ({ workload }) =>
      (workload?.messages ?? []).map(({ type, direction, bytes }) => [bytes, type, direction]),
    ['type', 'direction'],
  ),
  gauge(
    'requests_in_flight',
    'Requests to peers that are not wholly answered.',
    ({ workload }) => (workload?.requests ?? []).map(({ kind, inFlight }) => [inFlight, kind]),
    ['kind'],
  ),
  counter(
    'requests_unanswered_total',
    'Requests given up after a minute, or open when the connection ended.',
    ({ workload }) => (workload?.requests ?? []).map(({ kind, unanswered }) => [unanswered, kind]),
    ['kind'],
  ),
  gauge(
    'queue_length',
    'What waits in a queue.',
    ({ workload }) => (workload?.queues ?? []).map(({ name, length }) => [length, name]),
    ['queue'],
  ),
  gauge(
    'queue_limit',
    'The most that may wait there.',
    ({ workload }) => (workload?.queues ?? []).map(({ name, limit }) => [limit, name]),
    ['queue'],
  ),
  gauge(
    'event_loop_delay_seconds',
    'How late the event loop was since the last scrape.',
    ({ process: { loopDelay } }) => [
      [loopDelay.meanSeconds, 'mean'],
      [loopDelay.p99Seconds, 'p99'],
      [loopDelay.maxSeconds, 'max'],
    ],
    ['measure'],
  ),
  gauge(
    'memory_bytes',
    'Memory of the process.',
    ({ process: { residentBytes, heapBytes, externalBytes } }) => [
      [residentBytes, 'resident'],
      [heapBytes, 'heap'],
      [externalBytes, 'external'],
    ],
    ['kind'],
  ),
  counter(
    'cpu_seconds_total',
    'Processor time of the process.',
    one(({ process: { cpuSeconds } }) => cpuSeconds),
  ),
  gauge(
    'uptime_seconds',
    'Age of the process.',
    one(({ process: { uptimeSeconds } }) => uptimeSeconds),
  ),
  gauge(
    'build_info',
    '1, with what runs: this package, Node.js, and what checks signatures.',
    ({ build: { version, node, signatures } }) => [[1, version, node, signatures]],
    ['version', 'node', 'signatures'],
  ),
]
