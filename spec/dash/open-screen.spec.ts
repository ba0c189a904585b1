import { readdirSync, readFileSync } from 'node:fs'
import test from 'ava'

const lib = new URL('../../../lib/', import.meta.url)

test('the terminal library is loaded in one place, and only when a screen is opened', (t) => {
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const uses = files.flatMap((file) =>
    readFileSync(new URL(file, lib), 'utf8')
      .split('\n')
      .filter((line) => line.includes("'terminal-kit'"))
      .map((line) => `${file}: ${line.trim()}`),
  )
  t.deepEqual(uses, [
    "dash/open-screen.ts: import type { ScreenBuffer as Buffer } from 'terminal-kit'",
    "dash/open-screen.ts: const { default: termkit } = await import('terminal-kit')",
  ])
})

test('no other command loads the dashboard', (t) => {
  const uses = readdirSync(new URL('cli', lib), { encoding: 'utf8' }).filter((file) =>
    /^import (?!type)[^\n]*from '(?:\.\.\/dash\/|\.\/(?:start|run)-dash)/m.test(
      readFileSync(new URL(`cli/${file}`, lib), 'utf8'),
    ),
  )
  t.deepEqual(uses.sort(), ['record-feed.ts', 'run-dash.ts', 'start-dash.ts'])
})
