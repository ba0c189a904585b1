import { readFile } from 'node:fs/promises'
import { format } from 'prettier'
import type { Options } from 'prettier'
import { generateDecoders } from './decoders.ts'
import { generateEncoders } from './encoders.ts'
import { generateTypes } from './types.ts'

const HEAD = '// Generated from schema.ts by `npm run generate`; do not edit.\n'

/** The text of each generated file, by its name, formatted like everything else. Run from the root of the project. */
export async function generateCodec(): Promise<ReadonlyMap<string, string>> {
  const options = JSON.parse(await readFile('.prettierrc.json', 'utf8')) as Options
  const files: readonly (readonly [string, string])[] = [
    ['types.ts', generateTypes()],
    ['decoders.ts', generateDecoders()],
    ['encoders.ts', generateEncoders()],
  ]
  const formatted = files.map(
    async ([name, text]) => [name, await format(HEAD + text, { ...options, parser: 'typescript' })] as const,
  )
  return new Map(await Promise.all(formatted))
}
