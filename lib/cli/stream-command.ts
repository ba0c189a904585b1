import { type Command, InvalidArgumentError, Option } from 'commander'
import { filter, ignoreElements, map, merge, type Observable, tap } from 'rxjs'
import { createDevnet } from '../devnet/create-devnet.ts'
import { createLogger, type LogLevel } from '../log/create-logger.ts'
import { logEvents } from '../log/log-events.ts'
import type { TransactionEvent } from '../inventory/track-transactions.ts'
import { toJson } from '../protocol/json.ts'
import type { Block } from '../node/block.ts'
import { createNode, type Node } from '../node/create-node.ts'
import { mentions, type OperationEvent, toOperationEvents } from '../node/operation-event.ts'
import type { NodeOptions } from '../node/options.ts'
import { OPERATION_NAMES } from '../protocol/schema.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { describeBlock } from './describe-block.ts'
import {
  addNetworkOptions,
  countKnownPeers,
  isOwnDevnet,
  logLevelOption,
  type NetworkFlags,
  parseBlockNumber,
  parseFrom,
  toNetworkOptions,
} from './network-options.ts'
import { writeLine } from './output.ts'
import { createProgress } from './progress.ts'
import { stopOnSignals } from './stopping.ts'
import { failWithoutPeers } from './watch-connection.ts'

/** Blocks that may wait for a slow reader of stdout before no more are asked for. */
const MAX_WAITING = 500

interface StreamFlags extends NetworkFlags {
  readonly from: NonNullable<NodeOptions['from']>
  readonly to?: number
  readonly ops?: readonly string[]
  readonly accounts?: readonly string[]
  readonly trx?: boolean
  readonly format?: 'json' | 'pretty'
  readonly wait?: boolean
  readonly logLevel: LogLevel
}

/** `stream`: blocks as they come, a line each. */
export function addStreamCommand(program: Command): void {
  const command = program
    .command('stream')
    .description('follow a network and print its blocks, operations or transactions')
  addNetworkOptions(command)
    .addOption(
      new Option('--from <start>', 'head, genesis, a block number, a cursor NUMBER:ID or a time')
        .argParser(parseFrom)
        .default('head' as const),
    )
    .option('--to <number>', 'stop after this block', parseBlockNumber)
    .option(
      '--ops <types>',
      'print operations instead of blocks; of these types only, or "all"',
      toOperationTypes,
    )
    .option('--accounts <ids>', 'print operations that name one of these accounts (1.2.N)', toAccountIds)
    .option('--trx', 'print what becomes of transactions too')
    .addOption(
      new Option('--format <format>', 'default: pretty on a terminal, else json').choices(['json', 'pretty']),
    )
    .addOption(logLevelOption())
    .option('--wait', 'keep trying when no peer can be reached')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: StreamFlags) => {
      await runStream(flags)
    })
}

const EXAMPLES = `
Examples:
  rx-bitshares stream                                     new blocks of mainnet
  rx-bitshares stream --from 90000000 --to 90000100       a hundred blocks of the past
  rx-bitshares stream --ops transfer --accounts 1.2.0     transfers that touch an account
  rx-bitshares stream --chain-id 2821… --peer 127.0.0.1:1776 --from genesis`

/** What one event prints, made when its turn comes; blocks say which they are. */
interface Printed {
  lines(this: void): readonly string[]
  readonly number?: number
}

async function runStream(flags: StreamFlags): Promise<void> {
  const { signal, release } = stopOnSignals()
  const progress = createProgress()
  const devnet = isOwnDevnet(flags) ? createDevnet() : undefined
  try {
    await devnet?.start()
    const network = devnet === undefined ? toNetworkOptions(flags) : { network: devnet.network }
    const options = { ...network, from: flags.from, signal }
    const node = createNode(options)
    const watched$ = merge(
      failWithoutPeers(node, countKnownPeers(options), flags.wait === true),
      logEvents(node.event$, createLogger(flags.logLevel)),
      node.status$.pipe(
        tap((status) => progress.show(status)),
        ignoreElements(),
      ),
    )
    const printed$ = merge(toPrinted(node, flags), watched$)
    for await (const { lines, number } of node.toAsyncIterable(printed$, { highWaterMark: MAX_WAITING })) {
      if (flags.to !== undefined && number !== undefined && number > flags.to) break
      const texts = lines()
      if (texts.length > 0) progress.clear()
      for (const text of texts) await writeLine(text)
      if (number !== undefined && number === flags.to) break
    }
  } finally {
    progress.clear()
    await devnet?.close()
    release()
  }
}

function toPrinted(node: Node, flags: StreamFlags): Observable<Printed> {
  const isPretty = (flags.format ?? (process.stdout.isTTY ? 'pretty' : 'json')) === 'pretty'
  const toBlockLine = isPretty ? describeBlock : blockLine
  const toOperationLine = isPretty ? describeOperation : operationLine
  const isByOperation = flags.ops !== undefined || flags.accounts !== undefined
  const toLines = (block: Block): readonly string[] =>
    isByOperation
      ? toOperationEvents(block)
          .filter((event) => isWanted(event, flags))
          .map(toOperationLine)
      : [toBlockLine(block)]
  const block$ = node.block$.pipe(
    map((block): Printed => ({ lines: () => toLines(block), number: block.number })),
  )
  if (flags.trx !== true) return block$
  // Before the blocks, so that what a block includes is told before the block itself.
  const transaction$ = node.trx$.pipe(
    filter(
      (event) => event.status !== 'included' || flags.to === undefined || event.block.number <= flags.to,
    ),
    map((event): Printed => ({ lines: () => [transactionLine(event)] })),
  )
  return merge(transaction$, block$)
}

function isWanted({ operation }: OperationEvent, { ops, accounts }: StreamFlags): boolean {
  if (ops !== undefined && !ops.includes('all') && !ops.includes(operation.type)) return false
  return accounts === undefined || accounts.some((account) => mentions(operation, account))
}

/** A block as core's RPC prints it, its number and id in front. */
export function blockLine(block: Block): string {
  return JSON.stringify({ block_num: block.number, block_id: block.id, ...block.toJSON() })
}

function operationLine({
  operation,
  block,
  transactionId,
  transactionIndex,
  operationIndex,
}: OperationEvent): string {
  return JSON.stringify({
    block_num: block.number,
    trx_id: transactionId,
    trx_index: transactionIndex,
    op_index: operationIndex,
    op: toJson('operation', operation),
  })
}

function describeOperation({ operation, block, transactionIndex, operationIndex }: OperationEvent): string {
  const place = `#${block.number}.${transactionIndex}.${operationIndex}`
  return `${place.padEnd(16)} ${operation.type.padEnd(26)} ${JSON.stringify((toJson('operation', operation) as readonly unknown[])[1])}`
}

function transactionLine(event: TransactionEvent<Transaction>): string {
  switch (event.status) {
    case 'pending':
      return JSON.stringify({ trx_id: event.id, status: event.status, peer: event.peer })
    case 'included': {
      const { number, id } = event.block
      const pendingMs = event.pendingForMs === undefined ? {} : { pending_ms: Math.round(event.pendingForMs) }
      return JSON.stringify({
        trx_id: event.id,
        status: event.status,
        block_num: number,
        block_id: id,
        ...pendingMs,
      })
    }
    case 'returned': {
      const { number, id } = event.from
      return JSON.stringify({ trx_id: event.id, status: event.status, block_num: number, block_id: id })
    }
    case 'expired':
      return JSON.stringify({ trx_id: event.id, status: event.status })
  }
}

function toOperationTypes(text: string): readonly string[] {
  const types = text.split(',').map((type) => type.trim().replace(/_operation$/, ''))
  const unknown = types.find(
    (type) => type !== 'all' && !(OPERATION_NAMES as readonly string[]).includes(type),
  )
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is no operation type.`)
  return types
}

function toAccountIds(text: string): readonly string[] {
  const accounts = text.split(',').map((account) => account.trim())
  const wrong = accounts.find((account) => !/^1\.2\.\d+$/.test(account))
  if (wrong !== undefined) {
    throw new InvalidArgumentError(`"${wrong}" is no account id such as 1.2.17; blocks carry ids, not names.`)
  }
  return accounts
}
