import { type Command, InvalidArgumentError, Option } from 'commander'
import { parseCursor } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import { MAINNET, type NetworkDescription, privateNetwork, TESTNET } from '../node/networks.ts'
import { type NodeOptions, resolveOptions } from '../node/options.ts'
import { parseAddress } from '../transport/peer-address.ts'

/** The flags that say which network and which peers; shared by the commands that connect. */
export interface NetworkFlags {
  readonly network: 'mainnet' | 'testnet' | 'devnet'
  readonly chainId?: string
  readonly peer: readonly string[]
  readonly only?: boolean
}

export function addNetworkOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--network <name>', 'which network; devnet starts one of its own')
        .choices(['mainnet', 'testnet', 'devnet'])
        .default('mainnet')
        .env('RX_BITSHARES_NETWORK'),
    )
    .addOption(
      new Option('--chain-id <hex>', 'a private chain instead: its id, 64 hex digits')
        .argParser(toChainId)
        .env('RX_BITSHARES_CHAIN_ID'),
    )
    .option('--peer <host:port>', 'a peer to connect to; may be repeated', collectPeer, [])
    .option('--only', 'connect to the given peers and nobody else')
}

/** `--log-level`: how much is said on stderr. */
export function logLevelOption(): Option {
  return new Option('--log-level <level>', 'what is told on stderr')
    .choices(['error', 'warn', 'info', 'debug'])
    .default('warn')
    .env('RX_BITSHARES_LOG_LEVEL')
}

/** The network and peers that the flags name. A private chain never dials the seeds of another. */
export function toNetworkOptions(
  flags: NetworkFlags,
): Pick<NodeOptions, 'peers' | 'only'> & { readonly network: NetworkDescription } {
  const network = toNetwork(flags)
  return { network, peers: flags.peer, only: flags.only ?? false }
}

/** Whether a devnet is meant that does not run yet: one without a chain id and peers to know it by. */
export function isOwnDevnet({ network, chainId, peer }: NetworkFlags): boolean {
  return network === 'devnet' && chainId === undefined && peer.length === 0
}

/** How many addresses a node with these options begins with. */
export function countKnownPeers(options: NodeOptions): number {
  const { given, seeds } = resolveOptions(options)
  return given.length + seeds.length
}

function toNetwork({ network, chainId }: NetworkFlags): NetworkDescription {
  if (chainId === undefined) {
    if (network === 'devnet')
      throw new UsageError('BAD_OPTION', 'a devnet that runs already is known by its --chain-id')
    return network === 'testnet' ? TESTNET : MAINNET
  }
  if (chainId === MAINNET.chainId) return MAINNET
  return chainId === TESTNET.chainId ? TESTNET : privateNetwork(chainId)
}

function toChainId(text: string): string {
  if (!/^[0-9a-fA-F]{64}$/.test(text)) throw new InvalidArgumentError('A chain id has 64 hex digits.')
  return text.toLowerCase()
}

function collectPeer(text: string, before: readonly string[]): readonly string[] {
  return [...before, inArgument(() => (parseAddress(text), text))]
}

/** Where a stream starts: `head`, `genesis`, a number, `NUMBER:ID`, or a time such as 2026-11-23T12:00:00Z. */
export function parseFrom(text: string): NonNullable<NodeOptions['from']> {
  if (text === 'head' || text === 'genesis') return text
  if (/^\d+$/.test(text)) return Number(text)
  if (/^\d+:/.test(text)) return inArgument(() => parseCursor(text))
  const date = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`)
  if (Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError(
      'Give head, genesis, a block number, a cursor NUMBER:ID, or a time such as 2026-11-23T12:00:00Z.',
    )
  }
  return date
}

export function parseBlockNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('Give a block number.')
  return Number(text)
}

function inArgument<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (error instanceof UsageError) throw new InvalidArgumentError(error.message)
    throw error
  }
}
