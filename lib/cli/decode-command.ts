import type { Command } from 'commander'
import type { CommandIo } from './convert-lines.ts'
import { addLineCommand } from './line-command.ts'

/** `decode TYPE`: lines of hex on stdin, lines of JSON as core prints it on stdout. */
export function addDecodeCommand(program: Command, io: CommandIo = process): void {
  addLineCommand(program, io, {
    name: 'decode',
    description: 'lines of hex on stdin to lines of JSON as bitshares-core prints it',
    example: 'echo 00 | rx-bitshares decode vesting_balance_worker_initializer',
    convert: (codec, line) => (line === '' && !codec.canBeEmpty ? undefined : codec.toJsonLine(line)),
  })
}
