/** What a name book counts the ids of. */
export type Kind = 'account' | 'asset' | 'committee_member' | 'witness' | 'proposal' | 'liquidity_pool'

/** The type in an object id of space 1 (`types.hpp`, `object_type`). */
export const TYPE_OF: Readonly<Record<Kind, number>> = {
  account: 2,
  asset: 3,
  committee_member: 5,
  witness: 6,
  proposal: 10,
  liquidity_pool: 19,
}

export const KINDS: readonly Kind[] = Object.freeze(Object.keys(TYPE_OF) as Kind[])

/** What is known of an asset. */
export interface AssetFacts {
  readonly symbol: string
  /** Digits after the point; not known where a proposal that may have run changes it. */
  readonly precision?: number | undefined
  /** The number of the issuing account; not known where it may have changed unseen. */
  readonly issuer?: number | undefined
}

/** What is known of a liquidity pool: the numbers of its assets. */
export interface PoolFacts {
  readonly assetA?: number | undefined
  readonly assetB?: number | undefined
  readonly shareAsset?: number | undefined
}
