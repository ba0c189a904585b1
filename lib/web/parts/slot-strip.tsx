import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { SlotCell } from '../../view/reduce-slots.ts'
import { clock, count, counted, latency } from '../format.ts'
import { slots, status } from '../live/store.ts'
import { go } from '../router.ts'
import { witnessHue, witnessNumber } from './witness-mark.tsx'

/** Width of a cell and the gap after it, as in the style sheet. */
const CELL_PX = 24
const STATE_TEXT = { produced: '', missed: 'missed', undone: 'undone' } as const

/** One cell a slot, the newest at the right: whose it was, and what became of it. */
export function SlotStrip(): JSX.Element {
  const frame = useRef<HTMLDivElement>(null)
  const room = useSignal(40)
  /** The time of the slot that is looked at. */
  const chosen = useSignal<number | undefined>(undefined)
  useEffect(() => {
    const { current } = frame
    if (current === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      room.value = Math.max(6, Math.floor((entry?.contentRect.width ?? 0) / CELL_PX))
    })
    observer.observe(current)
    return () => {
      observer.disconnect()
    }
  }, [])
  const shown = slots.value.slice(-room.value)
  const keyOf = ({ timestamp, id = '' }: SlotCell): string => `${timestamp}${id}`
  const index = shown.findIndex(({ timestamp }) => timestamp === chosen.value)
  const focused = index >= 0 ? index : shown.length - 1
  const last = shown[focused]
  const irreversible = status.value?.irreversible?.number

  function move(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -shown.length, End: shown.length }[event.key]
    if (event.key === 'Enter' && last?.id !== undefined) go(`/block/${last.id}`)
    if (step === undefined) return
    event.preventDefault()
    const next = shown[Math.max(0, Math.min(shown.length - 1, focused + step))]
    chosen.value = next?.timestamp
  }

  return (
    <div class="strip">
      <div class="strip-head">
        <h2>Slots</h2>
        <ul class="legend" aria-hidden="true">
          <li>
            <span class="cell cell-produced" style={{ '--hue': 210 }}>
              7
            </span>
            block, by witness
          </li>
          <li>
            <span class="cell cell-missed">×</span>missed
          </li>
          <li>
            <span class="cell cell-undone" style={{ '--hue': 210 }}>
              7
            </span>
            undone
          </li>
          <li>
            <span class="final-key" />
            irreversible
          </li>
        </ul>
      </div>
      <div
        class="cells"
        ref={frame}
        role="slider"
        tabIndex={0}
        aria-label="Slots; arrow keys move, Enter opens the block"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, shown.length - 1)}
        aria-valuenow={Math.max(0, focused)}
        aria-valuetext={last === undefined ? 'none yet' : describe(last)}
        onKeyDown={move}
        onMouseLeave={() => {
          chosen.value = undefined
        }}
        onBlur={() => {
          chosen.value = undefined
        }}
      >
        {shown.map((slot, position) => (
          <Cell
            key={keyOf(slot)}
            slot={slot}
            isFinal={slot.number !== undefined && irreversible !== undefined && slot.number <= irreversible}
            isChosen={chosen.value !== undefined && position === focused}
            onLook={() => {
              chosen.value = slot.timestamp
            }}
          />
        ))}
      </div>
      <p class="strip-line">{last === undefined ? 'Waiting for the first block' : describe(last)}</p>
    </div>
  )
}

function Cell(props: {
  readonly slot: SlotCell
  readonly isFinal: boolean
  readonly isChosen: boolean
  readonly onLook: () => void
}): JSX.Element {
  const { slot, isFinal, isChosen, onLook } = props
  const { state, witness, id } = slot
  const classes = `cell cell-${state}${isFinal ? ' is-final' : ''}${isChosen ? ' is-chosen' : ''}`
  const hue = witness === undefined ? undefined : { '--hue': witnessHue(witness) }
  const text = state === 'missed' ? '×' : witness === undefined ? '' : String(witnessNumber(witness))
  return (
    <span
      class={classes}
      style={hue}
      data-state={state}
      onMouseEnter={onLook}
      onClick={() => {
        if (id === undefined) onLook()
        else go(`/block/${id}`)
      }}
    >
      {text}
    </span>
  )
}

function describe(slot: SlotCell): string {
  const { state, timestamp, witness, witnessName, number, operations = 0, latencyMs } = slot
  const who = witnessName ?? witness ?? 'unknown witness'
  return [
    clock(timestamp),
    who === witness || witness === undefined ? who : `${who} (${witness})`,
    number === undefined ? '' : `block ${count(number)}`,
    STATE_TEXT[state],
    number === undefined ? '' : counted(operations, 'operation'),
    latencyMs === undefined ? '' : `arrived after ${latency(latencyMs)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
