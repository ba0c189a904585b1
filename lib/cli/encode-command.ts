import type { Command } from 'commander'
import type { CommandIo } from './convert-lines.ts'
import { addLineCommand } from './line-command.ts'

/** `encode TYPE`: lines of JSON on stdin, lines of hex on stdout. */
export function addEncodeCommand(program: Command, io: CommandIo = process): void {
  addLineCommand(program, io, {
    name: 'encode',
    description: 'lines of JSON as bitshares-core prints or reads it on stdin to lines of hex',
    example: `echo '{"amount":100000,"asset_id":"1.3.0"}' | rx-bitshares encode asset`,
    convert: (codec, line) => (line === '' ? undefined : codec.toHexLine(line)),
  })
}
