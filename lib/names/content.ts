import { AccountNames } from './account-names.ts'
import type { AssetFacts, PoolFacts } from './kinds.ts'

/** Names by the number of their id. */
export interface NameContent {
  readonly accounts: ReadonlyMap<number, string>
  readonly assets: ReadonlyMap<number, AssetFacts>
  /** The numbers of their accounts. */
  readonly committeeMembers: ReadonlyMap<number, number>
  /** The numbers of their accounts. */
  readonly witnesses: ReadonlyMap<number, number>
  readonly pools: ReadonlyMap<number, PoolFacts>
}

/** The same, to be written to. */
export interface OpenContent extends NameContent {
  readonly accounts: AccountNames
  readonly assets: Map<number, AssetFacts>
  readonly committeeMembers: Map<number, number>
  readonly witnesses: Map<number, number>
  readonly pools: Map<number, PoolFacts>
}

export function emptyContent(): OpenContent {
  return {
    accounts: new AccountNames(),
    assets: new Map(),
    committeeMembers: new Map(),
    witnesses: new Map(),
    pools: new Map(),
  }
}

/** Adds what is in `from`; what was known before of the same id gives way. */
export function copyContent(from: Partial<NameContent>, to: OpenContent): void {
  for (const [id, name] of from.accounts ?? []) to.accounts.set(id, name)
  for (const [id, facts] of from.assets ?? []) to.assets.set(id, facts)
  for (const [id, account] of from.committeeMembers ?? []) to.committeeMembers.set(id, account)
  for (const [id, account] of from.witnesses ?? []) to.witnesses.set(id, account)
  for (const [id, facts] of from.pools ?? []) to.pools.set(id, facts)
}
