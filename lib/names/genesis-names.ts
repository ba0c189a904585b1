import type { NameContent } from './content.ts'
import { emptyContent } from './content.ts'
import { cleanText } from './clean-text.ts'
import { NAME_LENGTH, SYMBOL_LENGTH } from './effects.ts'
import { bool, listOf, maybe, membersOf, text, wholeNumber } from './json-form.ts'
import type { Kind } from './kinds.ts'
import { SPECIAL_ACCOUNTS } from './known-names.ts'
import { asUsageError, refuse } from '../protocol/json/value-fault.ts'

/** What a genesis document says of names. */
export interface GenesisNames {
  readonly content: NameContent
  /** The number of the first object of each kind that a block makes. */
  readonly next: Readonly<Record<Kind, number>>
}

const MAX_PRECISION = 255
/** `GRAPHENE_NULL_WITNESS`, 1.6.0, is made and removed before the first. */
const FIRST_WITNESS = 1

const owner = membersOf<{ readonly owner_name: string }>({ owner_name: text(NAME_LENGTH) })

interface GenesisAsset {
  readonly symbol: string
  readonly issuer_name: string
  readonly precision: number
  readonly is_bitasset: boolean | undefined
  readonly collateral_records: readonly unknown[] | undefined
}

const GENESIS = membersOf<{
  readonly initial_accounts: readonly { readonly name: string }[]
  readonly initial_assets: readonly GenesisAsset[]
  readonly initial_witness_candidates: readonly { readonly owner_name: string }[]
  readonly initial_committee_candidates: readonly { readonly owner_name: string }[]
  readonly immutable_parameters: {
    readonly num_special_accounts: number | undefined
    readonly num_special_assets: number | undefined
  }
}>({
  initial_accounts: listOf(membersOf<{ readonly name: string }>({ name: text(NAME_LENGTH) })),
  initial_assets: listOf(
    membersOf<GenesisAsset>({
      symbol: text(SYMBOL_LENGTH),
      issuer_name: text(NAME_LENGTH),
      precision: wholeNumber(MAX_PRECISION),
      is_bitasset: maybe(bool),
      collateral_records: maybe(listOf((json) => json)),
    }),
  ),
  initial_witness_candidates: listOf(owner),
  initial_committee_candidates: listOf(owner),
  immutable_parameters: membersOf<{
    readonly num_special_accounts: number | undefined
    readonly num_special_assets: number | undefined
  }>({ num_special_accounts: maybe(wholeNumber()), num_special_assets: maybe(wholeNumber()) }),
})

/**
 * The names in a genesis document, with the ids that bitshares-core gives them (`db_genesis.cpp`, `init_genesis`): ids below
 * `num_special_accounts` and `num_special_assets` are used up, each holder of initial collateral gets an account before the
 * asset it is for, and witness 1.6.0 is made and removed.
 *
 * Throws {@link UsageError} `BAD_VALUE` with the path of what is not as it should be.
 */
export function readGenesisNames(genesis: unknown): GenesisNames {
  return asUsageError('genesis', () => {
    const document = GENESIS(genesis)
    const { num_special_accounts: accountCount = 0, num_special_assets: assetCount = 0 } =
      document.immutable_parameters
    const content = emptyContent()
    const numbers = new Map<string, number>(SPECIAL_ACCOUNTS.map((name, id) => [name, id]))
    let account = Math.max(SPECIAL_ACCOUNTS.length, accountCount)
    const addAccount = (name: string): void => {
      content.accounts.set(account, cleanText(name, NAME_LENGTH))
      numbers.set(name, account)
      account += 1
    }
    const numberOf = (name: string): number =>
      numbers.get(name) ?? refuse(`there is no account ${JSON.stringify(name)}`)

    for (const { name } of document.initial_accounts) addAccount(name)
    let asset = Math.max(1, assetCount)
    for (const { symbol, issuer_name: issuer, precision, ...rest } of document.initial_assets) {
      const holders = rest.is_bitasset === true ? (rest.collateral_records?.length ?? 0) : 0
      for (let holder = 0; holder < holders; holder += 1) {
        addAccount(`${symbol.toLowerCase()}-collateral-holder-${holder}`)
      }
      content.assets.set(asset, {
        symbol: cleanText(symbol, SYMBOL_LENGTH),
        precision,
        issuer: numberOf(issuer),
      })
      asset += 1
    }
    const witnesses = document.initial_witness_candidates.map(({ owner_name: name }) => numberOf(name))
    const members = document.initial_committee_candidates.map(({ owner_name: name }) => numberOf(name))
    for (const [index, owner] of witnesses.entries()) content.witnesses.set(FIRST_WITNESS + index, owner)
    for (const [index, owner] of members.entries()) content.committeeMembers.set(index, owner)
    const next = {
      account,
      asset,
      witness: FIRST_WITNESS + witnesses.length,
      committee_member: members.length,
      proposal: 0,
      liquidity_pool: 0,
    }
    return { content, next }
  })
}
