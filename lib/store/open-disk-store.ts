import { asyncScheduler, type SchedulerLike } from 'rxjs'
import { StoreError } from '../errors.ts'
import { createDiskStore, type DiskStore } from './disk-store.ts'
import { findSpan } from './find-span.ts'
import { type LevelFiles, openLevelFiles } from './level-files.ts'
import { openStateFile, type StateFile } from './state-file.ts'
import { makeDirectory, readLabel, type StoreLabel, writeLabel } from './store-directory.ts'

export interface DiskStoreOptions {
  /** Made where there is none. One process at a time. */
  readonly directory: string
  /** 64 hex digits. A directory of another chain is refused. */
  readonly chainId: string
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
  const { directory, chainId, scheduler = asyncScheduler } = options
  const label = checkChain(options, await readLabel(directory))
  await makeDirectory(directory)
  const files = await openLevelFiles(directory)
  let stateFile: StateFile | undefined
  try {
    if (label === undefined) await labelOpened(options, files)
    stateFile = await openStateFile(directory)
    const { span, sequence, useless, lost } = await findSpan(directory, files, stateFile.state)
    if (useless !== undefined) await files.commit([{ removed: useless, blocks: [] }], sequence)
    const opened = { directory, chainId, files, stateFile, span, cut: lost }
    // From here on nothing is missing any more: it was told, and is fetched again.
    if (lost !== undefined) await stateFile.write(span === undefined ? undefined : { ...span, sequence })
    return createDiskStore(
      { ...opened, sequence: Math.max(sequence, stateFile.state?.sequence ?? 0) },
      scheduler,
    )
  } catch (error) {
    await stateFile?.close()
    await files.close()
    throw error
  }
}

function checkChain(
  { directory, chainId }: DiskStoreOptions,
  label: StoreLabel | undefined,
): StoreLabel | undefined {
  if (label !== undefined && label.chainId !== chainId) {
    throw new StoreError(
      'WRONG_CHAIN',
      `${directory} holds blocks of chain ${label.chainId}, not of ${chainId}: choose another directory`,
    )
  }
  return label
}

/** Labels a directory that had no label, now that nobody else can. */
async function labelOpened(options: DiskStoreOptions, files: LevelFiles): Promise<void> {
  const { directory, chainId } = options
  // Whoever was faster may have been here and gone.
  if (checkChain(options, await readLabel(directory)) !== undefined) return
  if ((await files.ends()) !== undefined) {
    throw new StoreError('WRONG_VERSION', `${directory} has blocks, but nothing that says of which chain`)
  }
  await writeLabel(directory, chainId)
}
