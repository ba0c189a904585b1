import { type Signal, signal } from '@preact/signals'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'theme'

/** What was chosen; `public/theme.js` has put it on the page before. */
export const theme: Signal<Theme> = signal(stored())
/** Whether the page is dark now. */
export const isDark: Signal<boolean> = signal(false)

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** Chooses, for this visit and the next ones. */
export function chooseTheme(choice: Theme): void {
  theme.value = choice
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
  try {
    if (choice === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, choice)
  } catch {
    // Where nothing may be stored the choice is for this visit.
  }
  notice()
}

function notice(): void {
  isDark.value = theme.value === 'dark' || (theme.value === 'system' && prefersDark.matches)
}

function stored(): Theme {
  const { theme: chosen } = document.documentElement.dataset
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

prefersDark.addEventListener('change', notice)
notice()
