import { asyncScheduler, type SchedulerLike } from 'rxjs'
import { formatCursor } from '../chain/cursor.ts'
import type { NameBook } from '../names/name-book.ts'
import { namesText } from '../names/names-text.ts'
import { writeAtomically } from './write-atomically.ts'

const SAVE_EVERY_MS = 5 * 60_000

/** Saves a name book to a file as blocks make it grow. */
export interface NamesSaver {
  /** To be called often: saves what is new if the last time is five minutes ago. Failing it only tells: the next may not. */
  save(this: void): Promise<void>
  /** Saves what is new, and tells how to go on from there. Rejects if that fails. */
  finish(this: void): Promise<void>
}

/** `tell` is given what is for people, `scheduler` tells the time. */
export function createNamesSaver(
  path: string,
  names: NameBook,
  tell: (text: string) => void,
  scheduler: SchedulerLike = asyncScheduler,
): NamesSaver {
  const firstId = names.headId
  let savedId = firstId
  let savedAtMs = scheduler.now()
  const write = async (): Promise<void> => {
    const { headId } = names
    savedAtMs = scheduler.now()
    if (headId === savedId) return
    await writeAtomically(path, namesText(names))
    savedId = headId
  }
  return {
    async save() {
      if (scheduler.now() - savedAtMs < SAVE_EVERY_MS) return
      try {
        await write()
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error))
      }
    },
    async finish() {
      if (names.headId === savedId && savedId === firstId) return
      await write()
      const { head, headId } = names
      if (head === undefined || headId === undefined) return
      const cursor = formatCursor({ number: head, id: headId })
      tell(`Names up to block ${head} are in ${path}. To go on: --names ${path} --from ${cursor}`)
    },
  }
}
