import { emptyContent } from './content.ts'
import type { NameBook } from './name-book.ts'
import { stateOf } from './name-book.ts'
import { toNamesFile } from './names-file.ts'

/** Names in one piece of text. */
const PIECE = 10_000

/**
 * The text of an exported name book in pieces, for books of millions of names: all that `JSON.stringify(book)` gives, an
 * account a line. It is the book as it was at the call, however long the pieces take to be written.
 */
export function namesText(book: NameBook): Iterable<string> {
  const { content, counting, head, headId, chainId } = stateOf(book)
  const accounts = new Map(content.accounts)
  const others = toNamesFile({ ...content, accounts: emptyContent().accounts }, counting, {
    head,
    headId,
    chainId,
  })
  return pieces(JSON.stringify({ ...others, accounts: undefined }, undefined, 1), accounts)
}

function* pieces(others: string, accounts: ReadonlyMap<number, string>): Generator<string> {
  let text = `${others.slice(0, others.lastIndexOf('}')).trimEnd()},\n "accounts": {`
  let separator = '\n'
  let count = 0
  for (const [id, name] of accounts) {
    text += `${separator}  "1.2.${id}": ${JSON.stringify(name)}`
    separator = ',\n'
    count += 1
    if (count % PIECE === 0) {
      yield text
      text = ''
    }
  }
  yield `${text}\n }\n}\n`
}
