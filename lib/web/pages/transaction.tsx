import type { JSX } from 'preact'
import type { TransactionAnswer } from '../../view/page-types.ts'
import { bytes, count, counted, moment, shortId } from '../format.ts'
import { mempool } from '../live/store.ts'
import { Empty } from '../parts/card.tsx'
import { Fact, StandingBadge } from './block.tsx'
import { useLoaded } from './load.ts'
import { OperationDetails } from './operation-details.tsx'

/** One transaction. */
export function TransactionView({ id }: { readonly id: string }): JSX.Element {
  // A pending one is asked for again when it gets into a block.
  const state = mempool.value.traced.find((each) => each.id === id)?.state
  const { value } = useLoaded<TransactionAnswer>(`/api/transaction/${id}`, state)
  if (value.state === 'loading') return <Empty>Loading transaction {shortId(id)}</Empty>
  if (value.state === 'missing') {
    return (
      <div class="page-head">
        <h1>Transaction</h1>
        <p class="mono id">{id}</p>
        <p>{value.reason}</p>
      </div>
    )
  }
  const answer = value.value
  const { transaction } = answer
  const block = answer.state === 'included' ? answer.block : undefined
  const waited = mempool.value.traced.find((each) => each.id === id)?.waitMs
  return (
    <div class="stack">
      <div class="page-head">
        <p class="crumbs">
          Transaction
          {block === undefined ? (
            <span class="badge badge-plain">waiting for a block</span>
          ) : (
            <StandingBadge standing={block.standing} />
          )}
        </p>
        <h1 class="mono id" data-transaction={id}>
          {id}
        </h1>
      </div>
      <section class="card">
        <dl class="facts">
          <Fact name="Block">
            {block === undefined ? (
              'none yet'
            ) : (
              <>
                <a class="link" href={`/block/${block.id}`}>
                  {count(block.number)}
                </a>
                <span class="muted">
                  {' '}
                  as number {count(answer.state === 'included' ? answer.index + 1 : 0)},{' '}
                  {moment(block.timestamp)}
                </span>
              </>
            )}
          </Fact>
          <Fact name="Seen before">
            {answer.state === 'pending'
              ? `since ${moment(answer.heardAt / 1000)}`
              : waited === undefined
                ? 'no'
                : `${(waited / 1000).toFixed(2)} s before its block`}
          </Fact>
          <Fact name="Expires">{moment(transaction.expiration)}</Fact>
          <Fact name="Signed by">{counted(transaction.signatures, 'key')}</Fact>
          <Fact name="Size">{bytes(transaction.sizeBytes)}</Fact>
        </dl>
      </section>
      <section class="card" aria-label="Operations">
        <header class="card-head">
          <h2>Operations</h2>
          <p class="card-note">{counted(transaction.operations.length, 'operation')}</p>
        </header>
        {transaction.operations.map((operation, place) => (
          <OperationDetails key={place} operation={operation} isOpen={transaction.operations.length <= 3} />
        ))}
      </section>
    </div>
  )
}
