import type { ComponentChildren, JSX } from 'preact'
import type { BlockPage, Standing } from '../../view/page-types.ts'
import { bytes, clock, count, counted, latency, moment, shortId } from '../format.ts'
import { blocks } from '../live/store.ts'
import { place } from '../router.ts'
import { Empty } from '../parts/card.tsx'
import { Icon } from '../parts/icon.tsx'
import { WitnessMark } from '../parts/witness-mark.tsx'
import { useLoaded } from './load.ts'
import { OperationDetails } from './operation-details.tsx'

const STANDINGS: Readonly<Record<Standing, readonly [tone: string, text: string]>> = {
  applied: ['plain', 'on the chain, not final yet'],
  irreversible: ['good', 'irreversible'],
  undone: ['warn', 'undone: the chain went on with another block'],
}

/** Whether a block is on the chain. */
export function StandingBadge({ standing }: { readonly standing: Standing }): JSX.Element {
  const [tone, text] = STANDINGS[standing]
  return <span class={`badge badge-${tone}`}>{text}</span>
}

/** One block, by number or id. */
export function BlockView({ at }: { readonly at: string }): JSX.Element {
  const first = Number(place.value.searchParams.get('first') ?? 0)
  // It may become final or be undone while one looks at it.
  const standing = blocks.value.find(({ id, number }) => id === at || String(number) === at)?.isUndone
  const loaded = useLoaded<BlockPage>(`/api/block/${at}?first=${first}`, standing)
  const { value } = loaded
  if (value.state === 'loading') return <Empty>Loading block {at}</Empty>
  if (value.state === 'missing') {
    return (
      <div class="page-head">
        <h1>Block {shortId(at)}</h1>
        <p>{value.reason}</p>
      </div>
    )
  }
  const block = value.value
  const next = first + block.transactions.length
  const operations = block.transactions.reduce((sum, transaction) => sum + transaction.operations.length, 0)
  return (
    <div class="stack">
      <div class="page-head">
        <p class="crumbs">
          Block
          <StandingBadge standing={block.standing} />
        </p>
        <h1 data-block={block.number}>{count(block.number)}</h1>
        <p class="mono id">{block.id}</p>
        <nav class="neighbours" aria-label="Neighbouring blocks">
          {block.number > 1 && (
            <a class="quiet" href={`/block/${block.previous}`}>
              <span class="flip">
                <Icon name="arrow" />
              </span>
              {count(block.number - 1)}
            </a>
          )}
          <a class="quiet" href={`/block/${block.number + 1}`}>
            {count(block.number + 1)}
            <Icon name="arrow" />
          </a>
          <a class="quiet" href={`/api/block/${block.id}?format=rpc`} target="_blank">
            JSON
          </a>
        </nav>
      </div>
      <section class="card">
        <dl class="facts">
          <Fact name="Time">
            {moment(block.timestamp)} <span class="muted">({clock(block.timestamp)} here)</span>
          </Fact>
          <Fact name="Witness">
            <WitnessMark witness={block.witness} name={block.witnessName} />{' '}
            <span class="muted mono">{block.witness}</span>
          </Fact>
          <Fact name="Arrived">
            {block.latencyMs === undefined
              ? 'while catching up'
              : `${latency(block.latencyMs)} after its slot`}
            {block.peer !== undefined && <span class="muted"> from {block.peer}</span>}
          </Fact>
          <Fact name="Size">
            {bytes(block.sizeBytes)}, {counted(block.transactionCount, 'transaction')}
          </Fact>
          <Fact name="Signature">
            <span class="mono id">{block.witnessSignature}</span>
          </Fact>
        </dl>
      </section>
      {block.unreadBytes !== undefined && (
        <p class="note note-warn">
          {bytes(block.unreadBytes)} at the end of this block are of a later protocol and cannot be read here.
        </p>
      )}
      <section class="card" aria-label="Transactions">
        <header class="card-head">
          <h2>Transactions</h2>
          <p class="card-note">
            {block.transactions.length < block.transactionCount
              ? `${count(first + 1)} to ${count(next)} of ${count(block.transactionCount)}`
              : counted(operations, 'operation')}
          </p>
        </header>
        {block.transactions.length === 0 ? (
          <Empty>This block has none.</Empty>
        ) : (
          <ol class="transactions">
            {block.transactions.map((transaction) => (
              <li key={transaction.id}>
                <p class="transaction-head">
                  <a class="mono id" href={`/transaction/${transaction.id}`}>
                    {transaction.id}
                  </a>
                  <span class="muted">
                    {counted(transaction.operations.length, 'operation')}, {bytes(transaction.sizeBytes)}
                  </span>
                </p>
                {transaction.operations.map((operation, index) => (
                  <OperationDetails key={index} operation={operation} isOpen={false} />
                ))}
              </li>
            ))}
          </ol>
        )}
        {next < block.transactionCount && (
          <a class="quiet" href={`/block/${block.id}?first=${next}`}>
            The next ones
            <Icon name="arrow" />
          </a>
        )}
      </section>
    </div>
  )
}

/** A line of a list of facts. */
export function Fact({
  name,
  children,
}: {
  readonly name: string
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
