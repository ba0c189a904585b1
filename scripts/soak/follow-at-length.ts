import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { LongRunReport } from './long-run.ts'

export interface LongFollowed {
  readonly blocks: number
  /** Growth of the resident memory, in MiB an hour, over the later two thirds of the run. */
  readonly slopeMiBPerHour: number
  readonly residentMiB: number
  /** Most timers and sockets at any look. */
  readonly timers: number
  readonly sockets: number
  readonly dials: number
  readonly problems: readonly string[]
}

export interface LongFollowOptions {
  readonly chainId: string
  readonly peers: readonly string[]
  /** The id of a block as it was made. */
  readonly idOf: (number: number) => string | undefined
}

/** More than a node with a handful of peers needs: each connection has a few, each dial one. */
const MAX_TIMERS = 60
const MAX_SOCKETS = 20
/** A run that falls so far behind has stopped. */
const MAX_BEHIND_BLOCKS = 300

/** Follows in one process and one go until `end` is called, which returns what came of it. */
export function followAtLength(
  { chainId, peers, idOf }: LongFollowOptions,
  headNumber: () => number,
): { end(): Promise<LongFollowed> } {
  const script = fileURLToPath(new URL('long-run.js', import.meta.url))
  const child = spawn(process.execPath, [script, chainId, ...peers], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const startedAt = performance.now()
  const problems: string[] = []
  const looks: { readonly hours: number; readonly report: LongRunReport }[] = []

  createInterface({ input: child.stdout }).on('line', (line) => {
    const report = JSON.parse(line) as LongRunReport
    looks.push({ hours: (performance.now() - startedAt) / 3_600_000, report })
    problems.push(...report.problems)
    if (report.number > 0 && report.id !== idOf(report.number))
      problems.push(`block ${report.number} has another id`)
    if (report.timers > MAX_TIMERS) problems.push(`${report.timers} timers`)
    if (report.sockets > MAX_SOCKETS) problems.push(`${report.sockets} sockets`)
  })

  return {
    async end() {
      const behind = headNumber() - (looks.at(-1)?.report.number ?? 0)
      if (behind > MAX_BEHIND_BLOCKS) problems.push(`the long run is ${behind} blocks behind`)
      if (child.exitCode !== null) problems.push(`the long run ended with ${child.exitCode}`)
      child.kill()
      await closed
      const later = looks.slice(Math.floor(looks.length / 3))
      const most = (pick: (report: LongRunReport) => number): number =>
        Math.max(0, ...looks.map(({ report }) => pick(report)))
      const last = looks.at(-1)?.report
      return {
        blocks: last?.blocks ?? 0,
        slopeMiBPerHour: Math.round(slopeOf(later.map(({ hours, report }) => [hours, report.residentMiB]))),
        residentMiB: last?.residentMiB ?? 0,
        timers: most(({ timers }) => timers),
        sockets: most(({ sockets }) => sockets),
        dials: last?.dials ?? 0,
        problems,
      }
    },
  }
}

/** The slope of the straight line that fits best. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const count = points.length
  if (count < 2) return 0
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const variance = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  return variance === 0 ? 0 : covariance / variance
}
