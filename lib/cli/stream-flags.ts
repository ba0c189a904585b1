import { type Command, InvalidArgumentError, Option } from 'commander'
import type { StreamMode } from '../chain/hold-back.ts'
import type { VerifyLevel } from '../chain/verify-block.ts'
import type { LogLevel } from '../log/create-logger.ts'
import type { NodeOptions } from '../node/options.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { OPERATION_NAMES } from '../protocol/schema.ts'
import {
  addNetworkOptions,
  logLevelOption,
  type NetworkFlags,
  parseBlockNumber,
  parseFrom,
} from './network-options.ts'
import { dataOption } from './open-data.ts'

/** What `stream` can be told. */
export interface StreamFlags extends NetworkFlags {
  readonly from?: NonNullable<NodeOptions['from']>
  readonly to?: number
  readonly data?: string
  readonly mode?: StreamMode
  readonly ops?: 'all' | readonly Operation['type'][]
  readonly accounts?: readonly string[]
  readonly assets?: readonly string[]
  readonly trx?: boolean
  readonly names?: string
  readonly saveNames?: string
  readonly genesis?: string
  readonly verify?: VerifyLevel
  readonly checkpoint?: string
  readonly format?: 'json' | 'pretty'
  readonly wait?: boolean
  readonly logLevel: LogLevel
}

/** The options of `stream`, in the order in which its help tells them. */
export function addStreamOptions(command: Command): Command {
  return addNetworkOptions(command)
    .addOption(
      new Option(
        '--from <start>',
        'head (default), genesis (default of a devnet of its own), a block number, a cursor NUMBER:ID or a time',
      ).argParser(parseFrom),
    )
    .option('--to <number>', 'stop after this block', parseBlockNumber)
    .addOption(
      dataOption(
        'keep the blocks there: --from is read from it as far as it goes; default: what comes after its last',
      ),
    )
    .addOption(
      new Option(
        '--mode <mode>',
        'head: blocks at once, and undone ones too; irreversible: only what is final; a number: with so many blocks on top',
      ).argParser(parseMode),
    )
    .option(
      '--ops <types>',
      'print operations instead of blocks; of these types only, or "all"',
      parseOperationTypes,
    )
    .option(
      '--accounts <list>',
      'print operations that have one of these accounts in them, by name or id',
      parseList,
    )
    .option(
      '--assets <list>',
      'print operations that have one of these assets in them, by symbol or id',
      parseList,
    )
    .option(
      '--trx',
      'print what becomes of transactions too; if operations are chosen, of those that have one',
    )
    .option('--names <file>', 'names that are known: a file that --save-names wrote, or your own')
    .option(
      '--save-names <file>',
      'write the names that blocks tell to a file, every few minutes and at the end',
    )
    .option(
      '--genesis <file>',
      'the genesis document of the chain, for its names and the keys of its witnesses',
    )
    .addOption(verifyOption())
    .option('--checkpoint <file>', 'keys of witnesses: {"witnesses": {"1.6.5": "BTS…"}}')
    .addOption(
      new Option('--format <format>', 'default: pretty on a terminal, else json').choices(['json', 'pretty']),
    )
    .addOption(logLevelOption())
    .option('--wait', 'keep trying when no peer can be reached')
}

/** `--verify`: see the option of `createNode`. */
export function verifyOption(): Option {
  return new Option('--verify <level>', 'what is checked of a block (default: signatures)').choices([
    'links',
    'signatures',
    'strict',
  ])
}

const MAX_CONFIRMATIONS = 1000

/** `head`, `irreversible`, or how many blocks have to stand on top of one. */
export function parseMode(text: string): StreamMode {
  if (text === 'head' || text === 'irreversible') return text
  const confirmations = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (confirmations >= 1 && confirmations <= MAX_CONFIRMATIONS) return { confirmations }
  throw new InvalidArgumentError(
    `Give head, irreversible, or a number of blocks from 1 to ${MAX_CONFIRMATIONS}.`,
  )
}

/** Types of operations as in `transfer,limit_order_create`; `all` among them stands for all. */
export function parseOperationTypes(text: string): 'all' | readonly Operation['type'][] {
  const types = parseList(text).map((type) => type.replace(/_operation$/, ''))
  const unknown = types.find((type) => type !== 'all' && !isOperationType(type))
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is no operation type.`)
  return types.includes('all') ? 'all' : types.filter(isOperationType)
}

function isOperationType(type: string): type is Operation['type'] {
  return (OPERATION_NAMES as readonly string[]).includes(type)
}

/** What commas part. */
export function parseList(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.includes('')) throw new InvalidArgumentError('Give a list with commas between, such as a,b.')
  return parts
}
