import { operationFilter } from '../names/filters.ts'
import type { NameBook } from '../names/name-book.ts'
import type { NetworkDescription } from '../node/networks.ts'
import type { NodeOptions } from '../node/options.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { accountIds, assetIds } from './ids-of-names.ts'
import { toNetworkOptions } from './network-options.ts'
import type { ChainPrinting } from './print-chain.ts'
import { readCheckpointFile } from './read-checkpoint-file.ts'
import { readUserFile } from './read-user-file.ts'
import type { StreamFlags } from './stream-flags.ts'

/** Options of a node whose network is described. */
export type StreamNodeOptions = NodeOptions & { readonly network: NetworkDescription }

/**
 * What the flags mean for the node, with the files they name read. `devnet` is the network to follow instead of theirs, from
 * its beginning if they do not say otherwise.
 */
export function streamNodeOptions(flags: StreamFlags, devnet?: NetworkDescription): StreamNodeOptions {
  const { from, mode, verify, genesis, checkpoint } = flags
  return {
    ...(devnet === undefined ? toNetworkOptions(flags) : { network: devnet }),
    from: from ?? (devnet === undefined ? 'head' : 'genesis'),
    ...(mode === undefined ? {} : { mode }),
    ...(verify === undefined ? {} : { verify }),
    ...(genesis === undefined ? {} : { genesis: readUserFile('--genesis', genesis) }),
    ...(checkpoint === undefined ? {} : { checkpoint: readCheckpointFile(checkpoint) }),
  }
}

/** What the flags mean for what is printed. `isTerminal`: whether people read it. */
export function streamPrinting(flags: StreamFlags, names: NameBook, isTerminal: boolean): ChainPrinting {
  const format = flags.format ?? (isTerminal ? 'pretty' : 'json')
  return {
    format,
    names,
    isWanted: wantedOperations(flags, names),
    withTransactions: flags.trx === true,
    to: flags.to,
    followsNames: format === 'pretty' || flags.saveNames !== undefined,
  }
}

/** Which operations the flags ask for; undefined if they ask for blocks. */
function wantedOperations(
  { ops, accounts, assets }: StreamFlags,
  names: NameBook,
): ((operation: Operation) => boolean) | undefined {
  if (ops === undefined && accounts === undefined && assets === undefined) return undefined
  return operationFilter({
    types: ops === 'all' ? undefined : ops,
    accounts: accounts === undefined ? undefined : accountIds(accounts, names),
    assets: assets === undefined ? undefined : assetIds(assets, names),
  })
}
