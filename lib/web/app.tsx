import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isOutdated, network } from './live/store.ts'
import { BlockView } from './pages/block.tsx'
import { MarketPage } from './pages/market.tsx'
import { NetworkPage } from './pages/network.tsx'
import { Overview } from './pages/overview.tsx'
import { TransactionView } from './pages/transaction.tsx'
import { WitnessesPage } from './pages/witnesses.tsx'
import { Header, nextTheme } from './parts/header.tsx'
import { toggleFeed } from './parts/operation-feed.tsx'
import { focusSearch } from './parts/search.tsx'
import { go, place } from './router.ts'

const isHelpOpen = signal(false)

const KEYS: readonly (readonly [key: string, text: string, act: () => void])[] = [
  ['/', 'search', focusSearch],
  ['o', 'overview', () => go('/')],
  ['f', 'order flow', () => go('/market')],
  ['w', 'witnesses', () => go('/witnesses')],
  ['n', 'network', () => go('/network')],
  ['p', 'pause the operations, or let them go on', toggleFeed],
  ['t', 'dark, light or as the system has it', nextTheme],
  ['?', 'these keys', () => (isHelpOpen.value = !isHelpOpen.value)],
]

/** The whole page. */
export function App(): JSX.Element {
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <Header />
      {isOutdated.value && (
        <p class="banner" role="status">
          The server has a newer page.{' '}
          <button
            type="button"
            class="quiet"
            onClick={() => {
              location.reload()
            }}
          >
            Load it
          </button>
        </p>
      )}
      <main id="main" tabIndex={-1}>
        <Page />
      </main>
      <footer class="foot">
        <p>
          Straight from the peers of {network.value?.name ?? 'the network'}: no API server in between. Times
          are those of your clock.
        </p>
        <p>
          <a class="link" href="/api/status" target="_blank">
            API
          </a>
          <a class="link" href="/licenses.txt" target="_blank">
            Licences
          </a>
          <button type="button" class="quiet" onClick={() => (isHelpOpen.value = true)}>
            Keys <kbd>?</kbd>
          </button>
        </p>
      </footer>
      <Help />
    </>
  )
}

function Page(): JSX.Element {
  const { pathname } = place.value
  const [, kind = '', id = ''] = pathname.split('/')
  switch (kind) {
    case '':
      return <Overview />
    case 'market':
      return <MarketPage />
    case 'witnesses':
      return <WitnessesPage />
    case 'network':
      return <NetworkPage />
    case 'block':
      return <BlockView key={id} at={id} />
    case 'transaction':
      return <TransactionView key={id} id={id} />
    default:
      return (
        <div class="page-head">
          <h1>Nothing here</h1>
          <p>
            There is no page at this address. <a href="/">Overview</a>
          </p>
        </div>
      )
  }
}

function Help(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOpen = isHelpOpen.value
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="help-title"
      onClose={() => (isHelpOpen.value = false)}
      onClick={(event) => {
        if (event.target === dialog.current) isHelpOpen.value = false
      }}
    >
      <h2 id="help-title">Keys</h2>
      <dl>
        {KEYS.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="quiet" onClick={() => (isHelpOpen.value = false)}>
        Close
      </button>
    </dialog>
  )
}

/** Keys that do something wherever one is, but not while one writes. */
export function startKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const { target } = event
    if (
      target instanceof HTMLElement &&
      (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    ) {
      return
    }
    const [, , act] = KEYS.find(([key]) => key === event.key) ?? []
    if (act === undefined) return
    event.preventDefault()
    act()
  })
}
