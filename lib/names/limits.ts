/** How much a name book keeps. Blocks grow it, and blocks come from peers. */
export interface NameLimits {
  /** Accounts. The public chain had about 1.9 million in 2026. */
  readonly maxAccounts: number
  /** Assets, and as many liquidity pools. */
  readonly maxAssets: number
  /** Witnesses, and as many committee members. */
  readonly maxWitnesses: number
  /** Proposals that have neither run nor expired. With more than that the counting of ids ends. */
  readonly maxProposals: number
  /** What pending proposals would do, in all; as with them. */
  readonly maxEffects: number
  /** New objects of one kind whose ids wait for the fate of a proposal. With more the counting of their ids ends. */
  readonly maxWaiting: number
  /** Blocks that can be undone: as many as a node holds. */
  readonly maxUndoBlocks: number
}

export const DEFAULT_NAME_LIMITS: NameLimits = Object.freeze({
  maxAccounts: 4_000_000,
  maxAssets: 200_000,
  maxWitnesses: 20_000,
  maxProposals: 10_000,
  maxEffects: 100_000,
  maxWaiting: 10_000,
  maxUndoBlocks: 2048,
})
