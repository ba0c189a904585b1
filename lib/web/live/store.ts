import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { NetworkInfo } from '../../view/page-types.ts'
import { currentRates, familiesOf } from '../../view/reduce-throughput.ts'
import { continuesView, EMPTY_VIEW, reduceView, type ViewState } from '../../view/reduce-view.ts'
import type { ViewEvent } from '../../view/view-event.ts'

/**
 * How the page stands with its server: `loading` before the first data, `live`, or `away` since and until when it is tried
 * again, in milliseconds by this machine.
 */
export type Connection =
  | { readonly state: 'loading' }
  | { readonly state: 'live' }
  | { readonly state: 'paused' }
  | { readonly state: 'away'; readonly retryAt: number }

/** Everything the server told. Parts of it are signals of their own, so that only what changed is drawn. */
export const view: Signal<ViewState> = signal(EMPTY_VIEW)
export const network: Signal<NetworkInfo | undefined> = signal(undefined)
export const connection: Signal<Connection> = signal({ state: 'loading' })
/** Whether another page is served now than the one that runs. */
export const isOutdated: Signal<boolean> = signal(false)
/** When the newest status came, in milliseconds by this machine. */
export const statusAt: Signal<number> = signal(0)
/** Now, to the second; see {@link startClock}. */
export const now: Signal<number> = signal(0)

export const blocks: ReadonlySignal<ViewState['blocks']> = computed(() => view.value.blocks)
export const feed: ReadonlySignal<ViewState['feed']> = computed(() => view.value.feed)
export const throughput: ReadonlySignal<ViewState['throughput']> = computed(() => view.value.throughput)
export const slots: ReadonlySignal<ViewState['slots']> = computed(() => view.value.slots)
export const witnesses: ReadonlySignal<ViewState['witnesses']> = computed(() => view.value.witnesses)
export const mempool: ReadonlySignal<ViewState['mempool']> = computed(() => view.value.mempool)
export const orders: ReadonlySignal<ViewState['orders']> = computed(() => view.value.orders)
export const status: ReadonlySignal<ViewState['status']> = computed(() => view.value.status)
export const peers: ReadonlySignal<ViewState['peers']> = computed(() => view.value.peers)

export const rates: ReadonlySignal<ReturnType<typeof currentRates>> = computed(() =>
  currentRates(throughput.value.points),
)
/** Operations of each family in the last ten minutes. */
export const families: ReadonlySignal<ReturnType<typeof familiesOf>> = computed(() =>
  familiesOf(throughput.value.minutes, 10),
)

/** Takes in what happened. Returns false where something is missing in between: then the page has to be loaded anew. */
export function applyEvents(events: readonly ViewEvent[]): boolean {
  return batch(() => {
    let next = view.value
    for (const event of events) {
      if (!continuesView(next, event)) return false
      next = reduceView(next, event)
      if (event.type === 'status') statusAt.value = Date.now()
    }
    view.value = next
    return true
  })
}

/** Keeps {@link now} going. */
export function startClock(): void {
  const tick = (): void => {
    now.value = Date.now()
  }
  tick()
  setInterval(tick, 1000)
}
