import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type CountryTable, readCountryTable } from '../crawl/country-table.ts'
import { type CrawlLimits, DEFAULT_CRAWL_LIMITS } from '../crawl/crawl-limits.ts'
import { type CrawlResult, finishCrawl, printCrawl } from '../crawl/finish-crawl.ts'
import { type CrawlHistory, NO_HISTORY, pastStarts, restsUntilMs } from '../crawl/history.ts'
import { loadHistory } from '../crawl/history-file.ts'
import { hostOf } from '../crawl/host-of.ts'
import type { Probe } from '../crawl/probe.ts'
import type { CrawlEvent, StartPoint } from '../crawl/reduce-crawl.ts'
import { runCrawl } from '../crawl/run-crawl.ts'
import { createDevnet } from '../devnet/create-devnet.ts'
import { toAsyncIterable } from '../flow/to-async-iterable.ts'
import type { NetworkDescription } from '../node/networks.ts'
import { resolveOptions } from '../node/options.ts'
import { printable } from '../node/printable.ts'
import { createClock } from '../peer/clock.ts'
import { parseAddressList } from '../pool/address-list.ts'
import { writeFileAtomically } from '../pool/write-file.ts'
import { describeFinished, describeProbe, finishedLine, probeLine } from './describe-probe.ts'
import { CliError, EXIT } from './exit-codes.ts'
import { addNetworkOptions, isOwnDevnet, type NetworkFlags, toNetworkOptions } from './network-options.ts'
import { writeLine } from './output.ts'
import { stopOnSignals } from './stopping.ts'

interface CrawlFlags extends NetworkFlags {
  readonly out?: string
  readonly countries?: string
  readonly deny: readonly string[]
  readonly contact?: string
  readonly rate: number
  readonly visits: number
  readonly max: number
  readonly format?: 'json' | 'pretty'
}

const USER_AGENT = 'rx-bitshares crawl'
const MAX_CONTACT_LENGTH = 40
/** Events that may wait for a slow reader of stdout before the command gives up. */
const MAX_WAITING_EVENTS = 50_000
/** Maps are there to be shown. */
const READABLE = 0o644
/** The devnet that `--network devnet` crawls. */
const DEVNET = { nodes: 30, varied: true, history: 100 } as const

/** `crawl`: visits every node that can be found, and draws the map. */
export function addCrawlCommand(program: Command): void {
  const command = program
    .command('crawl')
    .description('visit every node that can be found, once, and draw a map of who knows whom')
  addNetworkOptions(command)
    .option(
      '--out <folder>',
      'write nodes.json, network.graphml and network.dot there, and keep history.json',
    )
    .option('--countries <csv>', 'a table of lines START,END,COUNTRY that says where addresses are')
    .option('--deny <address>', 'never visit this address, network or host; may be repeated', collect, [])
    .option('--contact <text>', 'told to the visited: how to reach you', toContact)
    .option('--rate <number>', 'visits begun a second', toNumber, DEFAULT_CRAWL_LIMITS.visitsPerSecond)
    .option('--visits <number>', 'visits at a time', toNumber, DEFAULT_CRAWL_LIMITS.maxVisits)
    .option('--max <number>', 'endpoints in all', toNumber, DEFAULT_CRAWL_LIMITS.maxEndpoints)
    .addOption(
      new Option('--format <format>', 'default: pretty on a terminal, else json').choices(['json', 'pretty']),
    )
    .addHelpText('after', NOTES)
    .action(async (flags: CrawlFlags) => {
      await crawl(flags)
    })
}

const NOTES = `
Each endpoint gets one connection, and with --out none for an hour after it, a day at most where nobody answers. What is
told of peers is their word: a map shows who says to know whom.

Examples:
  rx-bitshares crawl --out map                            BitShares mainnet
  rx-bitshares crawl --network devnet                     thirty nodes on this machine`

async function crawl(flags: CrawlFlags): Promise<void> {
  const { signal, release } = stopOnSignals()
  const devnet = isOwnDevnet(flags) ? createDevnet(DEVNET) : undefined
  try {
    await devnet?.start()
    const { network, given, seeds } = resolveOptions(
      devnet === undefined
        ? toNetworkOptions(flags)
        : { network: devnet.network, peers: [devnet.address], only: true },
    )
    const from: readonly StartPoint[] = [
      ...given.map((address) => ({ address, source: 'user' }) as const),
      ...seeds.map((address) => ({ address, source: 'seed' }) as const),
    ]
    await visitAll(flags, network, from, signal)
  } finally {
    await devnet?.close()
    release()
  }
}

async function visitAll(
  flags: CrawlFlags,
  network: NetworkDescription,
  from: readonly StartPoint[],
  signal: AbortSignal,
): Promise<void> {
  const { chainId, blockIntervalSeconds, profile } = network
  const clock = createClock()
  const countryOf = flags.countries === undefined ? undefined : readCountries(flags.countries).countryOf
  const history = loadPast(flags.out, chainId)
  const limits = toLimits(flags)
  const probes: Probe[] = []
  const isPretty = (flags.format ?? (process.stdout.isTTY ? 'pretty' : 'json')) === 'pretty'
  const past = pastStarts(history).map((address) => ({ address, source: 'peer' }) as const)
  const event$ = runCrawl({
    network,
    from: [...from, ...past],
    rules: { profile, isOnly: flags.only ?? false, deny: parseAddressList(flags.deny, '--deny') },
    limits,
    userAgent: flags.contact === undefined ? USER_AGENT : `${USER_AGENT}, ${flags.contact}`,
    clock,
    restsUntilMs: (endpoint) => restsUntilMs(history, endpoint, limits),
  })
  let finished: (CrawlEvent & { type: 'finished' }) | undefined
  for await (const event of toAsyncIterable(event$, { highWaterMark: MAX_WAITING_EVENTS, signal })) {
    if (event.type === 'probed') {
      probes.push(event.probe)
      const country = countryOf?.(hostOf(event.probe.endpoint))
      await writeLine((isPretty ? describeProbe : probeLine)(event.probe, blockIntervalSeconds, country))
    } else if (event.type === 'unresolved') console.error(printable(event.message))
    else if (event.type === 'finished') finished = event
  }
  const context = {
    chainId,
    blockIntervalSeconds,
    finishedMs: clock.wallMs(),
    ...(countryOf === undefined ? {} : { countryOf }),
  }
  const result = finishCrawl(probes, history, context)
  // Interrupted, what was found so far is kept all the same.
  if (flags.out !== undefined) await writeFiles(flags.out, printCrawl(result, context))
  if (finished === undefined) return
  await writeLine((isPretty ? describeFinished : finishedLine)(finished, result.summary))
  failIfNobody(probes, result, finished)
}

function failIfNobody(
  probes: readonly Probe[],
  { summary }: CrawlResult,
  { unvisited }: CrawlEvent & { type: 'finished' },
): void {
  if (summary.reachable > 0 || unvisited.resting > 0) return
  if (probes.some(({ result }) => result === 'otherChain'))
    throw new CliError('all that answer belong to another network', EXIT.wrongChain)
  throw new CliError('no node could be reached', EXIT.noPeer)
}

function loadPast(folder: string | undefined, chainId: string): CrawlHistory {
  if (folder === undefined) return NO_HISTORY
  const { history, notice } = loadHistory(join(folder, 'history.json'), chainId)
  if (notice !== undefined) console.error(notice)
  return history
}

async function writeFiles(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of texts) {
    const path = join(folder, name)
    try {
      await writeFileAtomically(path, text, { mode: READABLE })
    } catch (error) {
      throw new CliError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

function readCountries(path: string): CountryTable {
  try {
    const table = readCountryTable(readFileSync(path, 'utf8'))
    if (table.ranges > 0) return table
  } catch (error) {
    throw new CliError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new CliError(`${path} has no lines of the form START,END,COUNTRY`, EXIT.usage)
}

function toLimits({ rate, visits, max }: CrawlFlags): CrawlLimits {
  return { ...DEFAULT_CRAWL_LIMITS, visitsPerSecond: rate, maxVisits: visits, maxEndpoints: max }
}

function toNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 to 99999.')
  return Number(text)
}

function toContact(text: string): string {
  if (text.length > MAX_CONTACT_LENGTH || printable(text) !== text)
    throw new InvalidArgumentError(`Give at most ${MAX_CONTACT_LENGTH} characters.`)
  return text
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text]
}
