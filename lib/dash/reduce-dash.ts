import type { FeedEvent } from './feed-event.ts'
import { reduceFeed } from './reduce-feed.ts'
import { reduceKey } from './reduce-key.ts'
import type { DashState, Size } from './view-state.ts'

/** Everything that changes what the dashboard shows: what was heard of the node, and what happens at the terminal. */
export type DashEvent =
  | { readonly type: 'feed'; readonly events: readonly FeedEvent[] }
  /** A key by the name the screen gives it, or the character it writes. */
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'resize'; readonly size: Size }
  /** A recording is over. */
  | { readonly type: 'over' }
  /** A sentence for the user. */
  | { readonly type: 'notice'; readonly text: string }

/** The dashboard after an event. */
export function reduceDash(state: DashState, event: DashEvent): DashState {
  switch (event.type) {
    case 'feed':
      return { ...state, feed: event.events.reduce(reduceFeed, state.feed) }
    case 'key':
      return reduceKey(state, event.key)
    case 'resize':
      return { ...state, view: { ...state.view, size: event.size } }
    case 'over':
      return { ...state, view: { ...state.view, isOver: true } }
    case 'notice':
      return { ...state, view: { ...state.view, notice: event.text } }
  }
}
