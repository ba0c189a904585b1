import { randomBytes } from 'node:crypto'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { asyncScheduler, ignoreElements, lastValueFrom, merge, mergeMap, type Observable } from 'rxjs'
import { readGenesis } from '../chain/genesis-document.ts'
import { createDevnet } from '../devnet/create-devnet.ts'
import type { Devnet } from '../devnet/devnet.ts'
import { UsageError } from '../errors.ts'
import { createLogger, type Logger, type LogLevel } from '../log/create-logger.ts'
import { logEvents } from '../log/log-events.ts'
import { createMetrics } from '../metrics/create-metrics.ts'
import { createNode } from '../node/create-node.ts'
import { type NetworkDescription, privateNetwork } from '../node/networks.ts'
import type { NodeOptions } from '../node/options.ts'
import { readPageFiles } from '../serve/page-files.ts'
import { isLoopback, isWildcard, type ServeEvent, type ServeOptions, servePage } from '../serve/serve-page.ts'
import { type OpenedStore, openStore } from '../store/open-store.ts'
import { readVersion } from '../version.ts'
import { openDataDirectory } from './data-directory.ts'
import { CliError } from './exit-codes.ts'
import {
  addNetworkOptions,
  countKnownPeers,
  isOwnDevnet,
  logLevelOption,
  type NetworkFlags,
  parseFrom,
  toNetworkOptions,
} from './network-options.ts'
import { openNames } from './open-names.ts'
import { readUserFile } from './read-user-file.ts'
import { showBlocks } from './show-blocks.ts'
import { stopOnSignals } from './stopping.ts'
import { failWithoutPeers } from './watch-connection.ts'

interface ServeFlags extends NetworkFlags {
  readonly host: string
  readonly port: number
  readonly allowHost: readonly string[]
  readonly token?: string
  readonly public?: boolean
  readonly from?: NonNullable<NodeOptions['from']>
  readonly genesis?: string
  readonly names?: string
  readonly nodes?: string
  readonly data?: string
  readonly format?: 'json' | 'pretty'
  readonly logLevel: LogLevel
}

/** How far back a page begins, so that it has something to show and those who were away for a moment miss nothing. */
const BEGIN_BEFORE_SECONDS = 180
/** Blocks of a devnet of our own that are there at the start, for the same reason. */
const DEVNET_HISTORY = 90
const TOKEN_BYTES = 18

/** `serve`: a page about a network, live. */
export function addServeCommand(program: Command): void {
  const command = program
    .command('serve')
    .description('serve a page about a network: blocks, operations, witnesses, orders and peers, live')
  addNetworkOptions(command)
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'port to listen at, 0 for any free one', toPort, 8080)
    .option('--allow-host <name>', 'a name this server may be called by; may be repeated', collect, [])
    .addOption(
      new Option('--token <text>', 'what visitors have to show (default beyond this machine: a new one)')
        .argParser(toToken)
        .env('RX_BITSHARES_TOKEN'),
    )
    .option('--public', 'let everybody in who can reach it')
    .addOption(
      new Option(
        '--from <start>',
        'head, genesis, a block number, a cursor or a time (default: minutes ago)',
      ).argParser(parseFrom),
    )
    .option('--genesis <file>', 'a private chain instead, by its genesis document')
    .option('--names <file>', 'names that stream --save-names wrote')
    .option('--nodes <file>', 'the map of the network that crawl writes')
    .option(
      '--data <directory>',
      'where blocks are kept, to be shown for longer (default: the newest, in memory)',
    )
    .addOption(new Option('--format <format>', 'how the terminal shows blocks').choices(['json', 'pretty']))
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(async (flags: ServeFlags) => {
      await runServe(flags)
    })
}

const EXAMPLES = `
Examples:
  rx-bitshares serve                                      mainnet, at http://127.0.0.1:8080/
  rx-bitshares serve --network devnet                     a network on this machine
  rx-bitshares serve --host 0.0.0.0 --allow-host node.lan for others too, who need the token that is printed`

async function runServe(flags: ServeFlags): Promise<void> {
  const token = tokenFor(flags)
  const files = await readPageFiles()
  const { signal, release } = stopOnSignals()
  const devnet = isOwnDevnet(flags) ? createDevnet({ history: DEVNET_HISTORY }) : undefined
  let kept: OpenedStore | undefined
  try {
    await devnet?.start()
    const options = nodeOptionsFor(flags, devnet)
    kept = await openKept(flags, options.network)
    const node = createNode({ ...options, ...(kept !== undefined && { store: kept.store }), signal })
    const { network } = options
    const chainSeconds = network.chainSeconds ?? ((): number => asyncScheduler.now() / 1000)
    const metrics = createMetrics(node, { chainSeconds, store: kept?.store })
    const serving: ServeOptions = {
      source: node,
      network,
      names: openNames(network, undefined, flags.names),
      files,
      version: readVersion(),
      host: flags.host,
      port: flags.port,
      allowedHosts: flags.allowHost,
      metrics: metrics.text,
      ...(token !== undefined && { token }),
      ...(flags.nodes !== undefined && { nodesFile: flags.nodes }),
      ...(kept !== undefined && { blocks: kept.store }),
    }
    const logger = createLogger(flags.logLevel)
    const shown$ = servePage(serving).pipe(
      mergeMap((event): Observable<unknown> | readonly never[] => {
        if (event.type !== 'listening') return logServing(event, logger)
        tellAddress(event.url, flags.format)
        const title = `rx-bitshares · ${network.name} · ${event.url}`
        // A book of its own: the page's is followed already.
        const names = openNames(network, undefined, flags.names)
        return showBlocks(node, { title, chainSeconds, names, format: flags.format })
      }),
    )
    // It goes on without peers: the page says so. On the wrong chain there will never be any.
    const watched$ = merge(
      failWithoutPeers(node, countKnownPeers(options), true),
      logEvents(node.event$, logger),
      metrics.feed$,
    )
    await lastValueFrom(merge(shown$, watched$).pipe(ignoreElements()), { defaultValue: undefined })
  } catch (error) {
    // A port that is taken is no mistake in the command line.
    if (error instanceof UsageError && error.message.startsWith('cannot listen')) {
      throw new CliError(`${error.message}. Choose another with --port.`)
    }
    throw error
  } finally {
    await kept?.store.close()
    await devnet?.close()
    release()
  }
}

/** Where blocks stay, if they shall. */
async function openKept(
  { data, logLevel }: ServeFlags,
  { chainId }: NetworkDescription,
): Promise<OpenedStore | undefined> {
  if (data === undefined) return undefined
  const opened = await openStore({ directory: openDataDirectory(data).blocks, chainId })
  if (opened.kind === 'memory') {
    createLogger(logLevel).warn('blocks are kept in memory alone', { reason: opened.why })
  }
  return opened
}

function tellAddress(url: string, format: ServeFlags['format']): void {
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ event: 'listening', url })}\n` : `The page is at ${url}\n`,
  )
}

function logServing(
  event: Exclude<ServeEvent, { readonly type: 'listening' }>,
  logger: Logger,
): readonly never[] {
  if (event.type === 'clientDropped') logger.info('a listener was dropped', { reason: event.reason })
  else logger.error('a question could not be answered', { error: String(event.error) })
  return []
}

function nodeOptionsFor(
  flags: ServeFlags,
  devnet: Devnet | undefined,
): NodeOptions & { readonly network: NetworkDescription } {
  if (devnet !== undefined) return { network: devnet.network, from: flags.from ?? 'genesis' }
  const recently = new Date(asyncScheduler.now() - BEGIN_BEFORE_SECONDS * 1000)
  const options = { ...toNetworkOptions(flags), from: flags.from ?? recently }
  return flags.genesis === undefined ? options : { ...options, network: networkOf(flags.genesis) }
}

/** A private chain, known by its genesis document. */
function networkOf(path: string): NetworkDescription {
  const genesis = readUserFile('--genesis', path)
  const { chainId, timing } = readGenesis(genesis)
  return { ...privateNetwork(chainId), genesis, blockIntervalSeconds: timing.blockIntervalSeconds }
}

/** Beyond this machine a token is asked for, unless everybody is meant to come in. */
function tokenFor({ host, allowHost, token, public: isPublic = false }: ServeFlags): string | undefined {
  if (isWildcard(host) && allowHost.length === 0) {
    throw new UsageError(
      'BAD_OPTION',
      `--host ${host} needs --allow-host: the name or address by which browsers will call this server`,
    )
  }
  if (isPublic) return undefined
  return token ?? (isLoopback(host) ? undefined : randomBytes(TOKEN_BYTES).toString('base64url'))
}

function toPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a port, 0 to 65535.')
  return port
}

function toToken(text: string): string {
  if (!/^[\w-]{16,128}$/.test(text)) {
    throw new InvalidArgumentError('A token has 16 to 128 letters, digits, _ or -.')
  }
  return text
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text]
}
