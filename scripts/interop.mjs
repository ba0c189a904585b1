// Holds the command line against a peer that was written apart from this project and proved against bitshares-core.
//
//   node scripts/interop.mjs PEER_SCRIPT CHAIN_FOLDER [behaviour …]
//
// CHAIN_FOLDER has blocks.bin, blocks.jsonl.gz, trxs.bin and chain-id. Each scenario starts its peers on free ports, runs
// `rx-bitshares stream` and compares every line with what the recorded node's RPC printed. Ends with counts.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { runScenarios } from './interop/run-scenarios.mjs'
import { startPeer as startPeerOf, withPeers } from './interop/start-peer.mjs'

const [peerScript, chainFolder, ...chosen] = process.argv.slice(2)
if (chainFolder === undefined) {
  console.error('usage: node scripts/interop.mjs PEER_SCRIPT CHAIN_FOLDER [behaviour …]')
  process.exit(2)
}
const cli = new URL('../dist/lib/cli/main.js', import.meta.url).pathname
const chainId = readFileSync(`${chainFolder}/chain-id`, 'utf8').trim()
const expected = gunzipSync(readFileSync(`${chainFolder}/blocks.jsonl.gz`))
  .toString()
  .trim()
  .split('\n')
const head = expected.length
/** A lie may cost twice the clean time and half a minute. */
const LIAR_TIMEOUT_MS = 60_000

/** Lies that concern a client. */
const LIES = [
  'no-items',
  'not-available',
  'wrong-block',
  'bad-merkle',
  'bad-signature',
  'wrong-id-field',
  'gap-in-ids',
  'wrong-first-id',
  'same-list',
  'huge-count',
  'empty-list',
  'truncated',
  'slow',
  'drop-each-10th',
  'unsolicited',
  'inventory-flood',
  'oversize-frame',
  'silent',
  'hello-bomb',
  'reject',
  'other-chain',
  'forged-branch',
  'future-time',
]

const startPeer = (...args) => startPeerOf(peerScript, '--blocks', `${chainFolder}/blocks.bin`, ...args)
/** The witnesses' keys are known from genesis, and whose turn it is. */
const VERIFIED = ['--genesis', `${chainFolder}/genesis.json`, '--verify', 'strict']

function runStream(ports, args, timeoutMs) {
  const peers = ports.flatMap((port) => ['--peer', `127.0.0.1:${port}`])
  const child = spawn(
    process.execPath,
    [cli, 'stream', '--chain-id', chainId, '--format', 'json', ...peers, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (errors += chunk))
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, lines: out === '' ? [] : out.trim().split('\n'), errors })
    })
  })
}

const problemsOf = ({ code, signal, lines, errors }, from, to) => {
  const wanted = expected.slice(from - 1, to)
  const problems = []
  if (code !== 0) problems.push(`ended with ${signal ?? code}: ${errors.slice(0, 300)}`)
  if (lines.length !== wanted.length) problems.push(`${lines.length} lines, not ${wanted.length}`)
  const wrong = lines.findIndex((line, index) => line !== wanted[index])
  if (wrong >= 0) problems.push(`line ${wrong} differs: ${lines[wrong].slice(0, 120)}`)
  return problems
}

const scenarios = {
  'the whole chain from genesis': () =>
    withPeers([startPeer()], async (ports) =>
      problemsOf(
        await runStream(ports, ['--from', 'genesis', '--to', `${head}`, ...VERIFIED], 60_000),
        1,
        head,
      ),
    ),
  'a stretch from a height': () =>
    withPeers([startPeer()], async (ports) =>
      problemsOf(await runStream(ports, ['--from', '700', '--to', '950'], 60_000), 700, 950),
    ),
  'from a time on': () =>
    withPeers([startPeer()], async (ports) => {
      const { timestamp } = JSON.parse(expected[1233])
      return problemsOf(
        await runStream(ports, ['--from', `${timestamp}Z`, '--to', '1300'], 60_000),
        1234,
        1300,
      )
    }),
  'after a cursor': () =>
    withPeers([startPeer()], async (ports) => {
      const { block_num, block_id } = JSON.parse(expected[999])
      return problemsOf(
        await runStream(ports, ['--from', `${block_num}:${block_id}`, '--to', '1100'], 60_000),
        1001,
        1100,
      )
    }),
  'catching up, then live from two peers': () => {
    const live = ['--live', '30', '--interval', '200', '--trxs', `${chainFolder}/trxs.bin`]
    return withPeers([startPeer(...live), startPeer(...live)], async (ports) =>
      problemsOf(await runStream(ports, ['--from', '1600', '--to', `${head}`], 60_000), 1600, head),
    )
  },
  'a peer that adds bytes behind each block': () =>
    withPeers([startPeer('--behaviour', 'trailing')], async (ports) =>
      problemsOf(await runStream(ports, ['--from', 'genesis', '--to', `${head}`], 60_000), 1, head),
    ),
}
for (const lie of LIES) {
  scenarios[`four peers with "${lie}" and an honest one`] = async () => {
    const honest = startPeer()
    const liars = Array.from({ length: 4 }, () => startPeer('--behaviour', lie))
    return withPeers([...liars, honest], async (ports) => {
      const problems = problemsOf(
        await runStream(ports, ['--from', 'genesis', '--to', `${head}`, ...VERIFIED], LIAR_TIMEOUT_MS),
        1,
        head,
      )
      // The honest peer ends last, when the stream has what it wants; before that it must never have been let go.
      const goodbyes = honest.events.filter(
        ({ event }) => event === 'peer_closing' || event === 'disconnecting',
      )
      if (goodbyes.some(({ reason }) => !/stop/.test(reason ?? '')))
        problems.push(`the honest peer was dropped: ${JSON.stringify(goodbyes)}`)
      if (honest.events.some(({ dirtyPadding }) => dirtyPadding === true))
        problems.push('padding that is not zero')
      return problems
    })
  }
}

await runScenarios('interop', scenarios, chosen)
