import { EMPTY_FEED, type FeedState } from './feed-state.ts'

/** The parts of the screen, in the order Tab goes through them. */
export const PANES = ['blocks', 'operations', 'transactions', 'witnesses', 'peers'] as const

/** The name of one of them. */
export type Pane = (typeof PANES)[number]

/** Of a screen, in characters. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

/** How a pane is looked at. */
export interface PaneView {
  /** What the rows are sorted by: an index into the sort keys of the pane. */
  readonly sort: number
  readonly isReversed: boolean
  /** The row the cursor is on, by its key; undefined: the first, whatever it is. */
  readonly selected: string | undefined
  /** Words that a row must have. */
  readonly filter: string
}

/** A block that is looked into. */
export interface DetailView {
  readonly id: string
  /** The operation the cursor is on. */
  readonly selected: number
  /** Whether its members are shown. */
  readonly isOpen: boolean
}

/** What the user made of the screen. */
export interface ViewState {
  readonly size: Size
  /** The pane the keys are for. */
  readonly pane: Pane
  /** Whether it has the whole screen. */
  readonly isAlone: boolean
  readonly panes: Readonly<Record<Pane, PaneView>>
  /** What is being typed after `/`; undefined: nothing is. */
  readonly typed: string | undefined
  readonly isHelp: boolean
  readonly detail: DetailView | undefined
  /** What is shown while the screen stands still. */
  readonly frozen: FeedState | undefined
  /** The recording is over. */
  readonly isOver: boolean
  /** Something went wrong beside the node, such as a recording that cannot be written. */
  readonly notice: string | undefined
  readonly isQuitting: boolean
}

/** Everything a frame is drawn from. */
export interface DashState {
  readonly feed: FeedState
  readonly view: ViewState
}

const FIRST_VIEW: PaneView = { sort: 0, isReversed: false, selected: undefined, filter: '' }

/** The beginning, on a screen of that size. */
export function createDashState(size: Size): DashState {
  const panes = Object.fromEntries(PANES.map((pane) => [pane, FIRST_VIEW])) as Record<Pane, PaneView>
  return {
    feed: EMPTY_FEED,
    view: {
      size,
      pane: 'blocks',
      isAlone: false,
      panes,
      typed: undefined,
      isHelp: false,
      detail: undefined,
      frozen: undefined,
      isOver: false,
      notice: undefined,
      isQuitting: false,
    },
  }
}

/** What is shown: the newest, or what was when the screen was halted. */
export function shownFeed({ feed, view }: DashState): FeedState {
  return view.frozen ?? feed
}
