import type { Command } from 'commander'
import { filter, ignoreElements, merge, tap } from 'rxjs'
import { createDevnet } from '../devnet/create-devnet.ts'
import { createLogger } from '../log/create-logger.ts'
import { logEvents } from '../log/log-events.ts'
import type { ChainEvent } from '../node/chain-event.ts'
import { createNode } from '../node/create-node.ts'
import { describeUncertainty } from './describe-uncertainty.ts'
import { createNamesSaver } from './names-saver.ts'
import { countKnownPeers, isOwnDevnet } from './network-options.ts'
import { openNames } from './open-names.ts'
import { writeLine } from './output.ts'
import { type ChainPrinting, chainPrinter, printChain, type Printed } from './print-chain.ts'
import { createProgress } from './progress.ts'
import { stopOnSignals } from './stopping.ts'
import { openStreamData, type StreamData } from './stream-data.ts'
import { addStreamOptions, type StreamFlags } from './stream-flags.ts'
import { streamNodeOptions, streamPrinting } from './stream-options.ts'
import { failWithoutPeers } from './watch-connection.ts'
import { checkWritable } from './write-atomically.ts'

/** Blocks that may wait for a slow reader of stdout before no more are asked for. */
const MAX_WAITING = 500

/** `stream`: blocks, operations or transactions as they come, a line each. */
export function addStreamCommand(program: Command): void {
  const command = program
    .command('stream')
    .description('follow a network and print its blocks, operations or transactions')
  addStreamOptions(command)
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
  rx-bitshares stream --mode irreversible                 nothing that could be undone
  rx-bitshares stream --chain-id 2821… --peer 127.0.0.1:1776 --from genesis
  rx-bitshares stream --network devnet --accounts alice --assets APPLE --format pretty`

async function runStream(flags: StreamFlags): Promise<void> {
  const { saveNames: path } = flags
  const { signal, release } = stopOnSignals()
  const progress = createProgress()
  const devnet = isOwnDevnet(flags) ? createDevnet() : undefined
  let data: StreamData | undefined
  try {
    if (path !== undefined) await checkWritable(path)
    await devnet?.start()
    const options = streamNodeOptions(flags, devnet?.network)
    const names = openNames(options.network, options.genesis, flags.names)
    const printing = streamPrinting(flags, names, process.stdout.isTTY)
    const saver =
      path === undefined ? undefined : createNamesSaver(path, names, (text) => console.error(text))
    if (flags.data !== undefined) data = await openStreamData(flags.data, options.network, flags.from)
    const node = createNode({ ...options, signal, ...(data === undefined ? {} : { store: data.store }) })
    const watched$ = merge(
      failWithoutPeers(node, countKnownPeers(options), flags.wait === true),
      logEvents(node.event$, createLogger(flags.logLevel)),
      node.status$.pipe(
        tap((status) => progress.show(status)),
        ignoreElements(),
      ),
    )
    const chain$ = data === undefined ? node.chain$ : node.chain$.pipe(filter(data.isWanted))
    const printed$ = merge(printChain({ ...node, chain$ }, printing), watched$)
    const uncertainty = tellOnce(printing, flags)
    /** False when that was the end. */
    const print = async ({ lines, number = 0 }: Printed): Promise<boolean> => {
      const { to = Infinity } = flags
      if (number > to) return false
      const texts = lines()
      if (texts.length > 0) progress.clear()
      uncertainty()
      for (const text of texts) await writeLine(text)
      await saver?.save()
      return number !== to
    }
    try {
      if (data !== undefined && !(await printAll(data, chainPrinter(printing), print, signal))) return
      for await (const each of node.toAsyncIterable(printed$, { highWaterMark: MAX_WAITING })) {
        if (!(await print(each))) break
      }
    } finally {
      progress.clear()
      await saver?.finish()
    }
  } finally {
    progress.clear()
    await data?.store.close()
    await devnet?.close()
    release()
  }
}

/** Prints what is on disk already; false when that was all that is wanted. */
async function printAll(
  data: StreamData,
  toPrinted: (event: ChainEvent) => Printed,
  print: (printed: Printed) => Promise<boolean>,
  signal: AbortSignal,
): Promise<boolean> {
  for await (const event of data.replay()) {
    if (signal.aborted || !(await print(toPrinted(event)))) return false
  }
  return true
}

/** Returns what says on stderr, the first time that it is so, that some names are not known; only where they are printed. */
function tellOnce({ format, isWanted, names }: ChainPrinting, { trx }: StreamFlags): () => void {
  let isDue = format === 'pretty' && (isWanted !== undefined || trx === true)
  return () => {
    const text = isDue ? describeUncertainty(names) : undefined
    if (text === undefined) return
    isDue = false
    console.error(text)
  }
}
