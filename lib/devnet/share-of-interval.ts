/** Where in an interval its first and its last transaction become known. */
const FIRST_AT = 0.1
const LAST_AT = 0.8

/** When, as a share of the interval, transaction `index` of `count` becomes known: evenly, with room before the block. */
export function shareOfInterval(index: number, count: number): number {
  return FIRST_AT + ((LAST_AT - FIRST_AT) * index) / count
}
