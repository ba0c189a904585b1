import { found, refuse } from './value-fault.ts'

// The times of a block lie close together, so most texts are made once.
const CACHE_SIZE = 256
const cachedSeconds = new Float64Array(CACHE_SIZE).fill(-1)
const cachedText: string[] = new Array<string>(CACHE_SIZE).fill('')

/** Seconds since 1970 as core prints them: `2024-03-19T05:42:57`, UTC (`fc/src/time.cpp`, `time_point_sec::to_iso_string`). */
export function timeToText(seconds: number): string {
  const slot = seconds & (CACHE_SIZE - 1)
  if (cachedSeconds[slot] === seconds) return cachedText[slot] as string
  const text = new Date(seconds * 1000).toISOString().slice(0, 19)
  cachedSeconds[slot] = seconds
  cachedText[slot] = text
  return text
}

const DELIMITED = /^(\d{4})-(\d{1,2})-(\d{1,2})T(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d*)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?:[.,]\d*)?$/
const MAX_SECONDS = 0xffffffff

/** The reverse of {@link timeToText}; a fraction of a second is dropped, and `20240319T054257` is read too, as core does. */
export function timeFromText(text: unknown): number {
  if (typeof text !== 'string')
    return refuse(`expected a time like 2024-03-19T05:42:57, found ${found(text)}`)
  const match = DELIMITED.exec(text) ?? COMPACT.exec(text)
  if (match === null) return refuse(`expected a time like 2024-03-19T05:42:57 (UTC), found ${found(text)}`)
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!exists || hour > 23 || minute > 59 || second > 59) return refuse(`there is no time ${found(text)}`)
  const seconds = date.getTime() / 1000 + hour * 3600 + minute * 60 + second
  if (seconds < 0 || seconds > MAX_SECONDS) return refuse(`${found(text)} is outside 1970 to 2106`)
  return seconds
}
