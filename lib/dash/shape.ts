import { UsageError } from '../errors.ts'
import { cleanText } from '../names/clean-text.ts'

/** Reads a value that comes from a file of JSON lines: checked, bounded, and nothing kept that nobody asked for. */
export type Shape<T> = (value: unknown, path: string) => T

/** What a shape reads. */
export type ShapeOf<S> = S extends Shape<infer T> ? T : never

type Members<S extends Readonly<Record<string, Shape<unknown>>>> = { readonly [K in keyof S]: ShapeOf<S[K]> }

/** Text of at most so many characters; longer text is cut, and what steers a terminal is taken out. */
export function text(maxLength: number): Shape<string> {
  return (value, path) => {
    if (typeof value !== 'string') return refuse(path, 'a text')
    return cleanText(value, maxLength)
  }
}

/** A finite number. */
export const number: Shape<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(path, 'a number')

/** True or false. */
export const flag: Shape<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuse(path, 'true or false')

/** One of some texts. */
export function oneOf<const T extends string>(...texts: readonly T[]): Shape<T> {
  return (value, path) => texts.find((each) => each === value) ?? refuse(path, `one of ${texts.join(', ')}`)
}

/** What may be missing. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, path) => (value === undefined ? undefined : shape(value, path))
}

/** A list of at most so many; a longer one is refused before anything of it is read. */
export function list<T>(shape: Shape<T>, maxLength: number): Shape<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > maxLength)
      return refuse(path, `a list of at most ${maxLength}`)
    return value.map((each, index) => shape(each, `${path}[${index}]`))
  }
}

/** An object with these members; others are left out. */
export function record<const S extends Readonly<Record<string, Shape<unknown>>>>(
  members: S,
): Shape<Members<S>> {
  const names = Object.keys(members)
  return (value, path) => {
    if (typeof value !== 'object' || value === null) return refuse(path, 'an object')
    const read: Record<string, unknown> = {}
    for (const name of names) {
      const member: unknown = Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined
      read[name] = members[name]?.(member, path === '' ? name : `${path}.${name}`)
    }
    return read as Members<S>
  }
}

function refuse(path: string, expected: string): never {
  throw new UsageError('BAD_VALUE', `${path === '' ? 'it' : path} is not ${expected}`)
}
