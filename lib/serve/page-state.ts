import type { Names } from '../names/names.ts'
import type { Block } from '../node/block.ts'
import type { PeerStatus, Status } from '../node/events.ts'
import { EMPTY_VIEW, reduceView, type ViewState } from '../view/reduce-view.ts'
import { encodeEvent } from './encode-event.ts'
import { EventClients } from './event-clients.ts'
import { createEncoder, encodeFiltered, encodeStep } from './filtered-events.ts'
import { type ChainStep, Journal } from './journal.ts'
import { RecentBlocks } from './recent-blocks.ts'
import type { NodeStep } from './watch-node.ts'

/** What is served, as it stands: the view, the last steps of the chain, the newest blocks, and who listens. */
export class PageState {
  view: ViewState = EMPTY_VIEW
  status: Status | undefined
  peers: readonly PeerStatus[] = []
  readonly journal: Journal = new Journal()
  readonly recent: RecentBlocks = new RecentBlocks()
  readonly clients: EventClients

  /** `prefix` is what keys begin with as text. */
  constructor(names: Names, prefix: string, onDropped: (reason: string) => void) {
    const encode = createEncoder((entry, filter) => encodeFiltered(entry, filter, names, prefix))
    this.clients = new EventClients(this.journal, encode, onDropped)
  }

  /** Takes in what happened, and tells it. */
  apply(step: NodeStep, atMs: number): void {
    this.view = reduceView(this.view, step.event)
    switch (step.type) {
      case 'block': {
        const { block } = step.event
        this.#keep(step.block, block.latencyMs)
        this.#push({ type: 'block', block, raw: step.block.raw }, atMs)
        return
      }
      case 'undo':
        this.recent.undo(step.event.id)
        this.#push(step.event, atMs)
        return
      case 'status':
        this.status = step.status
        break
      case 'peers':
        this.peers = step.peers
        break
      case 'mempool':
        break
    }
    this.clients.tell(step.type, encodeEvent({ event: step.type, data: step.event }))
  }

  #push(step: ChainStep, atMs: number): void {
    this.journal.push(step, encodeStep(step))
    this.clients.advance(atMs)
  }

  #keep(block: Block, latencyMs: number | undefined): void {
    const { number, id, raw, received } = block
    const { at: receivedAt, peer } = received
    this.recent.add(
      { number, id, raw, receivedAt: Math.round(receivedAt), peer, latencyMs, isUndone: false },
      block.transactions.map((transaction) => transaction.id),
    )
  }
}
