import { type Command, Option } from 'commander'
import { asyncScheduler } from 'rxjs'
import { blockFromStore } from '../node/block-from-store.ts'
import { openStoreReader } from '../store/open-store-reader.ts'
import { blockLine } from './block-lines.ts'
import { CliError } from './exit-codes.ts'
import { parseBlockNumber } from './network-options.ts'
import { addDataOption, networkOf } from './open-data.ts'
import { writeLine } from './output.ts'
import { stopOnSignals } from './stopping.ts'

interface ExportFlags {
  readonly data: string
  readonly from?: number
  readonly to?: number
}

/** `archive export`: stored blocks as `stream --format json` prints them. */
export function addExportCommand(archive: Command): void {
  addDataOption(archive.command('export').description('print the blocks of a directory, a line each'))
    .addOption(new Option('--format <format>', 'a JSON object a line').choices(['jsonl']).default('jsonl'))
    .option('--from <number>', 'the first block (default: the first there is)', parseBlockNumber)
    .option('--to <number>', 'the last block (default: the last there is)', parseBlockNumber)
    .action(async (flags: ExportFlags) => {
      await exportBlocks(flags)
    })
}

async function exportBlocks(flags: ExportFlags): Promise<void> {
  const { signal, release } = stopOnSignals()
  const { data } = flags
  const store = await openStoreReader(data)
  try {
    const [first, last] = store.ends ?? [1, 0]
    const { from = first, to = last } = flags
    if (last < first) throw new CliError(`${data} has no blocks yet.`)
    if (from < first || to > last)
      throw new CliError(`${data} has blocks ${first} to ${last}, not ${from} to ${to}.`)
    const { prefix } = networkOf(store.chainId)
    for await (const block of store.read(from, to)) {
      if (signal.aborted) break
      await writeLine(blockLine(blockFromStore(block, prefix, asyncScheduler.now())))
    }
  } finally {
    await store.close()
    release()
  }
}
