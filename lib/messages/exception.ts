import type { Field } from './fields.ts'
import { DecodeError } from '../errors.ts'
import type { Variant } from './variant.ts'
import { variant } from './variant.ts'

/** What `fc::exception` carries over the wire (`fc/io/raw.hpp`, `pack(exception)`). */
export interface FcException {
  readonly code: bigint
  readonly name: string
  readonly what: string
  readonly log: readonly Variant[]
}

const MAX_LOG_MESSAGES = 100

/**
 * An exception that may be absent (`oexception`). It is the last field of its message and of no consequence, so what
 * cannot be read, or was cut off, is absent as well.
 */
export const optionalException: Field<FcException | undefined> = {
  read(r) {
    if (r.remaining === 0 || !r.bool()) return undefined
    try {
      const code = r.int64()
      const name = r.string()
      const what = r.string()
      const count = r.count(1, MAX_LOG_MESSAGES)
      const log: Variant[] = []
      for (let index = 0; index < count; index += 1) log.push(variant.read(r))
      return { code, name, what, log }
    } catch (error) {
      if (error instanceof DecodeError) return undefined
      throw error
    }
  },
  write(w, value) {
    w.bool(value !== undefined)
    if (value === undefined) return
    w.int64(value.code).string(value.name).string(value.what).varint(value.log.length)
    for (const entry of value.log) variant.write(w, entry)
  },
}
