import type { Command } from 'commander'
import { lastValueFrom, tap } from 'rxjs'
import { MAINNET } from '../node/networks.ts'
import { createClock } from '../peer/clock.ts'
import { parseAddress } from '../transport/peer-address.ts'
import { CliError, EXIT } from './exit-codes.ts'
import { examinePeer, type Finding } from './examine-peer.ts'
import { addNetworkOptions, type NetworkFlags, toNetworkOptions } from './network-options.ts'

/** `doctor`: what is the matter with one node, step by step. */
export function addDoctorCommand(program: Command): void {
  const command = program
    .command('doctor')
    .description('look at one node step by step, from TCP to the age of its head block')
    .argument('<host:port>', 'the node')
  addNetworkOptions(command).action(async (where: string, flags: NetworkFlags) => {
    const { network } = toNetworkOptions(flags)
    const description = typeof network === 'object' ? network : MAINNET
    const last = await lastValueFrom(
      examinePeer(parseAddress(where), description, createClock()).pipe(tap(print)),
    )
    if (!last.isGood) throw new CliError(last.text, exitCodeOf(last))
  })
}

function print({ check, isGood, atMs, text, error }: Finding): void {
  if (process.stdout.isTTY)
    console.log(`${isGood ? '✓' : '✗'} ${check.padEnd(10)} ${atMs.toFixed(0).padStart(6)} ms  ${text}`)
  else
    console.log(
      JSON.stringify({ check, ok: isGood, ms: Math.round(atMs), text, ...(error && { code: error.code }) }),
    )
}

function exitCodeOf({ check, error }: Finding): number {
  if (error?.code === 'WRONG_CHAIN') return EXIT.wrongChain
  return check === 'tcp' || check === 'keys' ? EXIT.noPeer : EXIT.failure
}
