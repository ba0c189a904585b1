import { asyncScheduler, type SchedulerLike } from 'rxjs'
import { StoreError } from '../errors.ts'
import { checkTail } from './check-tail.ts'
import { createDiskStore, type DiskStore, type OpenedFiles } from './disk-store.ts'
import { type LevelFiles, openLevelFiles } from './level-files.ts'
import { previousOf } from './link-run.ts'
import { makeDirectory, readLabel, type StoreLabel, writeLabel } from './store-directory.ts'

export interface DiskStoreOptions {
  /** Made where there is none. One process at a time. */
  readonly directory: string
  /** 64 hex digits. A directory of another chain is refused. Default: what the directory says. */
  readonly chainId?: string
  /** Drives the pauses while the disk is full. Default: the machine's clock. */
  readonly scheduler?: SchedulerLike
}

/**
 * Opens a store on disk. What was durable is there after the process was killed at any moment.
 *
 * Rejects with {@link StoreError}: `UNAVAILABLE` without the library, `LOCKED`, `WRONG_CHAIN`, `WRONG_VERSION`, `DAMAGED`,
 * `DISK_FULL` or `IO`.
 */
export async function openDiskStore(options: DiskStoreOptions): Promise<DiskStore> {
  const { directory, scheduler = asyncScheduler } = options
  const label = checkChain(options, await readLabel(directory))
  await makeDirectory(directory)
  const files = await openLevelFiles(directory)
  try {
    const chainId = await labelOpened(options, files, label)
    return createDiskStore({ directory, chainId, files, ...(await findSpan(directory, files)) }, scheduler)
  } catch (error) {
    await files.close()
    throw error
  }
}

function checkChain(
  { directory, chainId }: DiskStoreOptions,
  label: StoreLabel | undefined,
): StoreLabel | undefined {
  if (label === undefined && chainId === undefined)
    throw new StoreError('WRONG_VERSION', `${directory} is not a directory in which blocks are kept`)
  if (label !== undefined && chainId !== undefined && label.chainId !== chainId) {
    throw new StoreError(
      'WRONG_CHAIN',
      `${directory} holds blocks of chain ${label.chainId}, not of ${chainId}: choose another directory`,
    )
  }
  return label
}

/** Labels a directory that has no label yet, now that nobody else can. Resolves with its chain id. */
async function labelOpened(
  options: DiskStoreOptions,
  files: LevelFiles,
  label: StoreLabel | undefined,
): Promise<string> {
  const known = label ?? checkChain(options, await readLabel(options.directory))
  if (known !== undefined) return known.chainId
  if ((await files.ends()) !== undefined) {
    throw new StoreError(
      'WRONG_VERSION',
      `${options.directory} has blocks, but nothing that says of which chain`,
    )
  }
  const chainId = options.chainId as string
  await writeLabel(options.directory, chainId)
  return chainId
}

/** What the files hold. Blocks behind the last good one are taken away. */
async function findSpan(directory: string, files: LevelFiles): Promise<Pick<OpenedFiles, 'span' | 'cut'>> {
  const ends = await files.ends()
  if (ends === undefined) return { span: undefined, cut: undefined }
  const [lowest, highest] = ends
  const tail = await checkTail(files, lowest, highest)
  if (tail === undefined) {
    throw new StoreError(
      'DAMAGED',
      `the blocks in ${directory} end with more damage than can be cut off: delete the directory, and they are fetched again`,
    )
  }
  const { first, last } = tail
  const span = {
    first: first.number,
    base: previousOf(first.raw),
    last: { number: last.number, id: last.id },
  }
  if (last.number === highest) return { span, cut: undefined }
  const cut = [last.number + 1, highest] as const
  await files.commit([{ removed: cut, blocks: [] }])
  return { span, cut }
}
