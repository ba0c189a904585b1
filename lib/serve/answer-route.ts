import { readinessOf } from '../metrics/readiness.ts'
import type { NameBook } from '../names/name-book.ts'
import type { NetworkDescription } from '../node/networks.ts'
import { viewBlock } from '../protocol/block-view.ts'
import { type Answer, jsonAnswer, refusalAnswer, textAnswer } from './answer.ts'
import type { NetworkInfo, Standing, TransactionAnswer } from '../view/page-types.ts'
import { toBlockPage, toTransactionPage } from './block-page.ts'
import { find } from './find.ts'
import type { NodesAnswer } from './nodes-file.ts'
import type { PageState } from './page-state.ts'
import type { Route } from './parse-route.ts'
import type { BlockSource, RecentBlock } from './recent-blocks.ts'
import type { MempoolWatch } from './watch-mempool.ts'

/** What requests are answered with. */
export interface Desk {
  readonly state: PageState
  readonly names: NameBook
  readonly mempool: MempoolWatch
  readonly network: NetworkDescription
  /** Where blocks are that are not among the recent ones. */
  readonly blocks: BlockSource | undefined
  /** Of the package and of the page, for an open page to compare. */
  readonly version: string
  chainSeconds(this: void): number
  readonly nodes: (() => Promise<NodesAnswer>) | undefined
  readonly metrics: (() => Promise<string>) | undefined
}

/** The routes that are answered with data. */
export type DataRoute = Exclude<Route, { readonly to: 'page' | 'file' | 'events' }>

/** The answer to a question for data. Rejects only through a bug of ours or of a store. */
export async function answerRoute(route: DataRoute, query: URLSearchParams, desk: Desk): Promise<Answer> {
  const { state } = desk
  switch (route.to) {
    case 'snapshot':
      return jsonAnswer({ ...introduction(desk), cursor: state.journal.head, view: state.view })
    case 'status':
      return jsonAnswer({ ...introduction(desk), cursor: state.journal.head, status: state.view.status })
    case 'peers':
      return jsonAnswer({ peers: state.view.peers })
    case 'nodes':
      return answerNodes(desk)
    case 'block':
      return answerBlock(route.at, query, desk)
    case 'transaction':
      return answerTransaction(route.id, desk)
    case 'find': {
      const found = await find(route.text, desk)
      return found === undefined
        ? missing('Nothing of that kind is known here: give a block number, an id or an account.')
        : jsonAnswer(found)
    }
    case 'metrics':
      if (desk.metrics === undefined) return missing('There are no metrics here.')
      return textAnswer(await desk.metrics(), 200, 'text/plain; version=0.0.4; charset=utf-8')
    case 'healthz':
      return textAnswer('ok\n')
    case 'readyz': {
      const { isReady, ...rest } = readinessOf(state.status, state.peers, desk.chainSeconds())
      return jsonAnswer({ ready: isReady, ...rest }, isReady ? 200 : 503)
    }
  }
}

/** Which network this is, as a page needs it. */
export function introduction({ network, names, version }: Desk): {
  readonly version: string
  readonly network: NetworkInfo
} {
  const { name, chainId, blockIntervalSeconds } = network
  return {
    version,
    network: { name, chainId, blockIntervalSeconds, coreSymbol: names.asset('1.3.0')?.symbol ?? 'BTS' },
  }
}

async function answerNodes({ nodes }: Desk): Promise<Answer> {
  if (nodes === undefined) return missing('No map of the network is served here: give its file with --nodes.')
  const answer = await nodes()
  return 'map' in answer ? jsonAnswer(answer.map) : missing(answer.problem)
}

async function answerBlock(at: number | string, query: URLSearchParams, desk: Desk): Promise<Answer> {
  const recent = desk.state.recent.find(at)
  const raw = recent?.raw ?? (await desk.blocks?.get(at))
  if (raw === undefined) return missing(`There is no block ${at} here.`)
  const block = viewBlock(raw, { prefix: desk.network.prefix })
  if (query.get('format') === 'rpc') return jsonAnswer(block.toJSON())
  const first = Number(/^\d{1,7}$/.exec(query.get('first') ?? '')?.[0] ?? 0)
  const { receivedAt, peer, latencyMs } = recent ?? {}
  const standing = standingOf(block.number, recent, desk)
  return jsonAnswer(toBlockPage(block, { standing, receivedAt, peer, latencyMs }, desk.names, first))
}

async function answerTransaction(id: string, desk: Desk): Promise<Answer> {
  const { state, mempool, names, blocks, network } = desk
  const place = state.recent.place(id)
  const recent = place === undefined ? undefined : state.recent.find(place.blockId)
  const raw = recent?.raw ?? (place === undefined ? undefined : await blocks?.get(place.blockId))
  if (place !== undefined && raw !== undefined) {
    const block = viewBlock(raw, { prefix: network.prefix })
    const transaction = block.transactions[place.index]
    if (transaction !== undefined) {
      const answer: TransactionAnswer = {
        state: 'included',
        transaction: toTransactionPage(transaction, names),
        index: place.index,
        block: {
          number: block.number,
          id: block.id,
          timestamp: block.timestamp,
          standing: standingOf(block.number, recent, desk),
        },
      }
      return jsonAnswer(answer)
    }
  }
  const pending = mempool.find(id)
  if (pending === undefined)
    return missing('That transaction is in no block that is kept here, and not pending.')
  const answer: TransactionAnswer = {
    state: 'pending',
    transaction: toTransactionPage(pending.transaction, names),
    heardAt: Math.round(pending.at),
  }
  return jsonAnswer(answer)
}

function standingOf(number: number, recent: RecentBlock | undefined, { state }: Desk): Standing {
  if (recent?.isUndone === true) return 'undone'
  const { irreversible } = state.view.status ?? {}
  return irreversible !== undefined && number <= irreversible.number ? 'irreversible' : 'applied'
}

function missing(message: string): Answer {
  return refusalAnswer({ status: 404, message })
}
