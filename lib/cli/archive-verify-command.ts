import { type Command, Option } from 'commander'
import { openStoreReader } from '../store/open-store-reader.ts'
import { verifyStore } from '../store/verify-store.ts'
import { createCounter } from './count-progress.ts'
import { CliError } from './exit-codes.ts'
import { addDataOption, networkOf } from './open-data.ts'
import { writeLine } from './output.ts'
import { stopOnSignals } from './stopping.ts'

interface VerifyFlags {
  readonly data: string
  readonly format?: 'json' | 'pretty'
}

/** Problems that are told one by one; further ones are counted. */
const MAX_TOLD_PROBLEMS = 1000

/** `archive verify`: whether everything in a directory is what it should be. */
export function addVerifyCommand(archive: Command): void {
  addDataOption(archive.command('verify').description('check every link, id and merkle root of a directory'))
    .addOption(
      new Option('--format <format>', 'default: pretty on a terminal, else json').choices(['json', 'pretty']),
    )
    .action(async (flags: VerifyFlags) => {
      await verify(flags)
    })
}

async function verify({ data, format }: VerifyFlags): Promise<void> {
  const isPretty = (format ?? (process.stdout.isTTY ? 'pretty' : 'json')) === 'pretty'
  const { signal, release } = stopOnSignals()
  const store = await openStoreReader(data)
  const count = { blocks: 0, problems: 0, unchecked: 0 }
  try {
    const [first, last] = store.ends ?? [1, 0]
    const counter = createCounter('blocks', last - first + 1)
    for await (const found of verifyStore(store, networkOf(store.chainId).prefix)) {
      if (signal.aborted) break
      count.blocks += found.last - found.first + 1
      count.unchecked += Number(found.isUnchecked)
      counter.show(count.blocks)
      if (found.problem === undefined) continue
      count.problems += 1
      if (count.problems > MAX_TOLD_PROBLEMS) continue
      counter.clear()
      await writeLine(isPretty ? found.problem : problemLine(found.first, found.last, found.problem))
    }
    counter.clear()
    await writeLine(
      isPretty
        ? sentence(first, last, count)
        : JSON.stringify({ first_block_num: first, last_block_num: last, ...count }),
    )
  } finally {
    await store.close()
    release()
  }
  if (count.problems > 0)
    throw new CliError(`${data} is damaged: ${count.problems} of its blocks or more are not right.`)
}

function problemLine(first: number, last: number, problem: string): string {
  return JSON.stringify({ block_num: first, ...(last > first ? { last_block_num: last } : {}), problem })
}

function sentence(
  first: number,
  last: number,
  {
    blocks,
    problems,
    unchecked,
  }: { readonly blocks: number; readonly problems: number; readonly unchecked: number },
): string {
  if (last < first) return 'There are no blocks.'
  const seen =
    blocks === last - first + 1 ? `Blocks ${first} to ${last}` : `${blocks} blocks from ${first} on`
  const partly =
    unchecked > 0
      ? ` ${unchecked} have operations of a later protocol, so their merkle roots are not checked.`
      : ''
  return `${seen}: ${problems === 0 ? 'every link, id and merkle root is right' : `${problems} problems`}.${partly}`
}
