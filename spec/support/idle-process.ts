import type { BuildFigures, ProcessFigures } from '../../lib/metrics/figures.ts'

/** A process that does nothing. */
export const IDLE_PROCESS: ProcessFigures = {
  residentBytes: 1,
  heapBytes: 2,
  externalBytes: 3,
  cpuSeconds: 4,
  uptimeSeconds: 5,
  loopDelay: { meanSeconds: 0.001, p99Seconds: 0.002, maxSeconds: 0.003 },
}

export const BUILD: BuildFigures = { version: '1.2.3', node: 'v20', signatures: 'noble' }
