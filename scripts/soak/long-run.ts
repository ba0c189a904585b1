// One node that follows the given peers for as long as it is let: node long-run.js CHAIN_ID HOST:PORT … Every few seconds it
// prints how it stands, as a line of JSON; SIGTERM ends it. What it finds wrong is in `problems`.
import { interval } from 'rxjs'
import { createNode } from '../../lib/node/create-node.ts'
import { privateNetwork } from '../../lib/node/networks.ts'

/** How a long run stands. */
export interface LongRunReport {
  readonly number: number
  readonly id: string
  readonly blocks: number
  readonly residentMiB: number
  readonly heapMiB: number
  readonly timers: number
  readonly sockets: number
  readonly dials: number
  /** Connections that ended through a fault of the peer; a devnet makes none. */
  readonly faults: number
  readonly problems: readonly string[]
}

const REPORT_EVERY_MS = 2000
const MIB = 1024 * 1024

const [chainId = '', ...peers] = process.argv.slice(2)
const node = createNode({ network: privateNetwork(chainId), peers, only: true, from: 'genesis' })
const problems: string[] = []
let last = { number: 0, id: '0'.repeat(40) }
let blocks = 0
let dials = 0
let faults = 0

node.block$.subscribe(({ number, id, previous }) => {
  if (previous !== last.id || number !== last.number + 1)
    problems.push(`block ${number} came after ${last.number}`)
  last = { number, id }
  blocks += 1
})
node.event$.subscribe((event) => {
  if (event.type === 'peerDialled') dials += 1
  if (event.type !== 'peerClosed' || !event.isFault) return
  faults += 1
  problems.push(`${event.peer}: ${event.code}: ${event.message}`)
})
// Transactions are fetched as well while somebody listens to them.
node.trx$.subscribe()

interval(REPORT_EVERY_MS).subscribe(() => {
  const { rss, heapUsed } = process.memoryUsage()
  const resources = process.getActiveResourcesInfo()
  const count = (name: string): number => resources.filter((resource) => resource === name).length
  const report: LongRunReport = {
    ...last,
    blocks,
    residentMiB: Math.round(rss / MIB),
    heapMiB: Math.round(heapUsed / MIB),
    timers: count('Timeout'),
    sockets: count('TCPSocketWrap'),
    dials,
    faults,
    problems: problems.splice(0),
  }
  console.log(JSON.stringify(report))
})
