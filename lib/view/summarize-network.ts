import type { MappedNode, NetworkMap } from './read-nodes.ts'

/** How many of something there are. */
export interface Share {
  readonly text: string
  readonly count: number
  /** Whether it is out of the ordinary. */
  readonly isOdd: boolean
}

/** A network map in figures. */
export interface NetworkSummary {
  readonly total: number
  readonly reachable: number
  readonly versions: readonly Share[]
  readonly platforms: readonly Share[]
  readonly countries: readonly Share[]
  /** By how far heads are behind. */
  readonly lags: readonly Share[]
  readonly clocks: readonly Share[]
  /** Nodes whose head does not move. */
  readonly stuck: readonly MappedNode[]
  readonly seeds: readonly MappedNode[]
}

/** A head that is older counts as stuck, in seconds. */
export const STUCK_AFTER_SECONDS = 120
/** The same in blocks, where a node did not say the time of its head. */
export const STUCK_AFTER_BLOCKS = 100
/** Kinds that are listed; the rest is one more. */
const LISTED = 8

const LAGS: readonly (readonly [text: string, belowSeconds: number, isOdd: boolean])[] = [
  ['under 10 s', 10, false],
  ['under 2 min', STUCK_AFTER_SECONDS, false],
  ['under 1 h', 3600, true],
  ['under 1 day', 86_400, true],
  ['longer', Infinity, true],
]

const CLOCKS: readonly (readonly [text: string, belowMs: number, isOdd: boolean])[] = [
  ['−2 s or less', -2000, true],
  ['−2 to −0.5 s', -500, false],
  ['within 0.5 s', 500, false],
  ['0.5 to 2 s', 2000, false],
  ['2 s or more', Infinity, true],
]

export function summarizeNetwork({ nodes }: NetworkMap): NetworkSummary {
  const reachable = nodes.filter(({ isReachable }) => isReachable)
  const highest = Math.max(0, ...reachable.map(({ headNumber = 0 }) => headNumber))
  const lags = reachable.flatMap(({ headAgeSeconds: age }) => (age === undefined ? [] : [age]))
  const clocks = reachable.flatMap(({ clockOffsetMs: offset }) => (offset === undefined ? [] : [offset]))
  return {
    total: nodes.length,
    reachable: reachable.length,
    versions: countTexts(reachable.map(({ userAgent, revision }) => userAgent ?? revision ?? 'not told')),
    platforms: countTexts(reachable.map(({ platform }) => platform ?? 'not told')),
    countries: countTexts(reachable.flatMap(({ country }) => (country === undefined ? [] : [country]))),
    lags: countSteps(lags, LAGS),
    clocks: countSteps(clocks, CLOCKS),
    stuck: reachable.filter((node) => isLate(node, highest)),
    seeds: nodes.filter(({ isSeed }) => isSeed),
  }
}

/** Whether a node's head does not move, `highest` being that of the network. */
export function isLate(node: MappedNode, highest: number): boolean {
  const { isStuck, headAgeSeconds, headNumber } = node
  if (isStuck) return true
  if (headAgeSeconds !== undefined) return headAgeSeconds >= STUCK_AFTER_SECONDS
  return headNumber !== undefined && highest - headNumber >= STUCK_AFTER_BLOCKS
}

function countTexts(texts: readonly string[]): readonly Share[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const sorted = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  const shares = sorted.slice(0, LISTED).map(([text, count]): Share => ({ text, count, isOdd: false }))
  const rest = sorted.slice(LISTED).reduce((sum, [, count]) => sum + count, 0)
  return rest === 0 ? shares : [...shares, { text: 'others', count: rest, isOdd: false }]
}

function countSteps(
  values: readonly number[],
  steps: readonly (readonly [text: string, below: number, isOdd: boolean])[],
): readonly Share[] {
  return steps.map(([text, below, isOdd], index) => {
    const from = steps[index - 1]?.[1] ?? -Infinity
    return { text, count: values.filter((value) => value >= from && value < below).length, isOdd }
  })
}
