import { type Signal, signal, useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { OPERATION_FAMILIES, type OperationFamily, operationFamily } from '../../view/operation-family.ts'
import { namesIn } from '../../view/names-in.ts'
import type { Feed, FeedLine } from '../../view/reduce-feed.ts'
import { clock, compact, count, moment, words } from '../format.ts'
import { families, feed } from '../live/store.ts'
import { go, place } from '../router.ts'
import { Card, Empty } from './card.tsx'
import { FAMILY_NAMES, FamilyMark, Icon } from './icon.tsx'

const ROWS = 60

/** Families that are shown; none: all. */
const chosen: Signal<ReadonlySet<OperationFamily>> = signal(new Set())
/** What was there when the feed was stopped. */
const stopped: Signal<Feed | undefined> = signal(undefined)

/** Stops the feed, so that it can be read, or lets it go on. */
export function toggleFeed(): void {
  stopped.value = stopped.value === undefined ? feed.value : undefined
}

/** Operations as sentences, the newest first, by family and by what they are about. */
export function OperationFeed(): JSX.Element {
  const about = place.value.searchParams.get('about') ?? ''
  const lines = useComputed(() => select(stopped.value ?? feed.value, chosen.value))
  const shown =
    about === ''
      ? lines.value
      : lines.value.filter((line) => namesIn(line.text).includes(about.toLowerCase()))
  const isStopped = stopped.value !== undefined
  return (
    <Card
      title="Operations"
      class="feed"
      note="in plain English, as asked for by their signers"
      aside={
        <button type="button" class="quiet" aria-pressed={isStopped} onClick={toggleFeed} title="Pause (p)">
          <Icon name={isStopped ? 'play' : 'pause'} />
          {isStopped ? 'Go on' : 'Pause'}
        </button>
      }
    >
      <Chips />
      {about !== '' && <About text={about} />}
      {shown.length === 0 ? (
        <Empty>
          {about === '' && chosen.value.size === 0
            ? 'No operation yet.'
            : 'None of the newest operations is of that kind; they will show here as they come.'}
        </Empty>
      ) : (
        <ol class="feed-lines" role="log" aria-live="off" aria-label="Newest operations">
          {shown
            .slice(-ROWS)
            .reverse()
            .map((line) => (
              <Line key={`${line.blockId}.${line.place.join('.')}`} line={line} />
            ))}
        </ol>
      )}
    </Card>
  )
}

function Chips(): JSX.Element {
  const counts = families.value
  const toggle = (family: OperationFamily): void => {
    const next = new Set(chosen.value)
    if (!next.delete(family)) next.add(family)
    chosen.value = next
  }
  return (
    <div class="chips" role="group" aria-label="Kinds of operations to show">
      <button
        type="button"
        class="chip"
        aria-pressed={chosen.value.size === 0}
        onClick={() => {
          chosen.value = new Set()
        }}
      >
        All
      </button>
      {OPERATION_FAMILIES.map((family) => (
        <button
          key={family}
          type="button"
          class="chip"
          data-family={family}
          aria-pressed={chosen.value.has(family)}
          onClick={() => {
            toggle(family)
          }}
        >
          <Icon name={family} />
          {FAMILY_NAMES[family]}
          <span class="chip-count" title="in the last ten minutes">
            {compact(counts[family])}
          </span>
        </button>
      ))}
    </div>
  )
}

function About({ text }: { readonly text: string }): JSX.Element {
  return (
    <p class="about">
      Only operations about <strong>{text}</strong>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          go('/')
        }}
      >
        <Icon name="close" />
        Show all
      </button>
    </p>
  )
}

function Line({ line }: { readonly line: FeedLine }): JSX.Element {
  const { type, text, transactionId, number, timestamp, isUndone = false } = line
  return (
    <li class={`feed-line${isUndone ? ' is-undone' : ''}`} data-type={type}>
      <FamilyMark family={operationFamily(type)} />
      <div class="feed-text">
        <p>
          <a href={`/transaction/${transactionId}`}>{text}</a>
        </p>
        <p class="feed-meta">
          <span>{words(type)}</span>
          <a href={`/block/${line.blockId}`}>{count(number)}</a>
          <time title={moment(timestamp)}>{clock(timestamp)}</time>
          {isUndone && <span class="badge badge-warn">undone</span>}
        </p>
      </div>
    </li>
  )
}

function select(lines: Feed, wanted: ReadonlySet<OperationFamily>): Feed {
  return wanted.size === 0 ? lines : lines.filter(({ type }) => wanted.has(operationFamily(type)))
}
