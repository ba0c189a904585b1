import { readFileSync } from 'node:fs'
import test from 'ava'

const css = readFileSync(new URL('../../../lib/web/styles/tokens.css', import.meta.url), 'utf8')

type Colours = Readonly<Record<string, string>>

/** The colours of a block of the style sheet. */
function coloursIn(block: string): Colours {
  const colours: Record<string, string> = {}
  for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g))
    colours[name] = value
  return colours
}

/** The block that a selector opens, the first or the second of it. */
function blockOf(selector: string): string {
  const start = css.indexOf(`${selector} {`)
  return css.slice(start, css.indexOf('}', start))
}

const THEMES: Readonly<Record<string, Colours>> = {
  light: coloursIn(blockOf(':root')),
  dark: coloursIn(blockOf(":root[data-theme='dark']")),
  'dark by the system': coloursIn(blockOf(":root:not([data-theme='light'])")),
}

/** Text and what it stands on. */
const PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ...['bg', 'surface', 'sunken', 'accent-soft'].flatMap((ground) => [
    ['ink', ground] as const,
    ['ink-2', ground] as const,
  ]),
  ['ink-3', 'bg'],
  ['ink-3', 'surface'],
  ['ink-3', 'sunken'],
  ['accent', 'surface'],
  ['accent', 'bg'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['good', 'surface'],
  ['good', 'good-soft'],
  ['warn', 'surface'],
  ['warn', 'warn-soft'],
  ['bad', 'surface'],
  ['bad', 'bad-soft'],
  ['buy', 'surface'],
  ['sell', 'surface'],
]

/** WCAG 2.2, 1.4.3: text of this size needs that much. */
const LEAST = 4.5

for (const [theme, colours] of Object.entries(THEMES)) {
  test(`text can be read in ${theme} colours`, (t) => {
    t.true(Object.keys(colours).length > 15)
    for (const [text, ground] of PAIRS) {
      const contrast = contrastOf(colours[text] ?? '', colours[ground] ?? '')
      t.true(contrast >= LEAST, `${text} on ${ground}: ${contrast.toFixed(2)}`)
    }
  })
}

test('dark is the same whether the system or the reader wants it', (t) => {
  t.deepEqual(THEMES['dark'], THEMES['dark by the system'])
})

function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
