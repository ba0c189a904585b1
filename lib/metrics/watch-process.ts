import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ProcessFigures } from './figures.ts'

/** The event loop is looked at so often. */
const RESOLUTION_MS = 20
const NANOSECONDS = 1e9
const NO_DELAY = { meanSeconds: 0, p99Seconds: 0, maxSeconds: 0 }

/** Looks at this process. */
export interface ProcessWatch {
  /** How it stands; the delay of the event loop is that since the last call. */
  read(): ProcessFigures
  stop(this: void): void
}

/** Begins to measure the event loop, until it is stopped. */
export function watchProcess(): ProcessWatch {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  return {
    read() {
      const { rss, heapUsed, external } = process.memoryUsage()
      const { user, system } = process.cpuUsage()
      // Without a sample the mean is not a number. What is measured holds the pause between two looks itself.
      const toDelay = (nanoseconds: number): number =>
        Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1000)
      const loopDelay = Number.isNaN(delay.mean)
        ? NO_DELAY
        : {
            meanSeconds: toDelay(delay.mean),
            p99Seconds: toDelay(delay.percentile(99)),
            maxSeconds: toDelay(delay.max),
          }
      delay.reset()
      return {
        residentBytes: rss,
        heapBytes: heapUsed,
        externalBytes: external,
        cpuSeconds: (user + system) / 1e6,
        uptimeSeconds: process.uptime(),
        loopDelay,
      }
    },
    stop() {
      delay.disable()
    },
  }
}
