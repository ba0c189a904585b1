import type { NodeClaims, Probe } from '../../lib/crawl/probe.ts'

/** When the crawl of the sample ended. */
export const SAMPLE_END_MS: number = Date.UTC(2026, 0, 2)
export const SAMPLE_CHAIN_ID: string = 'c0'.repeat(32)
export const SAMPLE_INTERVAL_SECONDS = 3

const HEAD_TIME = Date.UTC(2026, 0, 1, 12) / 1000

function claimsOf(name: string, change: Partial<NodeClaims> = {}): NodeClaims {
  return {
    userAgent: 'BitShares Reference Implementation',
    protocolVersion: 106,
    platform: 'linux',
    revision: 'a1'.repeat(20),
    nodeId: name.repeat(33),
    publicKey: `02${name.repeat(32)}`,
    inboundPort: 1776,
    head: { number: 1000, id: `000003e8${'ab'.repeat(16)}` },
    headTime: HEAD_TIME,
    headAgeSeconds: 2,
    ...change,
  }
}

function probeOf(endpoint: string, change: Partial<Probe>): Probe {
  return {
    endpoint,
    atMs: HEAD_TIME * 1000,
    result: 'accepted',
    reason: undefined,
    connectMs: 12.5,
    roundTripMs: 25,
    clockOffsetMs: -3,
    claims: undefined,
    lists: undefined,
    ...change,
  }
}

const listed = (
  endpoint: string,
  name: string,
  direction: 'inbound' | 'outbound' = 'outbound',
  latencyMs = 0,
) => ({
  endpoint,
  nodeId: name.repeat(33),
  direction,
  latencyMs,
})

/**
 * A small network with everything in it: two that know each other, one of them at two endpoints; one that is full and
 * stuck; one that does not listen; one that nobody reached, one nobody visited; a name that means something to every format.
 */
export const SAMPLE: readonly Probe[] = [
  probeOf('8.8.8.8:1776', {
    claims: claimsOf('11'),
    lists: [
      listed('9.9.9.9:2000', '22', 'inbound', 40.5),
      listed('7.7.7.7:1776', '33'),
      listed('5.5.5.5:0', '55', 'inbound'),
      listed('8.8.8.8:1776', '11'),
    ],
  }),
  probeOf('8.8.4.4:1776', { claims: claimsOf('11'), lists: [listed('7.7.7.7:1776', '33')] }),
  probeOf('9.9.9.9:2000', {
    result: 'rejected',
    reason: 'the peer rejected us (not_accepting_connections): "full"',
    clockOffsetMs: 31_000,
    claims: claimsOf('22', {
      userAgent: `<b>"O'Brien" & \\sons</b>`,
      platform: 'win32',
      head: { number: 900, id: `00000384${'cd'.repeat(16)}` },
      headAgeSeconds: 300,
    }),
    lists: [listed('8.8.4.4:1776', '11'), listed('6.6.6.6:22', '66')],
  }),
  probeOf('7.7.7.7:1776', {
    result: 'unreachable',
    reason: '7.7.7.7:1776 does not answer',
    connectMs: undefined,
    roundTripMs: undefined,
    clockOffsetMs: undefined,
  }),
]

/** Where the addresses of the sample are. */
export const SAMPLE_COUNTRIES = `start_ip,end_ip,country
8.8.0.0,8.8.255.255,US
"9.9.9.0","9.9.9.255","ch"
`
