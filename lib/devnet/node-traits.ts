import { EMPTY } from 'rxjs'
import { type BlockId, type Cursor, GENESIS, type IdList, numberOfId } from '../chain/cursor.ts'
import type { MessageOf } from '../messages/registry.ts'
import type { BlockLog } from './block-log.ts'
import { createRandom } from './random.ts'
import type { SharedChain } from './responder.ts'
import type { NodeServerContext } from './serve-node.ts'

/** How one node of a devnet differs from the others. */
export interface NodeTraits {
  readonly userAgent: string
  readonly platform: string
  /** 40 hex digits. */
  readonly revision: string
  /** By how much its clock is ahead. */
  readonly clockOffsetMs: number
  /** It follows the chain up to this block and then stands still. */
  readonly stuckAt?: number
  /** It has no place for anybody, and says so. */
  readonly isFull?: boolean
  /** The other nodes it tells of, by number. */
  readonly tellsOf: readonly number[]
  /** Endpoints it tells of where no node is; port 0: a peer that does not listen. */
  readonly tellsFalsely?: readonly string[]
}

type Addresses = MessageOf<'address_message'>['addresses']
type Served = Omit<NodeServerContext, 'node' | 'address' | 'identity' | 'cut$'>

const USER_AGENTS = [
  'BitShares Reference Implementation',
  'BitShares Reference Implementation',
  'BitShares Reference Implementation',
  'rx-bitshares',
  'Graphene Reference Implementation',
] as const
const PLATFORMS = ['linux', 'linux', 'linux', 'osx', 'win32', 'obsd'] as const
const REVISIONS = 4
const SLOW_CLOCK_MS = 30_000
/** Where somebody might want others to knock: a peer that does not listen, nets that are nobody's, a port of others. */
const FALSE_ENDPOINTS = ['127.0.0.1:0', '0.0.0.0:1776', '224.0.0.1:1776', '127.0.0.1:22', '127.0.0.1:6379']

/**
 * Nodes as a network has them: of several versions and systems, with clocks that differ, some stuck, some full, each telling
 * of a few others. From the first one all can be found. The same seed gives the same nodes.
 */
export function varyNodes(seed: string, count: number): readonly NodeTraits[] {
  const random = createRandom(`${seed} traits`)
  const revisions = Array.from({ length: REVISIONS }, () =>
    Array.from({ length: 5 }, () => random.uint32().toString(16).padStart(8, '0')).join(''),
  )
  return Array.from({ length: count }, (_, index): NodeTraits => {
    // The next one, so that nobody is left out, and a few more.
    const others = Array.from({ length: random.between(2, 6) }, () => random.below(count))
    const tellsOf = [...new Set([(index + 1) % count, ...others])].filter((other) => other !== index)
    // The first node is one to begin with: it is in order.
    const isOdd = index > 0
    return {
      userAgent: random.pick(USER_AGENTS),
      platform: random.pick(PLATFORMS),
      revision: random.pick(revisions),
      clockOffsetMs:
        isOdd && random.chance(0.15) ? random.pick([-1, 1]) * SLOW_CLOCK_MS : random.between(-500, 500),
      ...(isOdd && index % 10 === 3 ? { stuckAt: 1 + random.below(5) } : {}),
      ...(isOdd && index % 10 === 6 ? { isFull: true } : {}),
      tellsOf,
      ...(isOdd && index % 10 === 8 ? { tellsFalsely: FALSE_ENDPOINTS } : {}),
    }
  })
}

/**
 * What a node serves, as its traits make it.
 *
 * @param nodes all nodes of the devnet, by number
 */
export function withTraits(
  traits: NodeTraits | undefined,
  nodes: readonly { readonly publicKey: string }[],
  served: Served,
): Served {
  if (traits === undefined) return served
  const { clockOffsetMs, stuckAt, isFull = false, tellsOf, tellsFalsely = [] } = traits
  const told = new Set(tellsOf.map((other) => nodes[other]?.publicKey))
  const { clock, chain } = served
  return {
    ...served,
    userAgent: traits.userAgent,
    platform: traits.platform,
    revision: traits.revision,
    clock: {
      scheduler: clock.scheduler,
      nowMs: () => clock.nowMs(),
      wallMs: () => clock.wallMs() + clockOffsetMs,
    },
    ...(stuckAt === undefined ? {} : { chain: cutChain(chain, stuckAt), event$: EMPTY, take: undefined }),
    ...(isFull ? { refuse: () => ({ code: 4, reason: 'not accepting any more incoming connections' }) } : {}),
    listAddresses: () => [
      ...served.listAddresses().filter(({ node_id }) => told.has(node_id)),
      ...tellsFalsely.map((endpoint, index) => toFalseEntry(endpoint, index, clock.wallMs())),
    ],
  }
}

function toFalseEntry(endpoint: string, index: number, wallMs: number): Addresses[number] {
  return {
    remote_endpoint: endpoint,
    last_seen_time: Math.floor(wallMs / 1000),
    latency: 1000n,
    node_id: `${String(index).padStart(2, '0')}${'f0'.repeat(32)}`,
    direction: 1,
    firewalled: 0,
  }
}

/** A chain as somebody sees it who stands still; asked again each time, as the chain may go on elsewhere. */
function cutChain(chain: SharedChain, last: number): SharedChain {
  return {
    get log() {
      return cutLog(chain.log, last)
    },
    get cache() {
      return chain.cache
    },
  }
}

/** A log as somebody sees it who has nothing after a block. */
export function cutLog(log: BlockLog, last: number): BlockLog {
  const isSeen = (number: number): boolean => number <= last
  const head = (): Cursor => {
    if (isSeen(log.head.number)) return log.head
    const block = log.byNumber(last)
    return block === undefined ? GENESIS : { number: block.number, id: block.id }
  }
  const seenId = (id: BlockId): boolean => isSeen(numberOfId(id))
  return {
    get head() {
      return head()
    },
    get headSeconds() {
      return isSeen(log.head.number) ? log.headSeconds : (log.byNumber(last)?.timestamp ?? 0)
    },
    append: (block) => log.append(block),
    byNumber: (number) => (isSeen(number) ? log.byNumber(number) : undefined),
    byId: (id) => (seenId(id) ? log.byId(id) : undefined),
    listIds(synopsis): IdList {
      const known = synopsis.filter(seenId)
      // An empty synopsis asks for everything, one without a known id is answered with nothing.
      if (known.length === 0 && synopsis.length > 0) return { ids: [], remaining: 0 }
      const list = log.listIds(known)
      const ids = list.ids.filter(seenId)
      const newest = ids.at(-1)
      return { ids, remaining: newest === undefined ? 0 : Math.max(0, head().number - numberOfId(newest)) }
    },
    toSynopsis: () => log.toSynopsis().filter(seenId),
  }
}
