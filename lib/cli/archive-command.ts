import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  combineLatest,
  filter,
  firstValueFrom,
  fromEvent,
  map,
  merge,
  NEVER,
  startWith,
  takeUntil,
  tap,
} from 'rxjs'
import { GENESIS } from '../chain/cursor.ts'
import type { VerifyLevel } from '../chain/verify-block.ts'
import { createDevnet } from '../devnet/create-devnet.ts'
import { createLogger, type LogLevel } from '../log/create-logger.ts'
import { logEvents } from '../log/log-events.ts'
import { createNode } from '../node/create-node.ts'
import type { Status } from '../node/events.ts'
import type { NodeOptions } from '../node/options.ts'
import type { BlockStore } from '../store/block-store.ts'
import type { DiskStore } from '../store/disk-store.ts'
import { addExportCommand } from './archive-export-command.ts'
import { addVerifyCommand } from './archive-verify-command.ts'
import { CliError, EXIT } from './exit-codes.ts'
import {
  addNetworkOptions,
  countKnownPeers,
  isOwnDevnet,
  logLevelOption,
  type NetworkFlags,
  parseFrom,
  toNetworkOptions,
} from './network-options.ts'
import { dataOption, describeBlocks, openData } from './open-data.ts'
import { writeLine } from './output.ts'
import { createProgress } from './progress.ts'
import { stopOnSignals } from './stopping.ts'
import { verifyOption } from './stream-flags.ts'
import { failWithoutPeers } from './watch-connection.ts'

interface ArchiveFlags extends NetworkFlags {
  readonly data?: string
  readonly from: NonNullable<NodeOptions['from']>
  readonly to?: number | 'head'
  readonly verify?: VerifyLevel
  readonly wait?: boolean
  readonly logLevel: LogLevel
}

/** `archive`: a chain on disk, fetched from the network, verified, exported. */
export function addArchiveCommand(program: Command): void {
  const command = program
    .command('archive')
    .description('fetch the blocks of a network into a directory, and go on where that ends')
  addNetworkOptions(command.enablePositionalOptions())
    .addOption(dataOption('the directory to keep the blocks in'))
    .addOption(
      new Option(
        '--from <start>',
        'where an empty directory begins: genesis, a block number, NUMBER:ID, a time, head',
      )
        .argParser(parseFrom)
        .default('genesis' as const),
    )
    .option(
      '--to <number>',
      'end with this block; "head": when there are no more (default: follow the network)',
      parseTo,
    )
    .addOption(verifyOption())
    .addOption(logLevelOption())
    .option('--wait', 'keep trying when no peer can be reached')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: ArchiveFlags) => {
      await runArchive(flags)
    })
  addVerifyCommand(command)
  addExportCommand(command)
}

const EXAMPLES = `
Examples:
  rx-bitshares archive --data bitshares                                   all of mainnet, and then what comes
  rx-bitshares archive --data bitshares --to head                         what there is now
  rx-bitshares archive verify --data bitshares                            is all of it right
  rx-bitshares archive export --data bitshares --from 1000 --to 2000      blocks as lines of JSON`

async function runArchive(flags: ArchiveFlags): Promise<void> {
  if (flags.data === undefined)
    throw new CliError('Name the directory to keep the blocks in: --data DIRECTORY.', EXIT.usage)
  const { signal, release } = stopOnSignals()
  const devnet = isOwnDevnet(flags) ? createDevnet() : undefined
  try {
    await devnet?.start()
    const network = devnet === undefined ? toNetworkOptions(flags) : { network: devnet.network }
    const store = await openData(flags.data, network.network.chainId)
    try {
      const last = await store.last()
      if (last !== undefined) await sayWhereItStands(store, flags)
      if (typeof flags.to !== 'number' || last === undefined || last.number < flags.to)
        await fetchBlocks(store, { ...network, ...toNodeOptions(flags), signal }, flags)
      await writeLine(await summary(store))
    } finally {
      await store.close()
    }
  } finally {
    await devnet?.close()
    release()
  }
}

function toNodeOptions({ from, verify }: ArchiveFlags): NodeOptions {
  return { from, ...(verify === undefined ? {} : { verify }) }
}

/** What has come so far decides where a directory goes on, not `--from`. */
async function sayWhereItStands(store: DiskStore, { from }: ArchiveFlags): Promise<void> {
  const first = await store.first()
  console.error(`${store.directory} has ${await describeBlocks(store)}: going on from there.`)
  const wanted = from === 'genesis' ? 1 : from
  if (typeof wanted === 'number' && first !== undefined && wanted < first.number)
    console.error(`Blocks before ${first.number} need another directory: this one does not begin there.`)
}

/** Keeps blocks until the last one that is wanted is durable, or the signal comes. */
async function fetchBlocks(store: DiskStore, options: NodeOptions, flags: ArchiveFlags): Promise<void> {
  const { to } = flags
  const progress = createProgress()
  const node = createNode({ ...options, store: typeof to === 'number' ? endingWith(store, to) : store })
  const durable$ = node.event$.pipe(
    filter((event) => event.type === 'durable'),
    map(({ number }) => number),
    startWith((await store.last())?.number ?? 0),
  )
  const status$ = node.status$.pipe(tap((status) => progress.show(upTo(to, status))))
  const isDone$ = combineLatest([durable$, status$]).pipe(
    map(([durable, status]) => durable >= lastWanted(to, status)),
  )
  const stopped$ = options.signal === undefined ? NEVER : fromEvent(options.signal, 'abort')
  const noPeers$ = failWithoutPeers(node, countKnownPeers(options), flags.wait === true)
  const log$ = logEvents(node.event$, createLogger(flags.logLevel))
  try {
    const watched$ = merge(isDone$, noPeers$.pipe(takeUntil(stopped$)), log$)
    await firstValueFrom(watched$.pipe(filter(Boolean)), { defaultValue: true })
  } finally {
    progress.clear()
  }
}

/** The number of the block with which all is done; infinity while that cannot be told. */
function lastWanted(to: ArchiveFlags['to'], { state, head }: Status): number {
  if (typeof to === 'number') return to
  return to === 'head' && state === 'live' && head !== undefined ? head.number : Infinity
}

/** How things stand for somebody to whom the chain ends there. */
function upTo(to: ArchiveFlags['to'], status: Status): Status {
  if (typeof to !== 'number' || status.head === undefined) return status
  return { ...status, behindBlocks: Math.min(status.behindBlocks, to - status.head.number) }
}

/** The store for blocks up to that one; it takes and forgets what comes above. */
function endingWith(store: DiskStore, to: number): BlockStore {
  return {
    ...store,
    async append(blocks) {
      const kept = blocks.filter(({ number }) => number <= to)
      const last = kept.length > 0 ? await store.append(kept) : await store.last()
      return last ?? GENESIS
    },
  }
}

async function summary(store: DiskStore): Promise<string> {
  if (process.stdout.isTTY) return `${store.directory} has ${await describeBlocks(store)}.`
  const [first, last] = [await store.first(), await store.last()]
  return JSON.stringify({
    first_block_num: first?.number,
    first_block_id: first?.id,
    last_block_num: last?.number,
    last_block_id: last?.id,
  })
}

function parseTo(text: string): number | 'head' {
  if (text === 'head') return text
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('Give a block number, or head.')
  return Number(text)
}
