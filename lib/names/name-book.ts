import type { BlockId } from '../chain/cursor.ts'
import { GENESIS } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import { objectIdToText } from '../protocol/object-id.ts'
import type { OpenContent } from './content.ts'
import { copyContent, emptyContent } from './content.ts'
import { instanceOf } from './effects.ts'
import { readGenesisNames } from './genesis-names.ts'
import type { Counting } from './counting.ts'
import { startCounting } from './counting.ts'
import type { Journal } from './journal.ts'
import type { AssetFacts, Kind, PoolFacts } from './kinds.ts'
import { TYPE_OF } from './kinds.ts'
import { commonNames, MAINNET_ID, MAINNET_NAMES } from './known-names.ts'
import type { NameLimits } from './limits.ts'
import { DEFAULT_NAME_LIMITS } from './limits.ts'
import type { NamesFile } from './names-file.ts'
import { readNamesFile, toNamesFile } from './names-file.ts'

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

/**
 * What is known of the ids of new objects of a kind.
 *
 * - `counted`: they get `next` and the following.
 * - `waiting`: since block `since` it is open whether a proposal ran. What was made since is named as soon as that is clear.
 * - `uncertain`: they are not known, since block `since`, because of what `because` says. Results of operations still say
 *   them, as in blocks up to 2021, and if all blocks since the first were seen, counting goes on from there.
 */
export type Certainty =
  | { readonly state: 'counted'; readonly next: ObjectId }
  | { readonly state: 'waiting'; readonly since: number }
  | { readonly state: 'uncertain'; readonly since: number; readonly because: string }

/**
 * An asset by the texts of its ids. Precision and issuer are as they were last seen, and undefined where a proposal that may
 * have run changes them; a change by one that was never seen (see {@link Certainty}) goes unnoticed.
 */
export interface AssetName {
  readonly symbol: string
  /** Digits after the point. It can change only while nothing of the asset is in circulation. */
  readonly precision: number | undefined
  readonly issuer: ObjectId<1, 2> | undefined
}

/** The assets of a liquidity pool, as far as they are known. */
export interface PoolName {
  readonly assetA: ObjectId<1, 3> | undefined
  readonly assetB: ObjectId<1, 3> | undefined
  readonly shareAsset: ObjectId<1, 3> | undefined
}

/** What `describe` asks. A {@link NameBook} is one. */
export interface Names {
  account(id: ObjectId<1, 2>): string | undefined
  asset(id: ObjectId<1, 3>): AssetName | undefined
  committeeMember(id: ObjectId<1, 5>): ObjectId<1, 2> | undefined
  witness(id: ObjectId<1, 6>): ObjectId<1, 2> | undefined
  liquidityPool(id: ObjectId<1, 19>): PoolName | undefined
  /** The account that made a pending proposal. */
  proposer(id: ObjectId<1, 10>): ObjectId<1, 2> | undefined
}

/** What a block changed, to be taken back. */
interface Change {
  readonly number: number
  readonly journal: Journal
}

/**
 * Names by id, as far as blocks tell them. It grows with the blocks it is given (`learnNames`), and shrinks with those that
 * are taken back (`unlearnNames`); `followNames` does both.
 *
 * A name that it gives is the name of that id: where it could only be guessed there is none, and {@link certainty} says so.
 */
export class NameBook implements Names {
  /** The number of the last block that it learnt from; undefined before the first. */
  head: number | undefined
  /** The id of that block, where it was told. */
  headId: BlockId | undefined
  /** Whose names these are, where that is known. */
  readonly chainId: string | undefined
  /** @internal */
  readonly limits: NameLimits
  /** @internal */
  readonly content: OpenContent
  /** @internal */
  counting: Counting
  /** @internal The last blocks, the newest last. */
  readonly changes: Change[] = []

  /** @internal */
  constructor(options: NameBookOptions) {
    const { network, genesis = network?.genesis, names, limits } = options
    this.limits = { ...DEFAULT_NAME_LIMITS, ...limits }
    this.content = emptyContent()
    copyContent(commonNames(network?.prefix ?? 'BTS'), this.content)
    if (network?.chainId === MAINNET_ID) copyContent(MAINNET_NAMES, this.content)
    this.counting = startCounting()
    if (genesis !== undefined) this.#begin(genesis instanceof Uint8Array ? parseGenesis(genesis) : genesis)
    const chainId = names === undefined ? undefined : this.#goOn(names)
    if (network !== undefined && chainId !== undefined && chainId !== network.chainId)
      throw new UsageError('BAD_VALUE', `names.chain_id: these are names of the chain ${chainId}`)
    this.chainId = network?.chainId ?? chainId
  }

  account(id: ObjectId<1, 2>): string | undefined {
    return this.content.accounts.get(instanceOf(id))
  }

  asset(id: ObjectId<1, 3>): AssetName | undefined {
    const facts = this.content.assets.get(instanceOf(id))
    return facts === undefined ? undefined : assetName(facts)
  }

  committeeMember(id: ObjectId<1, 5>): ObjectId<1, 2> | undefined {
    return idText(2, this.content.committeeMembers.get(instanceOf(id)))
  }

  witness(id: ObjectId<1, 6>): ObjectId<1, 2> | undefined {
    return idText(2, this.content.witnesses.get(instanceOf(id)))
  }

  liquidityPool(id: ObjectId<1, 19>): PoolName | undefined {
    const facts = this.content.pools.get(instanceOf(id))
    return facts === undefined ? undefined : poolName(facts)
  }

  proposer(id: ObjectId<1, 10>): ObjectId<1, 2> | undefined {
    const serial = this.counting.serials.get(instanceOf(id))
    return serial === undefined ? undefined : idText(2, this.counting.pending.get(serial)?.proposer)
  }

  /** The id of the account with this name. Looks through all of them: it is for starting, not for each operation. */
  accountNamed(name: string): ObjectId<1, 2> | undefined {
    for (const [id, known] of this.content.accounts) if (known === name) return idText(2, id)
    return undefined
  }

  /** The id of the asset with this symbol. */
  assetNamed(symbol: string): ObjectId<1, 3> | undefined {
    for (const [id, known] of this.content.assets) if (known.symbol === symbol) return idText(3, id)
    return undefined
  }

  /** What is known of the ids of new objects. */
  certainty(kind: Kind): Certainty {
    const { next, waiting, lost } = this.counting.counts[kind]
    if (next === undefined) {
      return {
        state: 'uncertain',
        since: lost?.block ?? 0,
        because: lost?.because ?? 'the blocks did not begin at genesis',
      }
    }
    const [first] = waiting
    if (first === undefined) return { state: 'counted', next: objectIdToText(1, TYPE_OF[kind], next) }
    const run = first.run === undefined ? undefined : this.counting.runs.get(first.run)
    return { state: 'waiting', since: run?.block ?? 0 }
  }

  /** All of it as `JSON.stringify` takes it, for {@link NameBookOptions.names}. What can be undone is not part of it. */
  toJSON(): NamesFile {
    const { head, headId, chainId } = this
    return toNamesFile(this.content, this.counting, { head, headId, chainId })
  }

  #begin(genesis: unknown): void {
    const { content, next } = readGenesisNames(genesis)
    copyContent(content, this.content)
    this.head = GENESIS.number
    this.headId = GENESIS.id
    this.counting.isComplete = true
    for (const kind of Object.keys(next) as Kind[])
      this.counting.counts[kind] = { next: next[kind], waiting: [] }
  }

  /** Returns of which chain the names are, if they say it. */
  #goOn(names: unknown): string | undefined {
    const file = readNamesFile(names, this.limits)
    copyContent(file.content, this.content)
    if (file.head !== undefined) {
      this.counting = file.counting
      this.head = file.head
      this.headId = file.headId
    }
    return file.chainId
  }
}

/**
 * A name book with what is known at the start.
 *
 * ```ts
 * const names = createNameBook({ network: devnet.network })
 * const line$ = node.chain$.pipe(
 *   followNames(names),
 *   mergeMap(({ block }) => toOperationEvents(block)),
 *   map(({ operation }) => describe(operation, names)),
 * )
 * writeFileSync('names.json', JSON.stringify(names))
 * ```
 *
 * Throws {@link UsageError} `BAD_VALUE` with the path of what does not fit in a genesis document or in exported names.
 */
export function createNameBook(options: NameBookOptions = {}): NameBook {
  return new NameBook(options)
}

function parseGenesis(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new UsageError('BAD_VALUE', 'genesis: it is not JSON', { cause })
  }
}

function idText<Type extends number>(
  type: Type,
  instance: number | undefined,
): ObjectId<1, Type> | undefined {
  return instance === undefined ? undefined : objectIdToText(1, type, instance)
}

function assetName({ symbol, precision, issuer }: AssetFacts): AssetName {
  return { symbol, precision, issuer: idText(2, issuer) }
}

function poolName({ assetA, assetB, shareAsset }: PoolFacts): PoolName {
  return { assetA: idText(3, assetA), assetB: idText(3, assetB), shareAsset: idText(3, shareAsset) }
}
