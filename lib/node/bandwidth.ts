/** Samples kept: a minute of seconds. */
export const MAX_BANDWIDTH_SAMPLES = 60

/** Bytes a second over the last minute, newest last. */
export interface Bandwidth {
  readonly received: number[]
  readonly sent: number[]
  total: { received: number; sent: number; at: number }
  /** What connections that are gone have moved. */
  readonly gone: { received: number; sent: number }
}

export function createBandwidth(): Bandwidth {
  return { received: [], sent: [], total: { received: 0, sent: 0, at: 0 }, gone: { received: 0, sent: 0 } }
}

/** Takes a sample: how many bytes all connections have moved since the last one, peers that are gone included. */
export function sampleBandwidth(bandwidth: Bandwidth, received: number, sent: number, at: number): void {
  const { total } = bandwidth
  const seconds = (at - total.at) / 1000
  if (total.at > 0 && seconds > 0) {
    push(bandwidth.received, Math.max(0, received - total.received) / seconds)
    push(bandwidth.sent, Math.max(0, sent - total.sent) / seconds)
  }
  bandwidth.total = { received, sent, at }
}

/** The average of the samples, in bytes a second. */
export function averageOf(samples: readonly number[]): number {
  return samples.length === 0 ? 0 : samples.reduce((sum, each) => sum + each, 0) / samples.length
}

function push(samples: number[], value: number): void {
  samples.push(value)
  if (samples.length > MAX_BANDWIDTH_SAMPLES) samples.shift()
}
