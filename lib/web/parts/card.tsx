import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'

interface CardProps {
  readonly title: string
  /** Beside the title, at the end of its line. */
  readonly aside?: ComponentChildren
  /** Under the title, in small letters. */
  readonly note?: ComponentChildren
  readonly class?: string
  readonly children: ComponentChildren
}

/** A part of the page with a heading. */
export function Card({ title, aside, note, class: name = '', children }: CardProps): JSX.Element {
  const id = useId()
  return (
    <section class={`card ${name}`} aria-labelledby={id}>
      <header class="card-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <p class="card-note">{note}</p>}
        {aside !== undefined && <div class="card-aside">{aside}</div>}
      </header>
      {children}
    </section>
  )
}

/** A choice of one of a few. */
export function Choice<T extends string>(props: {
  readonly label: string
  readonly options: readonly (readonly [value: T, text: string])[]
  readonly value: T
  readonly onChoose: (value: T) => void
}): JSX.Element {
  const { label, options, value, onChoose } = props
  return (
    <div class="choice" role="group" aria-label={label}>
      {options.map(([option, text]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => {
            onChoose(option)
          }}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

/** Where there is nothing yet. */
export function Empty({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p class="empty">{children}</p>
}
