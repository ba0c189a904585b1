import { writeFileSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { endWith, filter, ignoreElements, map, merge, type Observable, startWith, takeWhile, tap } from 'rxjs'
import { createDevnet } from '../devnet/create-devnet.ts'
import type { Devnet, DevnetEvent } from '../devnet/devnet.ts'
import type { DevnetOptions } from '../devnet/devnet-options.ts'
import { writeChain } from '../devnet/write-chain.ts'
import { UsageError } from '../errors.ts'
import { toAsyncIterable } from '../flow/to-async-iterable.ts'
import { createLogger, type Logger, type LogLevel } from '../log/create-logger.ts'
import { printable } from '../node/printable.ts'
import {
  chainEventLine,
  describeChainEvent,
  describeListening,
  type DevnetChainEvent,
  isChainEvent,
  listeningLine,
} from './describe-devnet.ts'
import { CliError } from './exit-codes.ts'
import { followDevnet } from './follow-devnet.ts'
import { logLevelOption } from './network-options.ts'
import { writeLine } from './output.ts'
import { stopOnSignals } from './stopping.ts'

interface DevnetFlags {
  readonly port?: number
  readonly interval?: number
  readonly witnesses?: number
  readonly nodes?: number
  /** True without a depth. */
  readonly forks?: true | readonly [least: number, most: number]
  readonly varied?: boolean
  readonly seed?: string
  readonly start?: Date
  readonly history?: number
  readonly blocks?: number
  readonly transactions?: number
  readonly recording?: string
  readonly chainId?: string
  readonly hold?: number
  readonly genesis?: string
  readonly write?: string
  readonly count?: number
  readonly follow?: boolean
  readonly format?: 'json' | 'pretty'
  readonly logLevel: LogLevel
}

/** Blocks that may wait for a slow reader of stdout before the command gives up. */
const MAX_WAITING_BLOCKS = 10_000
const DEFAULT_WRITTEN_BLOCKS = 100_000
const DEFAULT_INTERVAL_MS = 1000

/** `devnet`: a network of its own on this machine, with blocks and transactions that look like those of a real one. */
export function addDevnetCommand(program: Command): void {
  program
    .command('devnet')
    .description('run a network on this machine: witnesses, accounts with traffic, nodes to connect to')
    .option(
      '--port <number>',
      'port of the first node, the others follow it (default: any free ports)',
      toNumber,
    )
    .option('--interval <ms>', 'milliseconds from block to block, 20 to 30000 (default: 1000)', toNumber)
    .option('--witnesses <number>', 'how many sign blocks (default: 7)', toNumber)
    .option('--nodes <number>', 'how many nodes listen (default: 1)', toNumber)
    .option(
      '--forks [depth]',
      'let the nodes fall apart now and then and undo so many blocks, such as 5 or 1-5 (default: 1-3)',
      toDepth,
    )
    .option('--varied', 'nodes that differ: versions, clocks, heads, whom they know; something to crawl')
    .option('--seed <text>', 'keys and traffic follow from it (default: devnet)')
    .option(
      '--start <time>',
      'time of genesis; with it and the seed every byte is fixed (default: now)',
      toDate,
    )
    .option('--history <number>', 'blocks that are there at the start (default: 0)', toNumber)
    .option('--blocks <number>', 'end after this block', toNumber)
    .option(
      '--transactions <number>',
      'transactions a block: on average, default 5; exactly with --write, default 0',
      toNumber,
    )
    .option('--recording <file>', 'serve this chain instead of making one')
    .option('--chain-id <hex>', 'of the recording (default: from the file chain-id beside it)')
    .option(
      '--hold <number>',
      'keep the last blocks of the recording back, make one every interval',
      toNumber,
    )
    .option('--follow', 'let a node follow it in this process, and show what that node sees')
    .option('--genesis <file>', 'write the genesis document to a file')
    .option('--write <file>', 'write a chain to a file, with chain-id and genesis.json beside it, and end')
    .option('--count <number>', `blocks to write (default: ${DEFAULT_WRITTEN_BLOCKS})`, toNumber)
    .addOption(
      new Option('--format <format>', 'default: pretty on a terminal, else json').choices(['json', 'pretty']),
    )
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(async (flags: DevnetFlags) => {
      await (flags.write === undefined ? runDevnet(flags) : runWrite(flags, flags.write))
    })
}

const EXAMPLES = `
Examples:
  rx-bitshares devnet --port 1776 --interval 3000               a network like mainnet
  rx-bitshares devnet --interval 100 --history 1000             a fast one with a past
  rx-bitshares devnet --nodes 4 --interval 200 --forks 1-5      two branches every twenty blocks
  rx-bitshares devnet --nodes 30 --varied                       a network to crawl
  rx-bitshares devnet --recording blocks.bin --hold 20          a recorded chain whose last blocks come live
  rx-bitshares devnet --write blocks.bin --count 100000         a chain for benches`

async function runDevnet(flags: DevnetFlags): Promise<void> {
  const stopping = stopOnSignals()
  const devnet = createDevnet(toDevnetOptions(flags))
  try {
    if (flags.genesis !== undefined) writeGenesis(devnet, flags.genesis)
    await start(devnet)
    if (flags.follow === true) await followDevnet(devnet, stopping.signal, flags.blocks, flags.format)
    else await printBlocks(devnet, flags, stopping.signal)
  } finally {
    await devnet.close()
    stopping.release()
  }
}

/** A line about the devnet, then a line a block. */
async function printBlocks(devnet: Devnet, flags: DevnetFlags, signal: AbortSignal): Promise<void> {
  const isPretty = isPrettyWanted(flags)
  const intervalMs = flags.interval ?? DEFAULT_INTERVAL_MS
  const { blocks = Infinity } = flags
  const line$ = devnet.event$.pipe(
    filter(isChainEvent),
    // A block of a branch may be undone yet.
    takeWhile((event) => !isSettled(event) || devnet.head.number < blocks, true),
    map(isPretty ? describeChainEvent : chainEventLine),
    startWith(isPretty ? describeListening(devnet) : listeningLine(devnet, intervalMs)),
    endWith(undefined),
  )
  const logged$ = logDevnet(devnet.event$, createLogger(flags.logLevel))
  // The log goes on for ever: the lines decide when it is over.
  const output$ = merge(logged$, line$).pipe(takeWhile((line) => line !== undefined))
  for await (const line of toAsyncIterable(output$, { highWaterMark: MAX_WAITING_BLOCKS, signal })) {
    await writeLine(line)
  }
}

/** Whether all nodes have the same chain after an event. */
function isSettled(event: DevnetChainEvent): boolean {
  return event.type === 'joined' || (event.type === 'blockMade' && event.block.branch === undefined)
}

async function start(devnet: Devnet): Promise<void> {
  try {
    await devnet.start()
  } catch (error) {
    // A port that is taken is no mistake in the command line.
    if (error instanceof UsageError) throw new CliError(error.message)
    throw error
  }
}

async function runWrite(flags: DevnetFlags, path: string): Promise<void> {
  const stopping = stopOnSignals()
  const { seed, start: startTime, witnesses, transactions, count = DEFAULT_WRITTEN_BLOCKS } = flags
  const isTold = process.stderr.isTTY
  const options = without({ seed, startTime, witnesses, transactionsPerBlock: transactions })
  try {
    const written = await writeChain(path, {
      ...options,
      blocks: count,
      signal: stopping.signal,
      onProgress: (made) => isTold && process.stderr.write(`\r${made} of ${count} blocks\x1b[K`),
    })
    const { head, bytes, seconds, blocksPerSecond, chainId } = written
    await writeLine(
      isPrettyWanted(flags)
        ? `${head.number} blocks, ${bytes} bytes in ${seconds.toFixed(1)} s: ${path}`
        : JSON.stringify({
            event: 'written',
            file: path,
            chain_id: chainId,
            block_num: head.number,
            block_id: head.id,
            bytes,
            seconds,
            blocks_per_second: Math.round(blocksPerSecond),
          }),
    )
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new CliError(`cannot write ${path}: ${error.message}`)
    throw error
  } finally {
    if (isTold) process.stderr.write('\r\x1b[K')
    stopping.release()
  }
}

function toDevnetOptions(flags: DevnetFlags): DevnetOptions {
  const { port, witnesses, nodes, varied, seed, history, blocks, recording, chainId, hold } = flags
  return without({
    port,
    witnesses,
    nodes,
    varied,
    seed,
    history,
    blocks,
    recording,
    chainId,
    hold,
    intervalMs: flags.interval,
    startTime: flags.start,
    transactionsPerBlock: flags.transactions,
    forks: flags.forks === true ? {} : flags.forks && { depth: flags.forks },
  })
}

/** The members that are there. */
function without<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const present = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as { [Name in keyof T]?: Exclude<T[Name], undefined> }
}

function writeGenesis(devnet: Devnet, path: string): void {
  if (devnet.genesis === undefined) throw new UsageError('BAD_OPTION', 'a recording has no genesis document')
  try {
    writeFileSync(path, devnet.genesis)
  } catch (error) {
    throw new CliError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function isPrettyWanted({ format }: DevnetFlags): boolean {
  return (format ?? (process.stdout.isTTY ? 'pretty' : 'json')) === 'pretty'
}

/** Writes what happens at the nodes to a log; emits nothing. */
function logDevnet(event$: Observable<DevnetEvent>, logger: Logger): Observable<never> {
  return event$.pipe(
    tap((event) => {
      if (event.type === 'peerActive') {
        logger.info('peer is active', {
          node: event.node,
          peer: event.peer,
          userAgent: printable(event.userAgent),
        })
      } else if (event.type === 'peerClosed') {
        logger.info('connection ended', {
          node: event.node,
          peer: event.peer,
          reason: printable(event.reason),
        })
      }
    }),
    ignoreElements(),
  )
}

function toNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}

/** `5` or `1-5`. */
function toDepth(text: string): readonly [least: number, most: number] {
  const [, least, most = least] = /^(\d{1,10})(?:-(\d{1,10}))?$/.exec(text) ?? []
  if (least === undefined)
    throw new InvalidArgumentError('Give a number of blocks such as 5, or a range such as 1-5.')
  return [Number(least), Number(most)]
}

function toDate(text: string): Date {
  const date = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`)
  if (Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('Give a time such as 2026-11-23T12:00:00Z.')
  return date
}
