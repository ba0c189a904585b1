import { closeSync, openSync, writeSync } from 'node:fs'
import type { FeedEvent } from '../dash/feed-event.ts'
import { toRecordingLines } from '../dash/recording.ts'
import { CliError } from './exit-codes.ts'

/** A recording ends at this size. An hour of a devnet takes about 25 MB. */
const MAX_RECORDING_BYTES = 1024 * 1024 * 1024

/** A file that what the dashboard hears is written to. */
export interface FeedRecorder {
  /** Writes events. Returns a sentence when from now on nothing more is written. */
  add(events: readonly FeedEvent[]): string | undefined
  close(): void
}

/** Begins a recording. Throws a {@link CliError} when the file cannot be written. */
export function recordFeed(path: string): FeedRecorder {
  let file: number | undefined = open(path)
  let size = 0
  const stop = (): void => {
    if (file !== undefined) closeSync(file)
    file = undefined
  }
  return {
    add(events) {
      if (file === undefined) return undefined
      const lines = Buffer.from(toRecordingLines(events))
      if (size + lines.length > MAX_RECORDING_BYTES) {
        stop()
        return 'The recording has reached 1 GiB and ends here.'
      }
      try {
        // Whole batches at once: what was interrupted ends with a whole line.
        for (let written = 0; written < lines.length;) written += writeSync(file, lines, written)
        size += lines.length
        return undefined
      } catch (error) {
        stop()
        return `The recording ends here: ${reasonOf(error)}`
      }
    },
    close: stop,
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    throw new CliError(`cannot write ${path}: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
