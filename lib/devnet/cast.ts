import type { ObjectId } from '../protocol/object-id.ts'
import { deriveKeyPair, type KeyPair } from './key-pair.ts'

/** Somebody who acts on the devnet. */
export interface DevnetAccount {
  readonly name: string
  readonly id: ObjectId<1, 2>
  readonly owner: KeyPair
  /** Signs transactions, reads and writes memos. */
  readonly active: KeyPair
}

export interface DevnetWitness {
  readonly id: ObjectId<1, 6>
  readonly instance: number
  readonly account: DevnetAccount
  /** Signs blocks. */
  readonly signing: KeyPair
}

export interface DevnetAsset {
  readonly id: ObjectId<1, 3>
  readonly symbol: string
  readonly precision: number
  readonly issuer: string
  readonly description: string
  /** Backed by the core asset at the price its feeds say. */
  readonly isBitasset: boolean
}

/** Who and what is there from genesis on. */
export interface Cast {
  readonly witnesses: readonly DevnetWitness[]
  readonly accounts: readonly DevnetAccount[]
  /** Also makes the market: issues assets, keeps the pool. */
  readonly market: DevnetAccount
  readonly assets: readonly DevnetAsset[]
}

/** Accounts below this one are made by the chain itself (`db_init.cpp`: committee-account to proxy-to-self). */
const FIRST_ACCOUNT = 6
const NAMES = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'market'] as const

export const CORE: ObjectId<1, 3> = '1.3.0'
export const USD: ObjectId<1, 3> = '1.3.1'
export const APPLE: ObjectId<1, 3> = '1.3.2'
export const POOL_SHARE: ObjectId<1, 3> = '1.3.3'
export const POOL: ObjectId<1, 19> = '1.19.0'

const ASSETS: readonly Omit<DevnetAsset, 'id'>[] = [
  {
    symbol: 'USD',
    precision: 4,
    issuer: 'committee-account',
    description: 'a dollar',
    isBitasset: true,
  },
  { symbol: 'APPLE', precision: 3, issuer: 'market', description: 'an apple', isBitasset: false },
  {
    symbol: 'POOLSHARE',
    precision: 5,
    issuer: 'market',
    description: 'a share of the pool of BTS and APPLE',
    isBitasset: false,
  },
]

/** Everybody, with keys that follow from the seed. Ids are those that a chain with this genesis would give. */
export function createCast(seed: string, witnessCount: number): Cast {
  const toAccount = (name: string, index: number): DevnetAccount => ({
    name,
    id: `1.2.${FIRST_ACCOUNT + index}` as ObjectId<1, 2>,
    owner: deriveKeyPair(seed, `${name} owner`),
    active: deriveKeyPair(seed, `${name} active`),
  })
  const witnesses = Array.from({ length: witnessCount }, (_, index): DevnetWitness => {
    const account = toAccount(`witness${index + 1}`, index)
    // Witness 0 is the chain's own.
    const instance = index + 1
    return {
      id: `1.6.${instance}` as ObjectId<1, 6>,
      instance,
      account,
      signing: deriveKeyPair(seed, `${account.name} signing`),
    }
  })
  const accounts = NAMES.map((name, index) => toAccount(name, witnessCount + index))
  const assets = ASSETS.map((asset, index) => ({ ...asset, id: `1.3.${index + 1}` as ObjectId<1, 3> }))
  return { witnesses, accounts, market: accounts.at(-1) as DevnetAccount, assets }
}
