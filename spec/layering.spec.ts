import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import test from 'ava'

const lib = resolve(import.meta.dirname, '../../lib')

/** A folder imports only from folders of a lower number; folders of one number never from each other. */
const LEVEL: Readonly<Record<string, number>> = {
  platform: 0,
  flow: 0,
  wire: 1,
  crypto: 2,
  chain: 3,
  protocol: 3,
  transport: 3,
  messages: 4,
  names: 4,
  store: 4,
  workers: 4,
  http: 4,
  peer: 5,
  inventory: 6,
  sync: 6,
  pool: 6,
  node: 7,
  log: 8,
  metrics: 8,
  devnet: 8,
  dash: 8,
  crawl: 8,
  view: 8,
  serve: 9,
  web: 9,
  cli: 10,
}
/** Folders without streams, sockets, clocks. */
const PURE = new Set(['wire', 'crypto', 'chain', 'protocol', 'messages', 'names', 'view'])

const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(lib, file), 'utf8')
  return [...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
}

for (const file of files) {
  const [folder = ''] = file.split('/')
  if (!file.includes('/')) continue
  test(`${file} imports only from below`, (t) => {
    t.true(folder in LEVEL, `folder ${folder} has no place in the order`)
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) {
        const isStream = specifier === 'rxjs' || specifier.startsWith('rxjs/')
        const isPureFile = PURE.has(folder) || /\/(reduce|choose)-/.test(file)
        const isPlatform = folder === 'platform'
        t.false(isPureFile && (isStream || specifier.startsWith('node:')), `${specifier} in a pure file`)
        if (specifier === 'node:net' && !isPlatform) {
          const isTypeOnly = readFileSync(join(lib, file), 'utf8').includes(
            `import type { Socket } from 'node:net'`,
          )
          t.true(folder === 'transport' || isTypeOnly, 'node:net outside transport')
        }
        if (specifier === 'winston') t.is(folder, 'log')
        continue
      }
      const target = relative(lib, resolve(lib, dirname(file), specifier))
      const [other = ''] = target.split('/')
      if (other === folder || !target.includes('/')) continue
      t.true((LEVEL[other] ?? 99) < (LEVEL[folder] ?? -1), `${folder} imports ${target}`)
    }
  })
}

test('the page runs in a browser, so it takes nothing but what is pure and is shown', (t) => {
  for (const file of files.filter((each) => each.startsWith('web/'))) {
    for (const specifier of importsOf(file)) {
      t.false(specifier.startsWith('node:') || specifier === 'rxjs', `${file} imports ${specifier}`)
      if (!specifier.startsWith('.')) continue
      const target = relative(lib, resolve(lib, dirname(file), specifier))
      t.regex(target, /^(?:web|view)\//, `${file} imports ${target}`)
    }
  }
})

test('nothing from outside lib is imported', (t) => {
  for (const file of files) {
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) continue
      t.false(
        relative(lib, resolve(lib, dirname(file), specifier)).startsWith('..'),
        `${file} imports ${specifier}`,
      )
    }
  }
})
