import { batch } from '@preact/signals'
import type { NetworkInfo } from '../../view/page-types.ts'
import type { ViewState } from '../../view/reduce-view.ts'
import type { ViewEvent } from '../../view/view-event.ts'
import { applyEvents, connection, isOutdated, network, statusAt, view } from './store.ts'

/** What is asked for first: everything, and the place in the chain that it stands at. */
interface Snapshot {
  readonly version: string
  readonly network: NetworkInfo
  readonly cursor: string
  readonly view: ViewState
}

const EVENTS = ['block', 'undo', 'mempool', 'status', 'peers'] as const
/** Pauses between attempts, which grow; a part of each is left to chance, so that not everybody comes back at once. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000]
/** About how long a browser waits before it comes back; the server asks for so much. */
const BROWSER_PAUSE_MS = 1500
/** The server says something every 15 seconds. */
const SILENCE_MS = 40_000
/** A page that nobody sees lets its stream go after a while: it goes on where it was when it is looked at. */
const HIDDEN_PAUSE_MS = 60_000
/** While nobody looks, what came is taken in so often. */
const HIDDEN_FLUSH_MS = 500

/** Follows the server from now on, whatever becomes of the connection. */
export function connect(): void {
  let source: EventSource | undefined
  let cursor: string | undefined
  let version: string | undefined
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let waiting: ViewEvent[] = []
  let isFlushing = false
  let heardAt = 0

  async function load(): Promise<void> {
    try {
      const answer = await fetch('/api/snapshot')
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      const snapshot = (await answer.json()) as Snapshot
      batch(() => {
        noteVersion(snapshot.version)
        network.value = snapshot.network
        // What is undefined is not in JSON.
        view.value = { ...snapshot.view, status: snapshot.view.status }
        statusAt.value = Date.now()
      })
      waiting = []
      cursor = snapshot.cursor
      listen()
    } catch {
      tryAgain()
    }
  }

  function listen(): void {
    source?.close()
    const stream = new EventSource(`/events?cursor=${encodeURIComponent(cursor ?? '')}`)
    source = stream
    heardAt = Date.now()
    stream.addEventListener('hello', (event) => {
      failures = 0
      heardAt = Date.now()
      connection.value = { state: 'live' }
      noteVersion((JSON.parse(event.data as string) as { readonly version: string }).version)
    })
    stream.addEventListener('reset', reload)
    for (const type of EVENTS) stream.addEventListener(type, onEvent)
    stream.addEventListener('heartbeat', () => {
      heardAt = Date.now()
    })
    stream.addEventListener('error', () => {
      // The browser comes back by itself, and says with `Last-Event-ID` where it was. When it gives up, we do the same.
      if (stream.readyState === EventSource.CLOSED) tryAgain()
      else connection.value = { state: 'away', retryAt: Date.now() + BROWSER_PAUSE_MS }
    })
  }

  function onEvent(event: MessageEvent<string>): void {
    heardAt = Date.now()
    if (event.lastEventId !== '') cursor = event.lastEventId
    waiting.push(JSON.parse(event.data) as ViewEvent)
    if (isFlushing) return
    isFlushing = true
    if (document.hidden) setTimeout(flush, HIDDEN_FLUSH_MS)
    else requestAnimationFrame(flush)
  }

  function flush(): void {
    isFlushing = false
    const events = waiting
    waiting = []
    if (!applyEvents(events)) reload()
  }

  function reload(): void {
    source?.close()
    void load()
  }

  function tryAgain(): void {
    if (connection.value.state === 'paused') return
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0
    failures += 1
    const waitMs = pause * (0.75 + Math.random() / 2)
    connection.value = { state: 'away', retryAt: Date.now() + waitMs }
    clearTimeout(retry)
    retry = setTimeout(resume, waitMs)
  }

  function resume(): void {
    if (cursor === undefined) void load()
    else listen()
  }

  function noteVersion(served: string): void {
    version ??= served
    if (served !== version) isOutdated.value = true
  }

  // A machine that slept may have a connection that is none any more, and of which nobody tells.
  setInterval(() => {
    if (connection.value.state === 'live' && Date.now() - heardAt > SILENCE_MS) listen()
  }, SILENCE_MS / 4)

  let hiding: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding)
    if (document.hidden) {
      hiding = setTimeout(() => {
        clearTimeout(retry)
        source?.close()
        connection.value = { state: 'paused' }
      }, HIDDEN_PAUSE_MS)
    } else if (connection.value.state === 'paused') {
      connection.value = { state: 'loading' }
      resume()
    }
  })
  void load()
}
