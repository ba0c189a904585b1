import { type Signal, signal } from '@preact/signals'

/** Path and query of what is shown. */
export const place: Signal<URL> = signal(new URL(location.href))

/** Shows another place of this page. */
export function go(path: string): void {
  if (path === `${place.value.pathname}${place.value.search}`) return
  history.pushState(undefined, '', path)
  place.value = new URL(location.href)
  window.scrollTo(0, 0)
}

/** Follows links within the page without loading it again. */
export function startRouter(): void {
  addEventListener('popstate', () => {
    place.value = new URL(location.href)
  })
  document.addEventListener('click', (event) => {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return
    const link = event.target.closest('a')
    const path = link?.getAttribute('href') ?? ''
    if (!path.startsWith('/') || path.startsWith('/api') || link?.hasAttribute('target') === true) return
    event.preventDefault()
    go(path)
  })
}
