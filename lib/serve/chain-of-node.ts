import { concatMap, defer, from, map, type Observable } from 'rxjs'
import type { Node } from '../node/create-node.ts'
import type { ChainChange, PageSource, SlotChange } from './page-source.ts'

/** What a page is made of, from a node without `chain$` and `witness$`: slots from the times of blocks. */
export function toPageSource(node: Node, blockIntervalSeconds: number): PageSource {
  return {
    chain$: node.block$.pipe(map((block): ChainChange => ({ type: 'block_applied', block }))),
    slot$: toSlots(node, blockIntervalSeconds),
    trx$: node.trx$,
    peers$: node.peers$,
    status$: node.status$,
  }
}

function toSlots(node: Node, intervalSeconds: number): Observable<SlotChange> {
  return defer(() => {
    let last: number | undefined
    return node.block$.pipe(
      concatMap(({ timestamp, witness, cursor }) => {
        const missed = last === undefined ? 0 : Math.round((timestamp - last) / intervalSeconds) - 1
        last = timestamp
        const slots = Array.from({ length: Math.max(0, Math.min(missed, 128)) }, (_, index): SlotChange => ({
          timestamp: timestamp - (missed - index) * intervalSeconds,
          witness: undefined,
          isProduced: false,
          isUndone: false,
        }))
        return from([
          ...slots,
          { timestamp, witness, isProduced: true, isUndone: false, block: cursor } satisfies SlotChange,
        ])
      }),
    )
  })
}
