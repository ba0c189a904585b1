const BYTE_UNITS = ['B', 'k', 'M', 'G', 'T'] as const

/** Bytes in at most six characters: `512B`, `3.2k`, `48.1M`. */
export function bytesText(bytes: number): string {
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1)}${BYTE_UNITS[unit] ?? ''}`
}

/** A time that passed, in at most seven characters: `35 ms`, `1.24 s`, `12.3 s`, `5 min`, `3.1 h`, `12 d`. */
export function durationText(ms: number): string {
  const sign = ms < 0 ? '-' : ''
  const value = Math.abs(ms)
  if (value < 999.5) return `${sign}${value.toFixed(0)} ms`
  const seconds = value / 1000
  if (seconds < 9.995) return `${sign}${seconds.toFixed(2)} s`
  if (seconds < 99.95) return `${sign}${seconds.toFixed(1)} s`
  if (seconds < 5400) return `${sign}${Math.round(seconds / 60)} min`
  const hours = seconds / 3600
  return hours < 48 ? `${sign}${hours.toFixed(1)} h` : `${sign}${Math.round(hours / 24)} d`
}

/** A time in whole seconds, for what changes every second: `4 s`, `3 min`, `2.5 h`. */
export function ageText(seconds: number): string {
  const value = Math.max(0, seconds)
  return value < 99.5 ? `${Math.floor(value)} s` : durationText(value * 1000)
}

/** A rate with as many digits as say something, in at most five characters. */
export function rateText(rate: number): string {
  if (rate === 0) return '0'
  if (rate < 9.95) return rate.toFixed(1)
  return rate < 99_999.5 ? rate.toFixed(0) : `${(rate / 1000).toFixed(0)}k`
}

/** A share of one in percent: `7 %`, `100 %`. Nearly all is not all, and hardly any is not none. */
export function percentText(share: number): string {
  const percent = Math.round(share * 100)
  if (percent === 100 && share < 1) return '99 %'
  return `${percent === 0 && share > 0 ? 1 : percent} %`
}

/** Time of day of a moment in seconds since 1970, UTC. */
export function clockText(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? '--:--:--' : date.toISOString().slice(11, 19)
}

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** Numbers as bars, the newest at the right end; each is measured by the largest shown. */
export function sparkline(values: readonly number[], columns: number): string {
  const shown = values.slice(-columns)
  const largest = Math.max(...shown, 0)
  const bars = shown.map((value) =>
    value <= 0 ? ' ' : (LEVELS[Math.min(7, Math.floor((value / largest) * 8))] ?? ' '),
  )
  return bars.join('').padStart(columns)
}
