import type { Command } from 'commander'
import { asyncScheduler, lastValueFrom, merge } from 'rxjs'
import { createDevnet } from '../devnet/create-devnet.ts'
import { createLogger, type Logger } from '../log/create-logger.ts'
import { logBlocks } from '../log/log-blocks.ts'
import { logEvents } from '../log/log-events.ts'
import { createNode } from '../node/create-node.ts'
import type { NetworkDescription } from '../node/networks.ts'
import type { NodeOptions } from '../node/options.ts'
import type { BlockStore } from '../store/block-store.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { openStore } from '../store/open-store.ts'
import { addConfiguration } from './configuration.ts'
import { defaultDataDirectory, openDataDirectory } from './data-directory.ts'
import { runMetrics } from './metrics-flag.ts'
import { countKnownPeers, isOwnDevnet, toNetworkOptions } from './network-options.ts'
import { addNodeOptions, type NodeFlags, toAdvertise } from './node-flags.ts'
import { readCheckpointFile } from './read-checkpoint-file.ts'
import { readUserFile } from './read-user-file.ts'
import { stopOnSignals } from './stopping.ts'
import { failWithoutPeers } from './watch-connection.ts'

/** `node`: a member of the network, which takes connections, serves the chain and passes on what is new. */
export function addNodeCommand(program: Command): void {
  const command = program
    .command('node')
    .description('be a node: follow the chain, serve it, pass on what is new')
  addNodeOptions(command)
  addConfiguration(command)
    .addHelpText('after', EXAMPLES)
    .action(async (flags: NodeFlags) => {
      await runNodeCommand(flags)
    })
}

const EXAMPLES = `
Each option can also be given in the environment, as in RX_BITSHARES_LISTEN=0.0.0.0:1776, and in the file of --config;
rx-bitshares config print shows what holds and where it comes from.

Examples:
  rx-bitshares node                                       a node of mainnet, from its head on
  rx-bitshares node --from genesis --data /srv/bitshares  one that serves the whole chain
  rx-bitshares node --network devnet --listen 127.0.0.1:0 --memory`

async function runNodeCommand(flags: NodeFlags): Promise<void> {
  const { signal, release } = stopOnSignals()
  const logger = createLogger(flags.logLevel)
  const devnet = isOwnDevnet(flags) ? createDevnet() : undefined
  let store: BlockStore | undefined
  try {
    await devnet?.start()
    const network = devnet?.network ?? toNetworkOptions(flags).network
    const kept = await openKept(flags, network, logger)
    store = kept.store
    const options = { ...toNodeOptions(flags, network), ...kept, signal }
    const node = createNode(options)
    const chainSeconds = network.chainSeconds ?? (() => asyncScheduler.now() / 1000)
    const running$ = merge(
      failWithoutPeers(node, countKnownPeers(options), flags.wait === true || countKnownPeers(options) === 0),
      logEvents(node.event$, logger),
      logBlocks(node.block$, node.status$, logger, chainSeconds),
      runMetrics(node, flags, logger, { chainSeconds, store }),
    )
    await lastValueFrom(running$, { defaultValue: undefined })
  } finally {
    await store?.close()
    await devnet?.close()
    release()
  }
}

/** What the flags mean for the node, with the files they name read. */
export function toNodeOptions(
  flags: NodeFlags,
  network: NetworkDescription,
): NodeOptions & { readonly network: NetworkDescription } {
  const { from, verify, genesis, checkpoint, listen, trusted, allow, deny, maxInbound, maxOutbound } = flags
  return {
    network,
    peers: flags.peer,
    only: flags.only ?? false,
    listen,
    advertise: toAdvertise(flags),
    trusted,
    firewallChecks: flags.firewallChecks ?? false,
    ...(allow === undefined ? {} : { allow }),
    ...(deny === undefined ? {} : { deny }),
    ...(from === undefined ? {} : { from }),
    ...(verify === undefined ? {} : { verify }),
    ...(genesis === undefined ? {} : { genesis: readUserFile('--genesis', genesis) }),
    ...(checkpoint === undefined ? {} : { checkpoint: readCheckpointFile(checkpoint) }),
    limits: {
      ...(maxInbound === undefined ? {} : { maxInbound }),
      ...(maxOutbound === undefined ? {} : { maxOutbound }),
    },
  }
}

/** What lasts from one run to the next; in memory alone where that is wished, or all there is. */
async function openKept(
  flags: NodeFlags,
  { chainId }: NetworkDescription,
  logger: Logger,
): Promise<Pick<NodeOptions, 'peersFile' | 'nodeKey'> & { readonly store: BlockStore }> {
  if (flags.memory === true) return { store: createMemoryStore() }
  const data = openDataDirectory(flags.data ?? defaultDataDirectory(chainId))
  const opened = await openStore({ directory: data.blocks, chainId })
  if (opened.kind === 'memory') logger.warn('blocks are kept in memory alone', { reason: opened.why })
  return { store: opened.store, peersFile: data.peersFile, nodeKey: data.nodeKey }
}
