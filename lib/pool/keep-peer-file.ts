import { readFileSync, statSync } from 'node:fs'
import {
  catchError,
  defer,
  exhaustMap,
  finalize,
  from,
  interval,
  map,
  type Observable,
  of,
  type SchedulerLike,
} from 'rxjs'
import { type PeerContent, readPeerFile } from './peer-file.ts'
import { setAside, writeFileAtomically, writeFileAtomicallySync } from './write-file.ts'

/** How often the peers are written down. */
export const PEER_FILE_EVERY_MS = 300_000
/** A file that is larger is not one of ours. */
export const MAX_PEER_FILE_SIZE_BYTES: number = 8 * 1024 * 1024

/** What a node knows of a run before. */
export interface LoadedPeers {
  readonly content: PeerContent | undefined
  /** What somebody should know about the file, in one sentence. */
  readonly notice: string | undefined
}

/**
 * Reads the peers of an earlier run. Never throws: a file that cannot be used is set aside, so that it is not written over,
 * and the node begins without it.
 */
export function loadPeerFile(path: string, chainId: string): LoadedPeers {
  let text: string
  try {
    if (statSync(path).size > MAX_PEER_FILE_SIZE_BYTES) return notUsed(path, 'broken', 'it is far too large')
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { content: undefined, notice: undefined }
    return { content: undefined, notice: `cannot read the peers in ${path}: ${messageOf(error)}` }
  }
  const read = readPeerFile(text, chainId)
  switch (read.result) {
    case 'broken':
      return notUsed(path, 'broken', read.reason)
    case 'otherChain': {
      const name = /^[0-9a-f]{8}/.exec(read.chainId)?.[0] ?? 'other'
      return notUsed(path, `chain-${name}`, 'its peers are those of another chain')
    }
    case 'read': {
      const { skipped } = read.content
      const notice =
        skipped === 0 ? undefined : `${skipped} rows of ${path} could not be read and are left out`
      return { content: read.content, notice }
    }
  }
}

/** What became of writing. */
export type PeerFileEvent =
  | { readonly type: 'peersWritten'; readonly path: string }
  /** In one sentence; it is tried again the next time. */
  | { readonly type: 'peersNotWritten'; readonly path: string; readonly message: string }

export interface KeepOptions {
  /** The text to write, made when it is written. */
  print(this: void): string
  /** Default 5 minutes. */
  readonly everyMs?: number
  /** Default: the machine's clock. */
  readonly scheduler?: SchedulerLike
  /** Told what became of the last writing, when nobody subscribes any more. */
  onLast?(this: void, event: PeerFileEvent): void
}

/**
 * Writes a file again and again, and once more when it is unsubscribed.
 *
 * Cold; emits an event for each writing while it runs, never completes, never errors. The last writing is done before
 * unsubscribing returns.
 */
export function keepPeerFile(
  path: string,
  { print, everyMs = PEER_FILE_EVERY_MS, scheduler, onLast }: KeepOptions,
): Observable<PeerFileEvent> {
  const written: PeerFileEvent = { type: 'peersWritten', path }
  const failed = (error: unknown): PeerFileEvent => ({
    type: 'peersNotWritten',
    path,
    message: `cannot write the peers to ${path}: ${messageOf(error)}`,
  })
  return defer(() => {
    let isRunning = true
    function writeOnce(): Observable<PeerFileEvent> {
      return defer(() => from(writeFileAtomically(path, print(), { isWanted: () => isRunning }))).pipe(
        map(() => written),
        catchError((error: unknown) => of(failed(error))),
      )
    }
    return interval(everyMs, scheduler).pipe(
      exhaustMap(writeOnce),
      finalize(() => {
        isRunning = false
        try {
          writeFileAtomicallySync(path, print())
          onLast?.(written)
        } catch (error) {
          onLast?.(failed(error))
        }
      }),
    )
  })
}

function notUsed(path: string, suffix: string, reason: string): LoadedPeers {
  const notice = `the peers in ${path} are not used: ${reason}; ${setAside(path, suffix)}`
  return { content: undefined, notice }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
