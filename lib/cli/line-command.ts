import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import type { CommandIo } from './convert-lines.ts'
import { convertLines } from './convert-lines.ts'
import { EXIT } from './exit-codes.ts'
import type { LineCodec } from './line-codecs.ts'
import { lineCodecOf, TYPE_NAMES } from './line-codecs.ts'
import { nearNames } from './near-names.ts'

/** A command that makes a line of each line. */
export interface LineCommand {
  readonly name: string
  readonly description: string
  readonly example: string
  /** The line to write for a line that was read; undefined for none. */
  convert(codec: LineCodec, line: string): string | undefined
}

/**
 * Adds a command that takes the name of a type and converts stdin to stdout line by line.
 *
 * Bad lines are told on stderr and leave exit code 1; a name that is no type is a usage error with what was meant perhaps.
 */
export function addLineCommand(program: Command, io: CommandIo, made: LineCommand): void {
  const command = program
    .command(made.name)
    .description(made.description)
    .argument(
      '<type>',
      'operation, signed_transaction, signed_block, any other type of the chain, or a message',
    )
    .addOption(
      new Option('--prefix <text>', 'what public keys and addresses begin with')
        .argParser(toPrefix)
        .default(DEFAULT_KEY_PREFIX)
        .env('RX_BITSHARES_PREFIX'),
    )
    .addHelpText(
      'after',
      `\nA bad line is told on stderr, the run goes on, and the exit code is 1 at the end.\n\n  ${made.example}`,
    )
  command.action(async (type: string, { prefix }: { readonly prefix: string }) => {
    const codec = lineCodecOf(type, prefix)
    if (codec === undefined)
      return command.error(noSuchType(type), { exitCode: EXIT.usage, code: 'rx-bitshares.type' })
    await convertLines(io, (line) => made.convert(codec, line))
  })
}

function noSuchType(type: string): string {
  const near = nearNames(type, TYPE_NAMES)
  const hint =
    near.length === 0 ? 'Try operation, signed_block or hello_message.' : `Did you mean ${near.join(' or ')}?`
  return `error: there is no type ${JSON.stringify(type)}. ${hint}`
}

function toPrefix(text: string): string {
  if (!/^[A-Za-z0-9]{1,16}$/.test(text))
    throw new InvalidArgumentError('A prefix is letters and digits, like BTS or TEST.')
  return text
}
