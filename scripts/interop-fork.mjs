// Follows a real fork of two bitshares-core nodes, served by peers that were written apart from this project.
//
//   node scripts/interop-fork.mjs PEER_SCRIPT FORK_FOLDER CHAIN_FOLDER
//
// FORK_FOLDER has genesis.json, b.bin (the branch that was lost), final.bin and irreversible.jsonl (what bitshares-core had as
// last irreversible block after each of final's); CHAIN_FOLDER the same of a chain without forks. Ends with counts.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { createNode, privateNetwork } from '../dist/lib/index.js'
import { runScenarios } from './interop/run-scenarios.mjs'
import { startPeer, withPeers } from './interop/start-peer.mjs'

const [peerScript, forkFolder, chainFolder, ...chosen] = process.argv.slice(2)
if (chainFolder === undefined) {
  console.error('usage: node scripts/interop-fork.mjs PEER_SCRIPT FORK_FOLDER CHAIN_FOLDER [word …]')
  process.exit(2)
}
const TIMEOUT_MS = 60_000
/** The fork is at block 118; the lost branch reached block 166, and had 21 transactions. */
const [LAST_COMMON, LOST_HEAD, LOST_TRANSACTIONS] = [118, 166, 21]

const jsonLines = (bytes) =>
  bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const readChain = (folder, name) => ({
  network: privateNetwork(readFileSync(`${folder}/chain-id`, 'utf8').trim()),
  genesis: readFileSync(`${folder}/genesis.json`),
  ids: jsonLines(gunzipSync(readFileSync(`${folder}/${name}.jsonl.gz`))).map(({ block_id }) => block_id),
  irreversible: new Map(
    jsonLines(readFileSync(`${folder}/irreversible.jsonl`)).map((line) => {
      const [number, last] = Object.values(line).filter((value) => typeof value === 'number')
      return [number, last]
    }),
  ),
})
const range = (from, to) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => from + index * Math.sign(to - from || 1))

/** Follows peers until block `to` is applied; holds everything against what can be said of any stream. */
function follow(
  { network, genesis },
  peers,
  { from = 'genesis', to, verify = 'strict', onBlock, ...options },
) {
  const seen = {
    chain: [],
    undone: [],
    irreversible: [],
    final: [],
    verified: new Set(),
    returned: new Set(),
    events: [],
    problems: [],
  }
  let before
  return new Promise((resolve) => {
    const abort = new AbortController()
    const node = createNode({
      network,
      genesis,
      peers,
      only: true,
      from,
      verify,
      signal: abort.signal,
      ...options,
    })
    const timer = setTimeout(() => {
      seen.problems.push(`not there after ${TIMEOUT_MS / 1000} s, at ${seen.chain.at(-1)?.number}`)
      abort.abort()
    }, TIMEOUT_MS)
    node.status$.subscribe(({ irreversible, head }) => {
      seen.final.push([head?.number, irreversible?.number])
    })
    node.trx$.subscribe((event) => {
      if (event.status === 'returned') seen.returned.add(event.id)
      if (event.status === 'included') seen.returned.delete(event.id)
    })
    node.event$.subscribe((event) => {
      if (event.type === 'reorganized' || event.type === 'blockRefused') seen.events.push(event)
    })
    node.chain$.subscribe({
      next({ type, block }) {
        const { number, id, previous, verified } = block
        const last = seen.chain.at(-1)
        // What is irreversible is told last of a change: so it belongs to the head before the next one.
        if (type !== 'block_irreversible' && before === 'block_irreversible')
          seen.final.push([last?.number, seen.irreversible.at(-1)?.number])
        before = type
        if (type === 'block_undone') {
          seen.undone.push(block)
          if (last?.id === id) seen.chain.pop()
          else if (last !== undefined) seen.problems.push(`undone: ${number}, which is not the last`)
          if ((seen.irreversible.at(-1)?.number ?? 0) >= number)
            seen.problems.push(`irreversible and undone: ${number}`)
        } else if (type === 'block_irreversible') {
          const lower = seen.irreversible.at(-1)
          if (lower !== undefined && number !== lower.number + 1)
            seen.problems.push(`irreversible: ${lower.number}, then ${number}`)
          seen.irreversible.push(block)
        } else {
          if (last !== undefined && last.id !== previous)
            seen.problems.push(`${number} does not follow ${last.number}`)
          seen.chain.push(block)
          seen.verified.add(`${verified.level} ${verified.signer} ${verified.merkle}`)
          onBlock?.(block)
          if (number === to) abort.abort()
        }
      },
      complete() {
        clearTimeout(timer)
        resolve(seen)
      },
    })
  })
}

const differs = (problems, what, actual, expected) => {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (found !== wanted) problems.push(`${what}: ${found.slice(0, 200)}, not ${wanted.slice(0, 200)}`)
}

/** Every pair of head and irreversible block that was told, against what bitshares-core had. */
function checkIrreversible({ final, problems }, expected) {
  let compared = 0
  for (const [head, irreversible] of final) {
    if (irreversible === undefined || !expected.has(head)) continue
    compared += 1
    if (expected.get(head) !== irreversible)
      problems.push(`after ${head} irreversible: ${irreversible}, not ${expected.get(head)}`)
  }
  if (compared === 0) problems.push('nothing was compared with the irreversible blocks of bitshares-core')
}

const fork = readChain(forkFolder, 'final')
const lostIds = readChain(forkFolder, 'b').ids
const chain = readChain(chainFolder, 'blocks')
const peerOf = (folder, name, ...args) => startPeer(peerScript, '--blocks', `${folder}/${name}.bin`, ...args)
const endpoint = (port) => `127.0.0.1:${port}`

const scenarios = {
  'a recorded chain in full: every witness known and in turn, irreversible as bitshares-core says': () =>
    withPeers([peerOf(chainFolder, 'blocks', '--live', '60', '--interval', '50')], async (ports) => {
      const seen = await follow(chain, ports.map(endpoint), { to: chain.ids.length })
      differs(
        seen.problems,
        'ids',
        seen.chain.map(({ id }) => id),
        chain.ids,
      )
      differs(seen.problems, 'verified', [...seen.verified], ['strict known ok'])
      checkIrreversible(seen, chain.irreversible)
      return seen.problems
    }),
  'the lost branch, then the longer one from another peer': () =>
    withPeers(
      [peerOf(forkFolder, 'b'), peerOf(forkFolder, 'final', '--live', '40', '--interval', '50')],
      async ([b, final]) => {
        const seen = await followTwo([endpoint(b)], endpoint(final))
        differs(
          seen.problems,
          'undone',
          seen.undone.map(({ number }) => number),
          range(LOST_HEAD, LAST_COMMON + 1),
        )
        differs(
          seen.problems,
          'undone ids',
          seen.undone.map(({ id }) => id),
          lostIds.slice(LAST_COMMON, LOST_HEAD).reverse(),
        )
        differs(
          seen.problems,
          'ids',
          seen.chain.map(({ id }) => id),
          fork.ids,
        )
        differs(seen.problems, 'verified', [...seen.verified], ['strict known ok'])
        differs(seen.problems, 'transactions no longer included', seen.returned.size, LOST_TRANSACTIONS)
        differs(
          seen.problems,
          'irreversible',
          seen.irreversible.map(({ number }) => number),
          range(1, seen.irreversible.length),
        )
        checkIrreversible(seen, fork.irreversible)
        return seen.problems
      },
    ),
  'a cursor inside the lost branch: the undo first': () =>
    withPeers([peerOf(forkFolder, 'b'), peerOf(forkFolder, 'final')], async (ports) => {
      const from = { number: 150, id: lostIds[149] }
      const seen = await follow(fork, ports.map(endpoint), {
        from,
        to: fork.ids.length,
        verify: 'signatures',
      })
      const undone = seen.undone.filter(({ number }) => number <= from.number)
      differs(
        seen.problems,
        'undone',
        undone.map(({ number }) => number),
        range(from.number, LAST_COMMON + 1),
      )
      differs(
        seen.problems,
        'ids',
        seen.chain.map(({ id }) => id),
        fork.ids.slice(LAST_COMMON),
      )
      return seen.problems
    }),
}

/** Follows the first peer to the end of its branch; then the second is there too. */
async function followTwo(peers, second) {
  const { createServer, connect } = await import('node:net')
  const [host, port] = second.split(':')
  // A door to the second peer that opens late.
  let isOpen = false
  const door = createServer((socket) => {
    if (!isOpen) return socket.destroy()
    const through = connect(Number(port), host)
    socket.pipe(through).pipe(socket)
    socket.on('error', () => through.destroy())
    through.on('error', () => socket.destroy())
  })
  await new Promise((resolve) => door.listen(0, '127.0.0.1', resolve))
  try {
    return await follow(fork, [...peers, `127.0.0.1:${door.address().port}`], {
      to: fork.ids.length,
      onBlock: ({ number }) => (isOpen ||= number === LOST_HEAD),
    })
  } finally {
    door.close()
  }
}

await runScenarios('fork', scenarios, chosen)
