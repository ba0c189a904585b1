#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { config } from 'rxjs'
import { RxBitsharesError, UsageError } from '../errors.ts'
import { addArchiveCommand } from './archive-command.ts'
import { addDashCommand } from './dash-command.ts'
import { addBroadcastCommand } from './broadcast-command.ts'
import { addConfigCommand } from './config-command.ts'
import { addCrawlCommand } from './crawl-command.ts'
import { addDecodeCommand } from './decode-command.ts'
import { addDevnetCommand } from './devnet-command.ts'
import { addDoctorCommand } from './doctor-command.ts'
import { addEncodeCommand } from './encode-command.ts'
import { CliError, EXIT } from './exit-codes.ts'
import { addNodeCommand } from './node-command.ts'
import { addServeCommand } from './serve-command.ts'
import { endWithReader } from './stopping.ts'
import { addStreamCommand } from './stream-command.ts'
import { readVersion } from '../version.ts'

/** The command line: one sub-command a subject, data on stdout, everything else on stderr. */
export function createProgram(): Command {
  const program = new Command('rx-bitshares')
    .description('A BitShares peer-to-peer node: blocks and transactions straight from the network.')
    .version(readVersion())
    // What stands behind the name of a command is that command's.
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('(rx-bitshares --help lists what there is)')
  addStreamCommand(program)
  addArchiveCommand(program)
  addDashCommand(program)
  addServeCommand(program)
  addDevnetCommand(program)
  addNodeCommand(program)
  addBroadcastCommand(program)
  addConfigCommand(program)
  addDoctorCommand(program)
  addCrawlCommand(program)
  addDecodeCommand(program)
  addEncodeCommand(program)
  // Sub-commands made before `exitOverride` was called on them would exit on their own.
  for (const command of program.commands) {
    command.exitOverride()
    for (const below of command.commands) below.exitOverride()
  }
  return program
}

/** Runs the command line and returns the exit code; says what went wrong in one sentence on stderr. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync([...argv])
    return typeof process.exitCode === 'number' ? process.exitCode : EXIT.done
  } catch (error) {
    return report(error)
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (error instanceof CliError) {
    console.error(error.message)
    return error.exitCode
  }
  if (error instanceof UsageError) {
    console.error(error.message)
    return EXIT.usage
  }
  if (error instanceof RxBitsharesError) {
    console.error(error.message)
    return EXIT.failure
  }
  if (error instanceof Error && error.name === 'AbortError') return EXIT.done
  console.error(error)
  return EXIT.failure
}

config.onUnhandledError = (error) => {
  console.error(error)
  process.exit(EXIT.failure)
}
endWithReader()
process.exitCode = await main(process.argv)
