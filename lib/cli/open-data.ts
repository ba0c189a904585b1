import { type Command, Option } from 'commander'
import { StoreError } from '../errors.ts'
import { MAINNET, type NetworkDescription, privateNetwork, TESTNET } from '../node/networks.ts'
import type { DiskStore } from '../store/disk-store.ts'
import { openDiskStore } from '../store/open-disk-store.ts'
import { CliError, EXIT } from './exit-codes.ts'

/** `--data`: the directory with the blocks. */
export function dataOption(description: string): Option {
  return new Option('--data <directory>', description).env('RX_BITSHARES_DATA')
}

/** `--data` for commands that are about nothing else. */
export function addDataOption(command: Command): Command {
  return command.addOption(dataOption('the directory with the blocks').makeOptionMandatory())
}

/** Opens the store of a directory and says what had to be cut off. Another chain is an exit code of its own. */
export async function openData(directory: string, chainId: string): Promise<DiskStore> {
  try {
    const store = await openDiskStore({ directory, chainId })
    if (store.cut !== undefined) console.error(cutSentence(store.cut))
    return store
  } catch (error) {
    throw isOfOtherChain(error) ? new CliError(error.message, EXIT.wrongChain) : error
  }
}

/** What blocks at the end of a store that were damaged are told as. */
export function cutSentence([first, last]: NonNullable<DiskStore['cut']>): string {
  const what = first === last ? `Block ${first} was` : `Blocks ${first} to ${last} were`
  return `${what} damaged and cut off; they are fetched again.`
}

export function isOfOtherChain(error: unknown): error is StoreError {
  return error instanceof StoreError && error.code === 'WRONG_CHAIN'
}

/** The network that a chain id belongs to, as far as it is known. */
export function networkOf(chainId: string): NetworkDescription {
  return [MAINNET, TESTNET].find((network) => network.chainId === chainId) ?? privateNetwork(chainId)
}

/** `blocks 1 to 20`, or that there are none. */
export async function describeBlocks(store: DiskStore): Promise<string> {
  const [first, last] = [await store.first(), await store.last()]
  return first === undefined || last === undefined ? 'no blocks' : `blocks ${first.number} to ${last.number}`
}
