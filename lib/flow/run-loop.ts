import { Observable } from 'rxjs'
import { whileOpen } from './while-open.ts'

/** What a reducer returns: the next state and what should be done about it. */
export type Step<State, Command> = readonly [state: State, commands: readonly Command[]]

export interface Loop<State, Event, Command> {
  readonly event$: Observable<Event>
  /** Called once per subscription, so two subscribers never share a state. */
  createState(): State
  /** Pure. The only place where the state changes. */
  reduce(state: State, event: Event): Step<State, Command>
  /**
   * The only place with side effects. Returns what comes of the command as events, or `undefined` when nothing does:
   * a command that is done when this returns costs no stream. Must not error: a failure is an event too.
   */
  perform(command: Command): Observable<Event> | undefined
}

/**
 * Folds events into states and feeds what the commands bring back in as new events.
 *
 * Emits the state after each event, then performs that event's commands in their order. Events are taken one at a time:
 * one that is raised while another is reduced, emitted or acted on waits for its turn. Each subscription has its own
 * state; unsubscribing cancels every command still under way. Completes when `event$` and all commands have completed;
 * errors when either does, or when `reduce` or `perform` throws.
 */
export function runLoop<State, Event, Command>(loop: Loop<State, Event, Command>): Observable<State> {
  return new Observable<State>((subscriber) => {
    let state = loop.createState()
    let waiting: Event[] = []
    let isRunning = false
    /** `event$` and the commands under way. */
    let running = 1

    const isClosed = (): boolean => subscriber.closed
    const onError = (error: unknown): void => subscriber.error(error)
    const onComplete = (): void => {
      running -= 1
      finish()
    }
    const finish = (): void => {
      if (running === 0 && !isRunning) subscriber.complete()
    }
    const step = (event: Event): void => {
      const [next, commands] = loop.reduce(state, event)
      state = next
      subscriber.next(state)
      for (const command of commands) {
        if (isClosed()) return
        const answer$ = loop.perform(command)
        if (answer$ === undefined) continue
        running += 1
        subscriber.add(answer$.subscribe({ next: onEvent, error: onError, complete: onComplete }))
      }
    }
    const onEvent = (event: Event): void => {
      if (isRunning) {
        waiting.push(event)
        return
      }
      isRunning = true
      try {
        step(event)
        while (waiting.length > 0 && !isClosed()) {
          const batch = waiting
          waiting = []
          for (const later of batch) {
            if (isClosed()) break
            step(later)
          }
        }
      } catch (error) {
        subscriber.error(error)
      } finally {
        isRunning = false
      }
      finish()
    }

    const event$ = loop.event$.pipe(whileOpen(() => !subscriber.closed))
    subscriber.add(event$.subscribe({ next: onEvent, error: onError, complete: onComplete }))
  })
}
