import type { NameBook } from '../names/name-book.ts'
import { type Kind, KINDS } from '../names/kinds.ts'

const PLURALS: Readonly<Record<Kind, string>> = {
  account: 'accounts',
  asset: 'assets',
  committee_member: 'committee members',
  witness: 'witnesses',
  proposal: 'proposals',
  liquidity_pool: 'liquidity pools',
}

/**
 * One sentence about what a book does not know of new objects, and what helps; undefined while it knows. One that waits for
 * the fate of a proposal is not without knowledge: names come late.
 */
export function describeUncertainty(names: NameBook): string | undefined {
  const found = KINDS.flatMap((kind) => {
    const certainty = names.certainty(kind)
    return certainty.state === 'uncertain' ? [{ kind, ...certainty }] : []
  })
  const [first] = found
  if (first === undefined) return undefined
  const { since, because } = first
  if (since === 0) {
    return (
      `Names are known in part, because ${because}: where one is missing the id stands for it. ` +
      '--names FILE gives names, --genesis FILE with --from genesis all of them.'
    )
  }
  const kinds = found.filter((each) => each.since === since).map(({ kind }) => PLURALS[kind])
  return `Names of ${kinds.join(', ')} made from block ${since} on are not known, because ${because}.`
}
