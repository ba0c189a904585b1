import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { UsageError } from '../errors.ts'
import type { TypeName, TypeOf } from './decode.ts'
import type { Encode } from './encoding.ts'
import { ChainWriter } from './encoding.ts'
import { ENCODERS } from './generated/encoders.ts'
import { asUsageError } from './json/value-fault.ts'

export interface EncodeOptions {
  /** What public keys and addresses begin with; default `BTS`. */
  readonly prefix?: string
}

/**
 * Encodes a value as bitshares-core packs it: plain objects, what `decode` gave, or a mixture.
 *
 * Sets and maps may be in any order and are written in core's, each element once; members of an extension and optionals
 * that are undefined are left out. Throws {@link UsageError} `BAD_VALUE` with the path of what does not fit, and
 * `BAD_OPTION` for a type that does not exist.
 */
export function encode<Name extends TypeName>(
  type: Name,
  value: TypeOf<Name>,
  options: EncodeOptions = {},
): Uint8Array {
  const encoder = ENCODERS.get(type) as Encode<TypeOf<Name>> | undefined
  if (encoder === undefined) throw new UsageError('BAD_OPTION', `there is no type ${JSON.stringify(type)}`)
  const writer = new ChainWriter(options.prefix ?? DEFAULT_KEY_PREFIX)
  asUsageError(type, () => encoder(writer, value))
  return writer.done()
}
