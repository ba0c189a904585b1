import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** Something that is asked of the server. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'missing'; readonly reason: string }

/** What the server says at an address, asked again when the address or `again` changes. */
export function useLoaded<T>(path: string, again?: unknown): Signal<Loaded<T>> {
  const loaded = useSignal<Loaded<T>>({ state: 'loading' })
  useEffect(() => {
    const controller = new AbortController()
    async function load(): Promise<void> {
      try {
        const answer = await fetch(path, { signal: controller.signal })
        const json = (await answer.json()) as T & { readonly error?: string }
        loaded.value = answer.ok
          ? { state: 'there', value: json }
          : { state: 'missing', reason: json.error ?? 'The server does not know.' }
      } catch {
        if (!controller.signal.aborted) {
          loaded.value = { state: 'missing', reason: 'The server does not answer at the moment.' }
        }
      }
    }
    void load()
    return () => {
      controller.abort()
    }
  }, [path, again])
  return loaded
}
