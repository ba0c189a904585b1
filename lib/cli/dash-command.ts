import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Size } from '../dash/view-state.ts'
import type { NodeOptions } from '../node/options.ts'
import { addNetworkOptions, type NetworkFlags, parseFrom } from './network-options.ts'

/** What was said on the command line. */
export interface DashFlags extends NetworkFlags {
  readonly from: NonNullable<NodeOptions['from']>
  readonly record?: string
  readonly replay?: string
  readonly speed: number
  readonly size?: Size
}

/** `dash`: what goes on in a network, on the whole terminal. */
export function addDashCommand(program: Command): void {
  const command = program
    .command('dash')
    .description('watch a network on the whole terminal: blocks, operations, transactions, witnesses, peers')
  addNetworkOptions(command)
    .addOption(
      new Option('--from <start>', 'head, genesis, a block number, a cursor NUMBER:ID or a time')
        .argParser(parseFrom)
        .default('head' as const),
    )
    .option('--record <file>', 'write what is heard to a file, for --replay')
    .addOption(new Option('--replay <file>', 'show a recording instead of a network').conflicts('record'))
    .option('--speed <factor>', 'how fast the recording goes: 10 is ten times as fast', toSpeed, 1)
    .option('--size <columns>x<rows>', 'with --replay: print the last frame as text, and end', toSize)
    .addHelpText('after', EXAMPLES)
    .action(async (flags: DashFlags) => {
      // Loaded when it is wanted: no other command draws screens and describes operations.
      const { startDash } = await import('./start-dash.ts')
      await startDash(flags)
    })
}

const EXAMPLES = `
Examples:
  rx-bitshares dash                                      mainnet
  rx-bitshares dash --network devnet                     a network on this machine, made for this
  rx-bitshares dash --record monday.jsonl                and keep what was heard
  rx-bitshares dash --replay monday.jsonl --speed 10     see it again, ten times as fast

On the screen: ? explains the keys and the words, q quits. NO_COLOR takes the colours away.`

function toSpeed(text: string): number {
  const speed = Number(text)
  if (!(speed > 0 && speed <= 1_000_000))
    throw new InvalidArgumentError('Give a number above 0, such as 10 or 0.5.')
  return speed
}

function toSize(text: string): Size {
  const [, columns, rows] = /^(\d{1,3})x(\d{1,3})$/.exec(text) ?? []
  if (columns === undefined || rows === undefined)
    throw new InvalidArgumentError('Give columns and rows, such as 80x24.')
  return { columns: Number(columns), rows: Number(rows) }
}
