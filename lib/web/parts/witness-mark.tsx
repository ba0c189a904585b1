import type { JSX } from 'preact'

/** The number in a witness's id. */
export function witnessNumber(witness: string): number {
  return Number(witness.slice(4))
}

/** A hue of its own for each witness; those of neighbours are far apart. */
export function witnessHue(witness: string): number {
  return Math.round((witnessNumber(witness) * 137.508) % 360)
}

/** Name (or id) of a witness, with its colour. */
export function WitnessMark(props: {
  readonly witness: string
  readonly name?: string | undefined
}): JSX.Element {
  const { witness, name } = props
  return (
    <span class="witness">
      <span class="witness-dot" style={{ '--hue': witnessHue(witness) }} aria-hidden="true" />
      <span class="witness-name" title={name === undefined ? undefined : witness}>
        {name ?? witness}
      </span>
    </span>
  )
}
