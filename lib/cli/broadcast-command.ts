import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { ignoreElements, merge, tap } from 'rxjs'
import { formatCursor } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import { createLogger, type LogLevel } from '../log/create-logger.ts'
import { logEvents } from '../log/log-events.ts'
import type { BroadcastEvent } from '../node/broadcast.ts'
import { createNode } from '../node/create-node.ts'
import type { SignedTransaction } from '../protocol/generated/types.ts'
import { decode } from '../protocol/decode.ts'
import { fromJson } from '../protocol/json.ts'
import { fromHex, isHex } from '../wire/hex.ts'
import { CliError, EXIT } from './exit-codes.ts'
import {
  addNetworkOptions,
  countKnownPeers,
  logLevelOption,
  type NetworkFlags,
  toNetworkOptions,
} from './network-options.ts'
import { writeLine } from './output.ts'
import { parseJson } from './parse-json.ts'
import { readUserFile } from './read-user-file.ts'
import { stopOnSignals } from './stopping.ts'
import { failWithoutPeers } from './watch-connection.ts'

interface BroadcastFlags extends NetworkFlags {
  readonly logLevel: LogLevel
  readonly genesis?: string
  readonly wait?: boolean
}

/** `broadcast [FILE]`: sends a signed transaction and prints what becomes of it, a JSON object a line. */
export function addBroadcastCommand(program: Command): void {
  const command = program
    .command('broadcast')
    .description(
      'send a signed transaction and tell what becomes of it, until it is irreversible or has expired',
    )
    .argument('[file]', 'the transaction as hex or as JSON; default: standard input')
  addNetworkOptions(command)
    .addOption(logLevelOption())
    .option(
      '--genesis <file>',
      'the genesis document of a private chain: without it nobody knows here what is irreversible',
    )
    .option('--wait', 'keep trying when no peer can be reached')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, flags: BroadcastFlags) => {
      await runBroadcast(file, flags)
    })
}

const EXAMPLES = `
Prints {"trx_id","status"} lines: sent (with "peers"), heard, included, returned, irreversible, expired. Ends with 0 when
the transaction is irreversible, with 1 when it has expired.

Example:
  rx-bitshares broadcast signed.json --chain-id 2821… --genesis genesis.json --peer 127.0.0.1:1776`

async function runBroadcast(file: string | undefined, flags: BroadcastFlags): Promise<void> {
  const options = toNetworkOptions(flags)
  const genesis = flags.genesis === undefined ? {} : { genesis: readUserFile('--genesis', flags.genesis) }
  const transaction = readSigned(file, options.network.prefix)
  const { signal, release } = stopOnSignals()
  let last: BroadcastEvent['status'] | undefined
  try {
    const node = createNode({ ...options, ...genesis, signal })
    const told$ = node.broadcast(transaction).pipe(tap(({ status }) => (last = status)))
    const watched$ = merge(
      failWithoutPeers(node, countKnownPeers(options), flags.wait === true),
      logEvents(node.event$, createLogger(flags.logLevel)),
    ).pipe(ignoreElements())
    for await (const event of node.toAsyncIterable(merge(told$, watched$))) {
      await writeLine(broadcastLine(event))
      if (event.status === 'irreversible' || event.status === 'expired') break
    }
  } finally {
    release()
  }
  if (last === 'expired')
    throw new CliError('The transaction has expired without being in a block.', EXIT.failure)
}

/** One line of JSON for what became of a transaction. */
export function broadcastLine(event: BroadcastEvent): string {
  const { id, status } = event
  switch (event.status) {
    case 'sent':
      return JSON.stringify({ trx_id: id, status, peer: event.peer, peers: event.peers })
    case 'heard':
      return JSON.stringify({ trx_id: id, status, peer: event.peer })
    case 'included':
    case 'irreversible':
      return JSON.stringify({ trx_id: id, status, cursor: formatCursor(event.block) })
    case 'returned':
      return JSON.stringify({ trx_id: id, status, from: formatCursor(event.from) })
    case 'expired':
      return JSON.stringify({ trx_id: id, status })
  }
}

function readSigned(file: string | undefined, prefix: string): SignedTransaction {
  let text: string
  try {
    text = readFileSync(file ?? 0, 'utf8').trim()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError('BAD_OPTION', `cannot read ${file ?? 'standard input'}: ${reason}`)
  }
  if (isHex(text)) return decode('signed_transaction', fromHex(text), { prefix })
  return fromJson('signed_transaction', parseJson(text), { prefix }) as SignedTransaction
}
