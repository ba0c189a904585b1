const MAX_SUGGESTIONS = 3

/** The names nearest to what was typed: those that contain it, then those a few letters away; at most three. */
export function nearNames(typed: string, names: readonly string[]): readonly string[] {
  const wanted = typed.toLowerCase()
  const farthest = Math.max(2, Math.floor(wanted.length / 4))
  return names
    .map((name) => ({
      name,
      distance: wanted !== '' && name.includes(wanted) ? 0 : editDistance(wanted, name),
    }))
    .filter(({ distance }) => distance <= farthest)
    .sort((left, right) => left.distance - right.distance || left.name.length - right.name.length)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name }) => name)
}

/** Insertions, deletions and replacements that lead from one text to the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] as number) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] as number) + 1, (current[column - 1] as number) + 1))
    }
    previous = current
  }
  return previous[to.length] as number
}
