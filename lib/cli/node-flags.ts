import { type Command, InvalidArgumentError, Option } from 'commander'
import type { VerifyLevel } from '../chain/verify-block.ts'
import { UsageError } from '../errors.ts'
import type { LogLevel } from '../log/create-logger.ts'
import type { NodeOptions } from '../node/options.ts'
import { addMetricsOptions, type MetricsFlags } from './metrics-flag.ts'
import { addNetworkOptions, logLevelOption, type NetworkFlags, parseFrom } from './network-options.ts'
import { parseList } from './stream-flags.ts'

/** What `node` can be told. */
export interface NodeFlags extends NetworkFlags, MetricsFlags {
  readonly from?: NonNullable<NodeOptions['from']>
  readonly verify?: VerifyLevel
  readonly genesis?: string
  readonly checkpoint?: string
  readonly listen: string
  readonly advertise: 'all' | 'nothing' | 'list' | 'exclude_list'
  readonly advertiseList?: readonly string[]
  readonly trusted: readonly string[]
  readonly allow?: readonly string[]
  readonly deny?: readonly string[]
  readonly firewallChecks?: boolean
  readonly maxOutbound?: number
  readonly maxInbound?: number
  readonly data?: string
  readonly memory?: boolean
  readonly config?: string
  readonly wait?: boolean
  readonly logLevel: LogLevel
}

/** The options of `node`, in groups. */
export function addNodeOptions(command: Command): Command {
  command.optionsGroup('Network:')
  addNetworkOptions(command)
  command.optionsGroup('Connections:')
  command
    .option('--listen <host:port>', 'where to take connections; port 0 takes any free one', '0.0.0.0:1776')
    .option('--trusted <key@host:port>', 'a peer known by its key; may be repeated', collect, [])
    .option(
      '--allow <list>',
      'connect to these alone and let nobody else in: addresses, networks, hosts',
      parseList,
    )
    .option('--deny <list>', 'never connect to these and never let them in', parseList)
    .addOption(
      new Option('--advertise <mode>', 'what peers that ask are told of other peers')
        .choices(['all', 'nothing', 'list', 'exclude_list'])
        .default('all'),
    )
    .option('--advertise-list <list>', 'the addresses of those modes', parseList)
    .option(
      '--firewall-checks',
      'take part in checks of who can be connected to, and tell peers that ask who is connected (default: no)',
    )
    .option('--max-outbound <number>', 'connections to make (default: 8)', parseCount)
    .option('--max-inbound <number>', 'connections to take (default: 64)', parseCount)
  command.optionsGroup('Chain:')
  command
    .addOption(
      new Option(
        '--from <start>',
        'head (default), genesis, a block number, a cursor NUMBER:ID or a time',
      ).argParser(parseFrom),
    )
    .addOption(
      new Option('--verify <level>', 'what is checked of a block (default: signatures)').choices([
        'links',
        'signatures',
        'strict',
      ]),
    )
    .option('--genesis <file>', 'the genesis document of the chain')
    .option('--checkpoint <file>', 'keys of witnesses: {"witnesses": {"1.6.5": "BTS…"}}')
  command.optionsGroup('Data:')
  command
    .option(
      '--data <directory>',
      'where blocks, peers and the key of the node are kept (default: in your home)',
    )
    .option('--memory', 'keep nothing on disk')
  command.optionsGroup('Metrics:')
  addMetricsOptions(command)
  command.optionsGroup('Other:')
  return command
    .addOption(logLevelOption().default('info'))
    .option('--wait', 'keep trying when no peer can be reached')
}

function parseCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Give a number from 0 to 9999.')
  return Number(text)
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text]
}

/** What the flags say of advertising. Throws {@link UsageError} for a list without a mode for it, or a mode without its list. */
export function toAdvertise({ advertise, advertiseList }: NodeFlags): NonNullable<NodeOptions['advertise']> {
  const needsList = advertise === 'list' || advertise === 'exclude_list'
  if (needsList !== (advertiseList !== undefined))
    throw new UsageError(
      'BAD_OPTION',
      '--advertise-list belongs to --advertise list or exclude_list, and they to it',
    )
  if (advertiseList === undefined) return advertise === 'nothing' ? 'nothing' : 'all'
  return advertise === 'list' ? { list: advertiseList } : { excludeList: advertiseList }
}
