import type { JSX } from 'preact'
import { blocks, connection, network, now } from '../live/store.ts'
import { chooseTheme, theme, type Theme } from '../live/theme.ts'
import { place } from '../router.ts'
import { Icon, type IconName } from './icon.tsx'
import { Search } from './search.tsx'

const PAGES = [
  ['/', 'Overview'],
  ['/market', 'Order flow'],
  ['/witnesses', 'Witnesses'],
  ['/network', 'Network'],
] as const

const THEMES: Readonly<
  Record<Theme, { readonly next: Theme; readonly icon: IconName; readonly text: string }>
> = {
  system: { next: 'dark', icon: 'system', text: 'Colours as the system has them' },
  dark: { next: 'light', icon: 'moon', text: 'Dark' },
  light: { next: 'system', icon: 'sun', text: 'Light' },
}

/** The next way of colours, in turn. */
export function nextTheme(): void {
  chooseTheme(THEMES[theme.value].next)
}

export function Header(): JSX.Element {
  return (
    <header class="top">
      <div class="top-line">
        <a href="/" class="brand" aria-label="rx-bitshares, overview">
          <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M7 12.500 12 9.600l5 2.900v5.800l-5 2.900-5-2.900z" />
            <path d="M15 17.300l5-2.900 5 2.900v5.800l-5 2.900-5-2.900z" />
          </svg>
          <span class="brand-name">rx-bitshares</span>
        </a>
        <NetworkName />
        <nav class="nav" aria-label="Pages">
          {PAGES.map(([path, text]) => (
            <a key={path} href={path} aria-current={place.value.pathname === path ? 'page' : undefined}>
              {text}
            </a>
          ))}
        </nav>
        <Search />
        <ConnectionState />
        <ThemeButton />
      </div>
    </header>
  )
}

function NetworkName(): JSX.Element | null {
  const { value } = network
  if (value === undefined) return null
  return (
    <span class="network-name" title={`Chain ${value.chainId}`}>
      {value.name}
    </span>
  )
}

function ThemeButton(): JSX.Element {
  const { icon, text } = THEMES[theme.value]
  return (
    <button
      type="button"
      class="round"
      onClick={nextTheme}
      title={`${text} (t)`}
      aria-label={`Colours: ${text}`}
    >
      <Icon name={icon} />
    </button>
  )
}

function ConnectionState(): JSX.Element {
  const { value } = connection
  const text = {
    loading: 'Loading',
    live: 'Live',
    paused: 'Paused',
    away: 'Reconnecting',
  }[value.state]
  const inSeconds = value.state === 'away' ? Math.max(0, Math.ceil((value.retryAt - now.value) / 1000)) : 0
  return (
    <span class={`live live-${value.state}`}>
      <span class="live-dot" key={blocks.value.at(-1)?.id} aria-hidden="true" />
      <span role="status">{text}</span>
      {inSeconds > 0 && <span class="live-wait"> in {inSeconds} s</span>}
    </span>
  )
}
