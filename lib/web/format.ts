const whole = new Intl.NumberFormat('en-US')
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

/** `1,234,567` */
export function count(value: number): string {
  return whole.format(value)
}

/** `1.2K` */
export function compact(value: number): string {
  return value < 10_000 ? whole.format(Math.round(value)) : short.format(value)
}

/** `14:03:27`, where the reader is. */
export function clock(seconds: number): string {
  return time.format(seconds * 1000)
}

/** `25 Nov 2026, 14:03:27 UTC` */
export function moment(seconds: number): string {
  return `${full.format(seconds * 1000)} UTC`
}

/** `84 ms`, `1.2 s` */
export function latency(milliseconds: number): string {
  return Math.abs(milliseconds) < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`
}

/** `5 s`, `3 min`, `2 h`, `4 days` */
export function age(seconds: number): string {
  const past = Math.max(0, seconds)
  if (past < 60) return `${Math.floor(past)} s`
  if (past < 3600) return `${Math.floor(past / 60)} min`
  if (past < 172_800) return `${Math.floor(past / 3600)} h`
  return `${Math.floor(past / 86_400)} days`
}

/** `640 B`, `1.2 kB`, `3.4 MB` */
export function bytes(value: number): string {
  if (value < 1000) return `${value} B`
  if (value < 1_000_000) return `${(value / 1000).toFixed(1)} kB`
  return `${(value / 1_000_000).toFixed(1)} MB`
}

/** `98.4 %` */
export function percent(share: number): string {
  const value = share * 100
  return `${value >= 99.95 || value === 0 ? value.toFixed(0) : value.toFixed(1)} %`
}

/** `1 block`, `2 blocks` */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** `limit order create` */
export function words(type: string): string {
  return type.replaceAll('_', ' ')
}

/** `00000003d2…f01c2080` */
export function shortId(id: string): string {
  return id.length > 20 ? `${id.slice(0, 10)}…${id.slice(-6)}` : id
}
