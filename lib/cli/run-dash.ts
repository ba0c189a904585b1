import {
  concat,
  config,
  EMPTY,
  fromEvent,
  lastValueFrom,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  scan,
  startWith,
  takeUntil,
  takeWhile,
  tap,
  throttleTime,
} from 'rxjs'
import type { FeedEvent } from '../dash/feed-event.ts'
import { openScreen, type Screen } from '../dash/open-screen.ts'
import { type DashEvent, reduceDash } from '../dash/reduce-dash.ts'
import { renderDash } from '../dash/render-dash.ts'
import { createDashState } from '../dash/view-state.ts'
import { hasColor } from './output.ts'

/** Frames are drawn so often at most. */
const DRAW_MS = 100

/** How a dashboard runs. */
export interface DashRun {
  /** Ends it. */
  readonly signal: AbortSignal
  /** The end of the feed is that of a recording. */
  readonly endsAsOver?: boolean
  /** Takes what is heard; a sentence that it returns is shown. */
  readonly record?: (events: readonly FeedEvent[]) => string | undefined
}

/** Shows a feed on the terminal until the user quits or the signal says so. */
export async function runDash(feed$: Observable<readonly FeedEvent[]>, run: DashRun): Promise<void> {
  const screen = await openScreen(hasColor(process.stdout))
  const { onUnhandledError } = config
  config.onUnhandledError = (error) => {
    screen.close()
    onUnhandledError?.(error)
  }
  try {
    const state$ = eventsOf(feed$, screen, run).pipe(
      scan(reduceDash, createDashState(screen.size)),
      startWith(createDashState(screen.size)),
      takeWhile(({ view }) => !view.isQuitting),
      throttleTime(DRAW_MS, undefined, { leading: true, trailing: true }),
      tap((state) => screen.draw(renderDash(state))),
      takeUntil(fromEvent(run.signal, 'abort')),
    )
    await lastValueFrom(state$, { defaultValue: undefined })
  } finally {
    screen.close()
    config.onUnhandledError = onUnhandledError
  }
}

function eventsOf(
  feed$: Observable<readonly FeedEvent[]>,
  { key$, size$, refresh, suspend }: Screen,
  { endsAsOver = false, record }: DashRun,
): Observable<DashEvent> {
  const heard$ = feed$.pipe(
    mergeMap((events): readonly DashEvent[] => {
      const notice = record?.(events)
      const heard: DashEvent = { type: 'feed', events }
      return notice === undefined ? [heard] : [heard, { type: 'notice', text: notice }]
    }),
  )
  const pressed$ = key$.pipe(
    mergeMap((key): Observable<DashEvent> => {
      // In raw mode these are keys like any other.
      if (key === 'CTRL_C') process.emit('SIGINT')
      else if (key === 'CTRL_Z') suspend()
      else if (key === 'CTRL_L') refresh()
      else return of({ type: 'key', key })
      return EMPTY
    }),
  )
  return merge(
    concat(heard$, endsAsOver ? of<DashEvent>({ type: 'over' }) : EMPTY),
    pressed$,
    size$.pipe(map((size): DashEvent => ({ type: 'resize', size }))),
  )
}
