import type { ObjectId } from '../protocol/object-id.ts'

// What a name book says.

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
