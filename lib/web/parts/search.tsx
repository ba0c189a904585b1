import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Found } from '../../view/page-types.ts'
import { go } from '../router.ts'
import { Icon } from './icon.tsx'

const FIELD = 'search'

/** Puts the cursor into the search field. */
export function focusSearch(): void {
  const field = document.getElementById(FIELD)
  if (field instanceof HTMLInputElement) {
    field.focus()
    field.select()
  }
}

/** A field for a block number, an id, an account; what it finds is gone to. */
export function Search(): JSX.Element {
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState('')

  async function find(): Promise<void> {
    const text = field.current?.value.trim() ?? ''
    if (text === '') return
    setProblem('')
    try {
      const answer = await fetch(`/api/find/${encodeURIComponent(text.slice(0, 200))}`)
      if (!answer.ok) {
        const { error } = (await answer.json()) as { readonly error: string }
        setProblem(error)
        return
      }
      const found = (await answer.json()) as Found
      if (field.current !== null) {
        field.current.value = ''
        field.current.blur()
      }
      go(pathOf(found))
    } catch {
      setProblem('The server does not answer at the moment.')
    }
  }

  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        void find()
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        id={FIELD}
        type="search"
        placeholder="Block, transaction or account"
        aria-label="Search for a block number, an id or an account"
        aria-describedby="search-problem"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        maxLength={200}
        onInput={() => {
          setProblem('')
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <kbd aria-hidden="true">/</kbd>
      <p id="search-problem" class={`search-problem ${problem === '' ? 'is-empty' : ''}`} role="alert">
        {problem}
      </p>
    </form>
  )
}

function pathOf(found: Found): string {
  if (found.kind === 'block') return `/block/${found.id === '' ? found.number : found.id}`
  if (found.kind === 'transaction') return `/transaction/${found.id}`
  return `/?about=${encodeURIComponent(found.name ?? found.id)}`
}
