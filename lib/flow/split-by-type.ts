import {
  defer,
  ignoreElements,
  merge,
  Observable,
  type Observer,
  type OperatorFunction,
  share,
  Subject,
  tap,
} from 'rxjs'

/** Something with a discriminating `type`. */
export interface Typed {
  readonly type: string | number
}

/** One stream, seen by type. */
export interface ByType<Message extends Typed> {
  /**
   * The messages of one type.
   *
   * Hot, any number of subscribers; completes and errors with the source. Finding the subscribers of a message takes
   * one look-up, however many types are listened for.
   */
  of<Type extends Message['type']>(type: Type): Observable<Extract<Message, { readonly type: Type }>>
  /** Every message, before those who asked for its type get it. Hot, as {@link of}. */
  readonly all$: Observable<Message>
}

/**
 * Splits a stream by the `type` of its messages, over one subscription to it.
 *
 * The source is subscribed with the first subscriber of any type and unsubscribed with the last. For a source that
 * emits while it is being subscribed, or that cannot be subscribed twice, use {@link connectByType}.
 */
export function splitByType<Message extends Typed>(message$: Observable<Message>): ByType<Message> {
  const splitter = createSplitter<Message>()
  const connection$ = message$.pipe(
    tap(splitter),
    ignoreElements(),
    share({
      connector: () => new Subject<never>(),
      resetOnError: true,
      resetOnComplete: true,
      resetOnRefCountZero: true,
    }),
  )
  const messages: ByType<Message> = {
    of: (type) => merge(splitter.of(type), connection$),
    all$: merge(splitter.all$, connection$),
  }
  return messages
}

/**
 * Splits a stream by type within `project`, whose result is subscribed before the source is: nothing is missed.
 *
 * The source is subscribed once for each subscription and stays so, whoever listens at the moment, until the result
 * ends or is unsubscribed. Completes and errors with the result of `project`.
 */
export function connectByType<Message extends Typed, Result>(
  project: (messages: ByType<Message>) => Observable<Result>,
): OperatorFunction<Message, Result> {
  return (message$) =>
    new Observable<Result>((subscriber) => {
      const splitter = createSplitter<Message>()
      subscriber.add(project(splitter).subscribe(subscriber))
      if (!subscriber.closed) subscriber.add(message$.subscribe(splitter))
    })
}

/** Hands each message to its type's subscribers. After the end it begins anew, for the next subscription. */
function createSplitter<Message extends Typed>(): ByType<Message> & Observer<Message> {
  let every$ = new Subject<Message>()
  let channels = new Map<Message['type'], Subject<Message>>()

  function channelOf(type: Message['type']): Subject<Message> {
    const known$ = channels.get(type)
    if (known$ !== undefined) return known$
    const channel$ = new Subject<Message>()
    channels.set(type, channel$)
    return channel$
  }
  const end = (tell: (observer: Observer<Message>) => void): void => {
    const ended = [every$, ...channels.values()]
    every$ = new Subject<Message>()
    channels = new Map()
    ended.forEach(tell)
  }

  const splitter: ByType<Message> & Observer<Message> = {
    of: <Type extends Message['type']>(type: Type) =>
      // The key is the discriminant, so what comes through its channel has that type.
      defer(() => channelOf(type) as unknown as Observable<Extract<Message, { readonly type: Type }>>),
    all$: defer(() => every$),
    next(message) {
      every$.next(message)
      channels.get(message.type)?.next(message)
    },
    error(error: unknown) {
      end((observer) => observer.error(error))
    },
    complete() {
      end((observer) => observer.complete())
    },
  }
  return splitter
}
