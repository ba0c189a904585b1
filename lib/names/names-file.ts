import type { BlockId } from '../chain/cursor.ts'
import { numberOfId } from '../chain/cursor.ts'
import { asUsageError, refuse } from '../protocol/json/value-fault.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import { objectIdToText } from '../protocol/object-id.ts'
import type { NameContent } from './content.ts'
import { emptyContent } from './content.ts'
import { readCountingFile, toCountingFile } from './counting-file.ts'
import { NAME_LENGTH, SYMBOL_LENGTH } from './effects.ts'
import type { Counting } from './counting.ts'
import { startCounting } from './counting.ts'
import { byId, digits, exactly, idOf, maybe, membersOf, text, wholeNumber } from './json-form.ts'
import type { AssetFacts, PoolFacts } from './kinds.ts'
import type { NameLimits } from './limits.ts'

const FORMAT = 'rx-bitshares names'
const VERSION = 1

/** A name book as JSON. One that is written by hand needs no more than `format`, `version` and some names. */
export interface NamesFile {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  /** 64 hex digits. */
  readonly chain_id?: string | undefined
  /** The number of the block after which this is so. */
  readonly head?: number | undefined
  /** The id of that block. */
  readonly head_id?: BlockId | undefined
  /** `{"1.2.6": "init0"}` */
  readonly accounts?: Readonly<Record<ObjectId, string>>
  /** `{"1.3.0": {"symbol": "BTS", "precision": 5, "issuer": "1.2.3"}}` */
  readonly assets?: Readonly<
    Record<
      ObjectId,
      {
        readonly symbol: string
        readonly precision?: number | undefined
        readonly issuer?: ObjectId<1, 2> | undefined
      }
    >
  >
  /** `{"1.5.0": "1.2.6"}`: the accounts that they are. */
  readonly committee_members?: Readonly<Record<ObjectId, ObjectId<1, 2>>>
  /** The same of witnesses. */
  readonly witnesses?: Readonly<Record<ObjectId, ObjectId<1, 2>>>
  /** `{"1.19.0": {"asset_a": "1.3.0", "asset_b": "1.3.5", "share_asset": "1.3.6"}}` */
  readonly liquidity_pools?: Readonly<
    Record<
      ObjectId,
      {
        readonly asset_a?: ObjectId<1, 3> | undefined
        readonly asset_b?: ObjectId<1, 3> | undefined
        readonly share_asset?: ObjectId<1, 3> | undefined
      }
    >
  >
  /**
   * How far ids are counted, in a form of our own. Without it the ids of new objects are known only where blocks say them.
   */
  readonly counting?: object | undefined
}

/** Of which chain names are, and after which block. */
export interface NamesPlace {
  readonly chainId: string | undefined
  readonly head: number | undefined
  readonly headId: BlockId | undefined
}

/** What a file brings. */
export interface ReadNames extends NamesPlace {
  readonly content: NameContent
  readonly counting: Counting
}

/** All of a name book as plain data. */
export function toNamesFile(content: NameContent, counting: Counting, place: NamesPlace): NamesFile {
  return {
    format: FORMAT,
    version: VERSION,
    chain_id: place.chainId,
    head: place.head,
    head_id: place.headId,
    accounts: toMembers(2, content.accounts, (name) => name),
    assets: toMembers(3, content.assets, ({ symbol, precision, issuer }) => ({
      symbol,
      precision,
      issuer: toId(2, issuer),
    })),
    committee_members: toMembers(5, content.committeeMembers, (account) => objectIdToText(1, 2, account)),
    witnesses: toMembers(6, content.witnesses, (account) => objectIdToText(1, 2, account)),
    liquidity_pools: toMembers(19, content.pools, ({ assetA, assetB, shareAsset }) => ({
      asset_a: toId(3, assetA),
      asset_b: toId(3, assetB),
      share_asset: toId(3, shareAsset),
    })),
    counting: toCountingFile(counting),
  }
}

/** Reads {@link NamesFile}. Throws {@link UsageError} `BAD_VALUE` with the path of what is not as it should be. */
export function readNamesFile(json: unknown, limits: NameLimits): ReadNames {
  const { maxAccounts, maxAssets, maxWitnesses } = limits
  const asset = membersOf<AssetFacts>({
    symbol: text(SYMBOL_LENGTH),
    precision: maybe(wholeNumber(255)),
    issuer: maybe(idOf(2)),
  })
  const pool = membersOf<{
    asset_a: number | undefined
    asset_b: number | undefined
    share_asset: number | undefined
  }>({
    asset_a: maybe(idOf(3)),
    asset_b: maybe(idOf(3)),
    share_asset: maybe(idOf(3)),
  })
  return asUsageError('names', () => {
    const file = membersOf<{
      readonly format: string
      readonly version: number
      readonly chain_id: string | undefined
      readonly head: number | undefined
      readonly head_id: string | undefined
      readonly accounts: ReadonlyMap<number, string> | undefined
      readonly assets: ReadonlyMap<number, AssetFacts> | undefined
      readonly committee_members: ReadonlyMap<number, number> | undefined
      readonly witnesses: ReadonlyMap<number, number> | undefined
      readonly liquidity_pools: ReadonlyMap<number, ReturnType<typeof pool>> | undefined
      readonly counting: Counting | undefined
    }>({
      format: exactly(FORMAT),
      version: exactly(VERSION),
      chain_id: maybe(digits(64)),
      head: maybe(wholeNumber(0xffff_ffff)),
      head_id: maybe(digits(40)),
      accounts: maybe(byId(2, text(NAME_LENGTH), maxAccounts)),
      assets: maybe(byId(3, asset, maxAssets)),
      committee_members: maybe(byId(5, idOf(2), maxWitnesses)),
      witnesses: maybe(byId(6, idOf(2), maxWitnesses)),
      liquidity_pools: maybe(byId(19, pool, maxAssets)),
      counting: maybe(readCountingFile),
    })(json)
    const pools = [...(file.liquidity_pools ?? [])].map(([id, found]): [number, PoolFacts] => [
      id,
      { assetA: found.asset_a, assetB: found.asset_b, shareAsset: found.share_asset },
    ])
    const content: NameContent = {
      ...emptyContent(),
      ...(file.accounts === undefined ? {} : { accounts: file.accounts }),
      ...(file.assets === undefined ? {} : { assets: file.assets }),
      ...(file.committee_members === undefined ? {} : { committeeMembers: file.committee_members }),
      ...(file.witnesses === undefined ? {} : { witnesses: file.witnesses }),
      pools: new Map(pools),
    }
    const { counting = startCounting(), head, head_id: headId } = file
    if (counting.isComplete && head === undefined)
      refuse('ids are counted, but `head` does not say up to which block')
    if (headId !== undefined && numberOfId(headId) !== head) refuse('`head_id` is not the id of block `head`')
    return { content, counting, head, headId, chainId: file.chain_id }
  })
}

function toMembers<From, To>(
  type: number,
  from: ReadonlyMap<number, From>,
  form: (value: From) => To,
): Readonly<Record<ObjectId, To>> {
  return Object.fromEntries([...from].map(([id, value]) => [objectIdToText(1, type, id), form(value)]))
}

function toId<Type extends number>(type: Type, instance: number | undefined): ObjectId<1, Type> | undefined {
  return instance === undefined ? undefined : objectIdToText(1, type, instance)
}
