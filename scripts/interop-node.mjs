// Holds a node that serves and relays against peers that were written apart from this project.
//
//   node scripts/interop-node.mjs PEER_SCRIPT CHAIN_FOLDER [word …]
//
// The peers check every byte they get against the recorded chain and say `mismatch` for any that differs.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { createMemoryStore, createNode, privateNetwork } from '../dist/lib/index.js'
import { runScenarios } from './interop/run-scenarios.mjs'
import { startPeer, withPeers } from './interop/start-peer.mjs'

const [peerScript, chainFolder, ...chosen] = process.argv.slice(2)
if (chainFolder === undefined) {
  console.error('usage: node scripts/interop-node.mjs PEER_SCRIPT CHAIN_FOLDER [word …]')
  process.exit(2)
}
const TIMEOUT_MS = 90_000
const HEAD = 1700
/** The time of the first block that is made live, in seconds since 1970. */
const LIVE_FROM = timeOf(HEAD - 30)
const network = privateNetwork(readFileSync(`${chainFolder}/chain-id`, 'utf8').trim())
const genesis = readFileSync(`${chainFolder}/genesis.json`)
const blocks = ['--blocks', `${chainFolder}/blocks.bin`]
const live = [...blocks, '--live', '30', '--interval', '200', '--trxs', `${chainFolder}/trxs.bin`]

function timeOf(number) {
  const lines = gunzipSync(readFileSync(`${chainFolder}/blocks.jsonl.gz`))
    .toString()
    .split('\n')
  return Date.parse(`${JSON.parse(lines[number - 1]).timestamp}Z`) / 1000
}

/** A node that listens and relays, with `peers`; resolves with where it listens. */
async function startNode(peers) {
  const abort = new AbortController()
  const seen = { head: 0, headTime: 0, closed: [] }
  const node = createNode({
    // The recording is of another day: its clock goes with its blocks.
    network: { ...network, chainSeconds: () => Math.max(LIVE_FROM, seen.headTime) + 1 },
    genesis,
    peers,
    only: peers.length > 0,
    from: 'genesis',
    verify: 'strict',
    listen: '127.0.0.1:0',
    store: createMemoryStore(),
    signal: abort.signal,
  })
  const done = new Promise((resolve) => {
    node.block$.subscribe({
      next({ number, timestamp }) {
        seen.head = number
        seen.headTime = timestamp
      },
      complete: resolve,
    })
  })
  const address = await new Promise((resolve) => {
    node.event$.subscribe((event) => {
      if (event.type === 'listening') resolve(event.address)
      if (event.type === 'peerClosed') seen.closed.push(event)
    })
  })
  return {
    address,
    seen,
    async stop() {
      const startedAt = performance.now()
      abort.abort()
      await done
      return performance.now() - startedAt
    },
  }
}

/** Waits until a peer has said something of that kind, so often. */
async function waitFor(peer, what, isIt, timeoutMs = TIMEOUT_MS) {
  const startedAt = performance.now()
  while (!peer.events.some(isIt)) {
    if (performance.now() - startedAt > timeoutMs) return `${what}: not after ${timeoutMs / 1000} s`
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return undefined
}

const faultsOf = (name, { events }) =>
  events
    .filter(({ event, dirtyPadding }) => event === 'mismatch' || dirtyPadding === true)
    .slice(0, 3)
    .map((event) => `${name}: ${JSON.stringify(event)}`)
const found = (problems) => problems.filter((problem) => problem !== undefined)

const scenarios = {
  'a peer with nothing dials the node and gets the whole chain, and live blocks': () =>
    withPeers([startPeer(peerScript, ...live)], async ([port]) => {
      const node = await startNode([`127.0.0.1:${port}`])
      const reader = startPeer(peerScript, ...blocks, '--empty', '--dial', node.address)
      try {
        const late = await waitFor(
          reader,
          `block ${HEAD}`,
          ({ event, number }) => event === 'block' && number === HEAD,
        )
        const slow = (await node.stop()) > 2000 ? 'goodbye took more than 2 s' : undefined
        return [...found([late, slow]), ...faultsOf('reader', reader)]
      } finally {
        reader.stop()
        await node.stop()
      }
    }),
  'two peers with the node between them: what one makes the other has': () => {
    const maker = startPeer(peerScript, ...live)
    const reader = startPeer(peerScript, ...blocks, '--empty')
    return withPeers([maker, reader], async (ports) => {
      const node = await startNode(ports.map((port) => `127.0.0.1:${port}`))
      try {
        const late = await waitFor(
          reader,
          `block ${HEAD}`,
          ({ event, number }) => event === 'block' && number === HEAD,
        )
        const inventories = reader.events.filter(
          ({ event, kind }) => event === 'inventory' && kind === 1000,
        ).length
        return [
          ...found([late, inventories === 0 ? 'no transaction was announced to the reader' : undefined]),
          ...faultsOf('reader', reader),
          ...faultsOf('maker', maker),
        ]
      } finally {
        await node.stop()
      }
    })
  },
  'a forged branch stops at the node': () => {
    const liar = startPeer(peerScript, ...blocks, '--behaviour', 'forged-branch')
    const honest = startPeer(peerScript, ...live)
    const reader = startPeer(peerScript, ...blocks, '--empty')
    return withPeers([liar, honest, reader], async (ports) => {
      const node = await startNode(ports.map((port) => `127.0.0.1:${port}`))
      try {
        const late = await waitFor(
          reader,
          `block ${HEAD}`,
          ({ event, number }) => event === 'block' && number === HEAD,
        )
        return [...found([late]), ...faultsOf('reader', reader)]
      } finally {
        await node.stop()
      }
    })
  },
}

await runScenarios('node', scenarios, chosen)
