/** Minutes kept: an hour of them. */
export const MAX_BANDWIDTH_MINUTES = 60
/** Samples kept: a minute of seconds. */
export const MAX_BANDWIDTH_SAMPLES = 60

/** Bytes a second over the last minute, second by second, newest last; and over whole minutes before. */
export interface Bandwidth {
  readonly received: number[]
  readonly sent: number[]
  readonly minutes: { readonly received: number[]; readonly sent: number[] }
  /** Samples since the last whole minute. */
  sinceMinute: number
  total: { received: number; sent: number; at: number }
  /** What connections that are gone have moved. */
  readonly gone: { received: number; sent: number }
}

export function createBandwidth(): Bandwidth {
  return {
    received: [],
    sent: [],
    minutes: { received: [], sent: [] },
    sinceMinute: 0,
    total: { received: 0, sent: 0, at: 0 },
    gone: { received: 0, sent: 0 },
  }
}

/** Takes a sample: how many bytes all connections have moved since the last one, peers that are gone included. */
export function sampleBandwidth(bandwidth: Bandwidth, received: number, sent: number, at: number): void {
  const { total } = bandwidth
  const seconds = (at - total.at) / 1000
  if (total.at > 0 && seconds > 0) {
    push(bandwidth.received, Math.max(0, received - total.received) / seconds, MAX_BANDWIDTH_SAMPLES)
    push(bandwidth.sent, Math.max(0, sent - total.sent) / seconds, MAX_BANDWIDTH_SAMPLES)
    bandwidth.sinceMinute += 1
    if (bandwidth.sinceMinute === MAX_BANDWIDTH_SAMPLES) endMinute(bandwidth)
  }
  bandwidth.total = { received, sent, at }
}

/** The average of the samples, in bytes a second. */
export function averageOf(samples: readonly number[]): number {
  return samples.length === 0 ? 0 : samples.reduce((sum, each) => sum + each, 0) / samples.length
}

/** As core counts them (`node.cpp`, `_average_network_read_speed_minutes`). */
function endMinute(bandwidth: Bandwidth): void {
  const { minutes, received, sent } = bandwidth
  push(minutes.received, averageOf(received), MAX_BANDWIDTH_MINUTES)
  push(minutes.sent, averageOf(sent), MAX_BANDWIDTH_MINUTES)
  bandwidth.sinceMinute = 0
}

function push(samples: number[], value: number, most: number): void {
  samples.push(value)
  if (samples.length > most) samples.shift()
}
