import { UsageError } from '../errors.ts'
import type { NameBook } from '../names/name-book.ts'

/** The ids of accounts that are given by name or id. Throws {@link UsageError} `BAD_OPTION` for a name that is not known. */
export function accountIds(texts: readonly string[], names: NameBook): readonly string[] {
  return texts.map((text) => idOf('account', text, '1.2.17', (name) => names.accountNamed(name)))
}

/** The ids of assets that are given by symbol or id, in the same way. Symbols are in capitals on the chain. */
export function assetIds(texts: readonly string[], names: NameBook): readonly string[] {
  return texts.map((text) => idOf('asset', text, '1.3.5', (name) => names.assetNamed(name.toUpperCase())))
}

function idOf(
  kind: 'account' | 'asset',
  text: string,
  example: string,
  find: (name: string) => string | undefined,
): string {
  if (/^\d/.test(text)) {
    // Neither names nor symbols begin with a digit.
    if (text.startsWith(example.slice(0, 4)) && /^\d+\.\d+\.\d+$/.test(text)) return text
    throw new UsageError('BAD_OPTION', `"${text}" is not the id of an ${kind}, such as ${example}`)
  }
  const id = find(text)
  if (id !== undefined) return id
  throw new UsageError(
    'BAD_OPTION',
    `the ${kind} ${JSON.stringify(text)} is not known: give its id, such as ${example}, or names with --names FILE or ` +
      '--genesis FILE',
  )
}
