import { existsSync, readdirSync, readFileSync } from 'node:fs'
import test from 'ava'
import { frameLimitOf } from '../lib/transport/frame-limits.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const limits = read('docs/limits.md')

const UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 * 1024, ms: 1, s: 1000 }

/** `16 MiB` or `1500 ms` as a number of bytes or milliseconds. */
function toNumber(cell: string): number {
  const [number = '', unit] = cell.split(' ')
  return Number(number) * (unit === undefined ? 1 : (UNITS[unit] ?? Number.NaN))
}

/** The number a constant or member is given in a source: digits and products of them. */
function valueIn(source: string, name: string): number | undefined {
  const [, expression] = new RegExp(`\\b${name}(?:: number)?(?: =|:) (\\d[\\d_ *]*)`).exec(source) ?? []
  return expression
    ?.replaceAll('_', '')
    .split('*')
    .reduce((product, factor) => product * Number(factor), 1)
}

const named = [...limits.matchAll(/^\| `(\w+)` +\| ([\w ]+?) +\| `([\w/.-]+)` +\|/gm)].map(
  ([, name = '', value = '', file = '']) => ({ name, value, file }),
)

test('every limit is in the code as the page says', (t) => {
  t.true(named.length > 50)
  for (const { name, value, file } of named) {
    t.is(valueIn(read(`lib/${file}`), name), toNumber(value), `${name} in lib/${file}`)
  }
})

test('every exported maximum is on the page', (t) => {
  /** Ranges of types, which bound nothing that grows. */
  const ranges = new Set(['MAX_INSTANCE'])
  const listed = new Set(named.map(({ name }) => name))
  for (const file of readdirSync(new URL('lib', root), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || /^(?:devnet|cli)\//.test(file)) continue
    for (const [, name = ''] of read(`lib/${file}`).matchAll(/^export const (MAX_\w+)/gm)) {
      t.true(listed.has(name) || ranges.has(name), `${name} of lib/${file} is not in docs/limits.md`)
    }
  }
})

test('every message is kept as far as the page says', (t) => {
  const rows = [...limits.matchAll(/^\| (\d{4})[^|]*\| ([\w ]+?) +\| (fault|read past) +\|/gm)]
  t.is(rows.length, 16)
  for (const [, type = '', kept = '', excess = ''] of rows) {
    const expected = { keepBytes: toNumber(kept), excess: excess === 'fault' ? 'fault' : 'truncate' }
    t.deepEqual(frameLimitOf(Number(type)), expected as ReturnType<typeof frameLimitOf>, type)
  }
})

test('links between pages lead somewhere', (t) => {
  for (const page of [
    'README.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'docs/architecture.md',
    'docs/decisions.md',
    'docs/limits.md',
    'docs/names.md',
    'docs/operation.md',
  ]) {
    for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
      t.true(existsSync(new URL(target, new URL(page, root))), `${page} links to ${target}`)
    }
  }
})
