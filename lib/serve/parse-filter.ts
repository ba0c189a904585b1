import { UsageError } from '../errors.ts'
import { operationFilter } from '../names/filters.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { MAX_FILTER_VALUES } from './limits.ts'

/** What a client of `/events` wants to hear. */
export interface EventFilter {
  /** The same for filters that mean the same. */
  readonly key: string
  /** Which operations a block tells; undefined: all. */
  readonly isWanted: ((operation: Operation) => boolean) | undefined
  /** Whether they come as bitshares-core prints them, too. */
  readonly withJson: boolean
  /** Whether it hears of more than the chain: `mempool`, `status`, `peers`. */
  readonly topics: ReadonlySet<Topic>
}

export type Topic = 'mempool' | 'status' | 'peers'

const TOPICS: readonly Topic[] = ['mempool', 'status', 'peers']
const PARAMETERS = new Set(['ops', 'accounts', 'assets', 'json', 'topics', 'cursor'])

/**
 * The filter in a query: `ops=transfer,limit_order_create`, `accounts=1.2.17`, `assets=1.3.0`, `json=1`,
 * `topics=status`. Values of one kind are alternatives, kinds add up.
 *
 * Throws {@link UsageError} `BAD_OPTION` with a sentence about what cannot be.
 */
export function parseFilter(query: URLSearchParams): EventFilter {
  for (const name of query.keys()) {
    if (!PARAMETERS.has(name)) {
      throw new UsageError('BAD_OPTION', `there is no parameter ${JSON.stringify(name.slice(0, 40))}`)
    }
  }
  const types = listOf(query, 'ops') as readonly Operation['type'][] | undefined
  const accounts = listOf(query, 'accounts')
  const assets = listOf(query, 'assets')
  const withJson = query.get('json') === '1'
  const topics = topicsOf(listOf(query, 'topics'))
  const isFiltered = types !== undefined || accounts !== undefined || assets !== undefined
  return {
    key: isFiltered || withJson ? JSON.stringify([types, accounts, assets, withJson]) : '',
    isWanted: isFiltered ? operationFilter({ types, accounts, assets }) : undefined,
    withJson,
    topics,
  }
}

function topicsOf(names: readonly string[] | undefined): ReadonlySet<Topic> {
  if (names === undefined) return new Set(TOPICS)
  const unknown = names.find((name) => name !== 'chain' && !(TOPICS as readonly string[]).includes(name))
  if (unknown !== undefined) {
    throw new UsageError(
      'BAD_OPTION',
      `there is no topic ${JSON.stringify(unknown.slice(0, 40))}: chain, ${TOPICS.join(', ')}`,
    )
  }
  return new Set(TOPICS.filter((topic) => names.includes(topic)))
}

function listOf(query: URLSearchParams, name: string): readonly string[] | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const values = [...new Set(text.split(',').map((value) => value.trim()))].sort()
  if (values.length > MAX_FILTER_VALUES) {
    throw new UsageError('BAD_OPTION', `${name} has more than ${MAX_FILTER_VALUES} values`)
  }
  return values
}
