import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { UsageError } from '../errors.ts'
import { ChainReader } from './chain-reader.ts'
import { DECODERS } from './generated/decoders.ts'
import type { TypeMap } from './generated/types.ts'
import { typeNamed } from './json.ts'
import { withPath } from './transcode.ts'

/** The name of a type, as core has it: `operation`, `signed_transaction`, `asset`, `transfer_operation` … */
export type TypeName = keyof TypeMap
/** What a type of that name looks like to a user: wire names, 64-bit integers as bigint, ids and keys as text. */
export type TypeOf<Name extends TypeName> = TypeMap[Name]

export interface DecodeOptions {
  /** What public keys and addresses begin with; default `BTS`. */
  readonly prefix?: string
}

/**
 * Decodes bytes as bitshares-core packs them; what follows the value is ignored, as core ignores it.
 *
 * The bytes are copied once. All of them are checked here, while text of ids and keys, hex, bytes and sets is made when it
 * is read: what is read twice is worth a variable. `JSON.stringify` of the value is the JSON core prints; object spread
 * does not copy its members, `toPlain` does. Throws {@link DecodeError} with the path of the field and its offset, and
 * {@link UsageError} `BAD_OPTION` for a type that does not exist.
 *
 * ```ts
 * const operation = decode('operation', bytes)
 * if (operation.type === 'transfer') console.log(operation.from, operation.amount.amount)
 * ```
 */
export function decode<Name extends TypeName>(
  type: Name,
  bytes: Uint8Array,
  options: DecodeOptions = {},
): TypeOf<Name> {
  const own = Uint8Array.from(bytes)
  const reader = new ChainReader(own, 0, own.length, options.prefix ?? DEFAULT_KEY_PREFIX)
  return decodeAt(type, reader)
}

/** Decodes the value at the reader, which the value keeps: its bytes must not change afterwards. */
export function decodeAt<Name extends TypeName>(type: Name, reader: ChainReader): TypeOf<Name> {
  const decoder = DECODERS.get(type)
  const expression = typeNamed(type)
  if (decoder === undefined || expression === undefined) {
    throw new UsageError('BAD_OPTION', `there is no type ${JSON.stringify(type)}`)
  }
  const start = reader.offset
  try {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- too large a union for the rule
    return decoder(reader) as TypeOf<Name>
  } catch (failure) {
    throw withPath(failure, type, expression, reader, start)
  }
}
