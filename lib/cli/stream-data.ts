import { asyncScheduler } from 'rxjs'
import type { Cursor } from '../chain/cursor.ts'
import { blockFromStore } from '../node/block-from-store.ts'
import type { ChainEvent } from '../node/chain-event.ts'
import type { NetworkDescription } from '../node/networks.ts'
import type { NodeOptions } from '../node/options.ts'
import type { BlockStore } from '../store/block-store.ts'
import { openStore } from '../store/open-store.ts'
import { CliError, EXIT } from './exit-codes.ts'
import { cutSentence, isOfOtherChain } from './open-data.ts'

/** The blocks that a stream has on disk, and where it begins. */
export interface StreamData {
  readonly store: BlockStore
  /** The blocks that are there, from the first that is wanted on. */
  replay(): AsyncIterable<ChainEvent>
  /** Whether an event of the network is wanted: the stream may begin above the store's end. */
  isWanted(this: void, event: ChainEvent): boolean
}

/** Where a stream begins, as far as a store tells. */
interface Beginning {
  readonly number: number
  /** Seconds since 1970. */
  readonly time?: number
}

/** Opens the directory of a stream, or blocks in memory where there can be none, and says what has to be said. */
export async function openStreamData(
  directory: string,
  { chainId, prefix }: NetworkDescription,
  from: NodeOptions['from'],
): Promise<StreamData> {
  const store = await open(directory, chainId)
  try {
    const { number, time = 0 } = await findBeginning(store, directory, from)
    return {
      store,
      async *replay() {
        for await (const stored of store.read(number)) {
          yield { type: 'block_applied', block: blockFromStore(stored, prefix, asyncScheduler.now()) }
        }
      },
      isWanted: ({ block }) => block.number >= number && block.timestamp >= time,
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

async function open(directory: string, chainId: string): Promise<BlockStore> {
  try {
    const opened = await openStore({ directory, chainId })
    if (opened.kind === 'memory') console.error(`${opened.why}. This run keeps them in memory.`)
    else if (opened.store.cut !== undefined) console.error(cutSentence(opened.store.cut))
    return opened.store
  } catch (error) {
    throw isOfOtherChain(error) ? new CliError(error.message, EXIT.wrongChain) : error
  }
}

async function findBeginning(
  store: BlockStore,
  directory: string,
  from: NodeOptions['from'] = 'head',
): Promise<Beginning> {
  const [first, last] = [await store.first(), await store.last()]
  if (first === undefined || last === undefined) return { number: 0 }
  if (from === 'head') return { number: last.number + 1 }
  if (from instanceof Date)
    return findTime(store, first.number, last.number, Math.ceil(from.getTime() / 1000))
  if (typeof from === 'object') await checkCursor(store, directory, from, last)
  const number = from === 'genesis' ? 1 : typeof from === 'number' ? Math.max(1, from) : from.number + 1
  if (number < first.number)
    throw new CliError(`${directory} begins with block ${first.number}: --from is before that.`, EXIT.usage)
  return { number }
}

/** A cursor that is not in the store any more names a block that was undone. */
async function checkCursor(
  store: BlockStore,
  directory: string,
  cursor: Cursor,
  last: Cursor,
): Promise<void> {
  if (cursor.number > last.number || (await store.get(cursor.id)) !== undefined) return
  const first = await store.first()
  if (cursor.number < (first?.number ?? 0)) return
  throw new CliError(
    `Block ${cursor.number} of ${directory} is another than ${cursor.id}, which was undone: begin earlier.`,
  )
}

/** The first block not before a time, by halving what is left; if that is none of the store, what comes next. */
async function findTime(store: BlockStore, first: number, last: number, time: number): Promise<Beginning> {
  let [low, high] = [first, last + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const raw = await store.get(middle)
    if (raw !== undefined && timeOf(raw) < time) low = middle + 1
    else high = middle
  }
  return { number: low, time }
}

/** Seconds since 1970, behind the 20 bytes of the id of the block before. */
function timeOf(raw: Uint8Array): number {
  return new DataView(raw.buffer, raw.byteOffset).getUint32(20, true)
}
