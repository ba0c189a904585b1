import type { Operation } from '../protocol/generated/types.ts'
import { cleanText } from './clean-text.ts'
import { instanceOf, NAME_LENGTH, SYMBOL_LENGTH } from './effects.ts'
import type { AssetFacts, PoolFacts } from './kinds.ts'
import type { NameWriter } from './name-writer.ts'

/**
 * Learns what an operation says of objects that were there before. It is in a block, so it is true: bitshares-core checks
 * it when it applies the operation.
 */
export function learnOperation(operation: Operation, writer: NameWriter): void {
  switch (operation.type) {
    case 'witness_update': {
      writer.setWitness(instanceOf(operation.witness), instanceOf(operation.witness_account))
      return
    }
    case 'committee_member_update': {
      writer.setCommitteeMember(
        instanceOf(operation.committee_member),
        instanceOf(operation.committee_member_account),
      )
      return
    }
    case 'liquidity_pool_deposit': {
      learnPool(writer, instanceOf(operation.pool), {
        assetA: instanceOf(operation.amount_a.asset_id),
        assetB: instanceOf(operation.amount_b.asset_id),
      })
      return
    }
    case 'liquidity_pool_withdraw': {
      learnPool(writer, instanceOf(operation.pool), {
        shareAsset: instanceOf(operation.share_amount.asset_id),
      })
      return
    }
    case 'asset_update': {
      learnAsset(writer, operation.asset_to_update, {
        issuer: instanceOf(operation.new_issuer ?? operation.issuer),
        precision: operation.extensions.new_precision,
      })
      return
    }
    case 'asset_update_issuer': {
      learnAsset(writer, operation.asset_to_update, { issuer: instanceOf(operation.new_issuer) })
      return
    }
    case 'asset_issue': {
      learnAsset(writer, operation.asset_to_issue.asset_id, { issuer: instanceOf(operation.issuer) })
      return
    }
    case 'assert':
      for (const [tag, predicate] of operation.predicates) {
        if (tag === 0)
          writer.setAccount(instanceOf(predicate.account_id), cleanText(predicate.name, NAME_LENGTH))
        if (tag === 1) learnSymbol(writer, instanceOf(predicate.asset_id), predicate.symbol)
      }
      return
    default:
  }
}

function learnPool(writer: NameWriter, id: number, facts: PoolFacts): void {
  writer.setPool(id, { ...writer.content.pools.get(id), ...facts })
}

function learnAsset(
  writer: NameWriter,
  asset: string,
  { issuer, precision }: Omit<AssetFacts, 'symbol'>,
): void {
  const id = instanceOf(asset)
  const known = writer.content.assets.get(id)
  if (known !== undefined) writer.setAsset(id, { ...known, issuer, precision: precision ?? known.precision })
}

function learnSymbol(writer: NameWriter, id: number, symbol: string): void {
  writer.setAsset(id, { ...writer.content.assets.get(id), symbol: cleanText(symbol, SYMBOL_LENGTH) })
}
