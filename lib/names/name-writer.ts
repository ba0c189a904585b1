import type { OpenContent } from './content.ts'
import type { Findings } from './counting.ts'
import type { Creation } from './effects.ts'
import type { Journal } from './journal.ts'
import type { AssetFacts, PoolFacts } from './kinds.ts'
import type { NameLimits } from './limits.ts'

/** Writes facts into a book as long as there is room for them, in a way that can be taken back. */
export class NameWriter implements Findings {
  readonly content: OpenContent
  readonly #journal: Journal
  readonly #limits: NameLimits

  constructor(content: OpenContent, journal: Journal, limits: NameLimits) {
    this.content = content
    this.#journal = journal
    this.#limits = limits
  }

  setAccount(id: number, name: string): void {
    this.#set(this.content.accounts, id, name, this.#limits.maxAccounts)
  }

  setAsset(id: number, facts: AssetFacts): void {
    const { symbol, precision, issuer } = facts
    const known = this.content.assets.get(id)
    if (known?.symbol === symbol && known.precision === precision && known.issuer === issuer) return
    this.#set(this.content.assets, id, facts, this.#limits.maxAssets)
  }

  setCommitteeMember(id: number, account: number): void {
    this.#set(this.content.committeeMembers, id, account, this.#limits.maxWitnesses)
  }

  setWitness(id: number, account: number): void {
    this.#set(this.content.witnesses, id, account, this.#limits.maxWitnesses)
  }

  setPool(id: number, facts: PoolFacts): void {
    const { assetA, assetB, shareAsset } = facts
    const known = this.content.pools.get(id)
    if (known?.assetA === assetA && known?.assetB === assetB && known?.shareAsset === shareAsset) return
    this.#set(this.content.pools, id, facts, this.#limits.maxAssets)
  }

  named(id: number, creation: Creation, isDoubted: boolean): void {
    switch (creation.kind) {
      case 'account': {
        this.setAccount(id, creation.name)
        return
      }
      case 'asset': {
        const { symbol, precision, issuer } = creation
        this.setAsset(id, isDoubted ? { symbol } : { symbol, precision, issuer })
        return
      }
      case 'committee_member': {
        this.setCommitteeMember(id, creation.account)
        return
      }
      case 'witness': {
        this.setWitness(id, creation.account)
        return
      }
      case 'liquidity_pool': {
        const { assetA, assetB, shareAsset } = creation
        this.setPool(id, { assetA, assetB, shareAsset })
        return
      }
      case 'proposal':
    }
  }

  doubted(asset: number): void {
    const known = this.content.assets.get(asset)
    if (known !== undefined) this.setAsset(asset, { symbol: known.symbol })
  }

  #set<T extends object | string | number>(map: Map<number, T>, id: number, value: T, most: number): void {
    const known = map.get(id)
    if (known === value || (known === undefined && map.size >= most)) return
    this.#journal.put(map, id, value)
  }
}
