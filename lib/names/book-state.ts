import type { BlockId } from '../chain/cursor.ts'
import { GENESIS } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import type { OpenContent } from './content.ts'
import { copyContent, emptyContent } from './content.ts'
import type { Counting } from './counting.ts'
import { startCounting } from './counting.ts'
import { readGenesisNames } from './genesis-names.ts'
import type { Journal } from './journal.ts'
import type { Kind } from './kinds.ts'
import { commonNames, MAINNET_ID, MAINNET_NAMES } from './known-names.ts'
import type { NameLimits } from './limits.ts'
import { DEFAULT_NAME_LIMITS } from './limits.ts'
import { readNamesFile } from './names-file.ts'

/** What of a network matters for names; the descriptions that `createNode` takes have it. */
export interface NamedNetwork {
  readonly chainId: string
  /** In front of keys, and what the core asset is called. */
  readonly prefix: string
  readonly genesis?: Uint8Array | undefined
}

/** Where the names of a book come from. */
export interface NameBookOptions {
  /**
   * Whose names these are: those that are built in for it are known, exported ones say its id, and those of another are
   * refused. Default: a chain with core asset BTS, without anything built in.
   */
  readonly network?: NamedNetwork
  /**
   * The genesis document of the chain, as bytes or as `JSON.parse` gives it; default that of `network`. With it, and blocks
   * from 1 on, the ids of all new objects are known.
   */
  readonly genesis?: unknown
  /**
   * What {@link NameBook.toJSON} gave, through JSON. Blocks go on after {@link NameBook.head}; names without one are added
   * to those that are known otherwise.
   */
  readonly names?: unknown
  /** How much is kept; a part of {@link DEFAULT_NAME_LIMITS} to change. */
  readonly limits?: Partial<NameLimits>
}

/** What a block changed, to be taken back. */
interface Change {
  readonly number: number
  readonly journal: Journal
}

/** What a name book holds. */
export interface BookState {
  readonly limits: NameLimits
  readonly content: OpenContent
  counting: Counting
  /** The number of the last block that it learnt from; undefined before the first. */
  head: number | undefined
  headId: BlockId | undefined
  chainId: string | undefined
  /** The last blocks, the newest last. */
  readonly changes: Change[]
}

/** What is known at the start. */
export function openBookState(options: NameBookOptions): BookState {
  const { network, genesis = network?.genesis, names, limits } = options
  const state: BookState = {
    limits: { ...DEFAULT_NAME_LIMITS, ...limits },
    content: emptyContent(),
    counting: startCounting(),
    head: undefined,
    headId: undefined,
    chainId: network?.chainId,
    changes: [],
  }
  copyContent(commonNames(network?.prefix ?? 'BTS'), state.content)
  if (network?.chainId === MAINNET_ID) copyContent(MAINNET_NAMES, state.content)
  if (genesis !== undefined) begin(state, genesis instanceof Uint8Array ? parseGenesis(genesis) : genesis)
  if (names !== undefined) goOn(state, names)
  return state
}

function begin(state: BookState, genesis: unknown): void {
  const { content, next } = readGenesisNames(genesis)
  copyContent(content, state.content)
  state.head = GENESIS.number
  state.headId = GENESIS.id
  state.counting.isComplete = true
  for (const kind of Object.keys(next) as Kind[])
    state.counting.counts[kind] = { next: next[kind], waiting: [] }
}

function goOn(state: BookState, names: unknown): void {
  const { content, counting, head, headId, chainId } = readNamesFile(names, state.limits)
  if (chainId !== undefined && state.chainId !== undefined && chainId !== state.chainId)
    throw new UsageError('BAD_VALUE', `names.chain_id: these are names of the chain ${chainId}`)
  state.chainId ??= chainId
  copyContent(content, state.content)
  if (head === undefined) return
  state.counting = counting
  state.head = head
  state.headId = headId
}

function parseGenesis(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new UsageError('BAD_VALUE', 'genesis: it is not JSON', { cause })
  }
}
