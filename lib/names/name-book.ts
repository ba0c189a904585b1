import type { BlockId } from '../chain/cursor.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import { objectIdToText } from '../protocol/object-id.ts'
import type { BookState, NameBookOptions } from './book-state.ts'
import { openBookState } from './book-state.ts'
import { instanceOf } from './effects.ts'
import type { AssetFacts, Kind, PoolFacts } from './kinds.ts'
import { TYPE_OF } from './kinds.ts'
import type { AssetName, Certainty, Names, PoolName } from './names.ts'
import type { NamesFile } from './names-file.ts'
import { toNamesFile } from './names-file.ts'

/** What a book holds, for what changes it. */
export let stateOf: (book: NameBook) => BookState

/**
 * Names by id, as far as blocks tell them. It grows with the blocks it is given (`learnNames`), and shrinks with those that
 * are taken back (`unlearnNames`); `followNames` does both.
 *
 * A name that it gives is the name of that id: where it could only be guessed there is none, and {@link certainty} says so.
 */
export class NameBook implements Names {
  static {
    stateOf = (book) => book.#state
  }

  readonly #state: BookState

  /** @internal */
  constructor(options: NameBookOptions) {
    this.#state = openBookState(options)
  }

  /** The number of the last block that it learnt from; undefined before the first. */
  get head(): number | undefined {
    return this.#state.head
  }

  /** The id of that block, where it was told. */
  get headId(): BlockId | undefined {
    return this.#state.headId
  }

  /** Whose names these are, where that is known. */
  get chainId(): string | undefined {
    return this.#state.chainId
  }

  account(id: ObjectId<1, 2>): string | undefined {
    return this.#state.content.accounts.get(instanceOf(id))
  }

  asset(id: ObjectId<1, 3>): AssetName | undefined {
    const facts = this.#state.content.assets.get(instanceOf(id))
    return facts === undefined ? undefined : assetName(facts)
  }

  committeeMember(id: ObjectId<1, 5>): ObjectId<1, 2> | undefined {
    return idText(2, this.#state.content.committeeMembers.get(instanceOf(id)))
  }

  witness(id: ObjectId<1, 6>): ObjectId<1, 2> | undefined {
    return idText(2, this.#state.content.witnesses.get(instanceOf(id)))
  }

  liquidityPool(id: ObjectId<1, 19>): PoolName | undefined {
    const facts = this.#state.content.pools.get(instanceOf(id))
    return facts === undefined ? undefined : poolName(facts)
  }

  proposer(id: ObjectId<1, 10>): ObjectId<1, 2> | undefined {
    const serial = this.#state.counting.serials.get(instanceOf(id))
    return serial === undefined ? undefined : idText(2, this.#state.counting.pending.get(serial)?.proposer)
  }

  /** The id of the account with this name. The first call looks through all of them, later ones do not. */
  accountNamed(name: string): ObjectId<1, 2> | undefined {
    return idText(2, this.#state.content.accounts.numberOf(name))
  }

  /** The id of the asset with this symbol. Looks through all of them: it is for starting, not for each operation. */
  assetNamed(symbol: string): ObjectId<1, 3> | undefined {
    for (const [id, known] of this.#state.content.assets) if (known.symbol === symbol) return idText(3, id)
    return undefined
  }

  /** What is known of the ids of new objects. */
  certainty(kind: Kind): Certainty {
    const { next, waiting, lost } = this.#state.counting.counts[kind]
    if (next === undefined) {
      return {
        state: 'uncertain',
        since: lost?.block ?? 0,
        because: lost?.because ?? 'the blocks did not begin at genesis',
      }
    }
    const [first] = waiting
    if (first === undefined) return { state: 'counted', next: objectIdToText(1, TYPE_OF[kind], next) }
    const run = first.run === undefined ? undefined : this.#state.counting.runs.get(first.run)
    return { state: 'waiting', since: run?.block ?? 0 }
  }

  /** All of it as `JSON.stringify` takes it, for {@link NameBookOptions.names}. What can be undone is not part of it. */
  toJSON(): NamesFile {
    const { content, counting, ...place } = this.#state
    return toNamesFile(content, counting, place)
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
