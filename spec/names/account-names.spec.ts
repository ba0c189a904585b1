import fc from 'fast-check'
import test from 'ava'
import { AccountNames } from '../../lib/names/account-names.ts'

/** Names change by being set, and go where a block is undone. */
const change = fc.record({
  number: fc.nat(9),
  name: fc.option(fc.constantFrom('alice', 'bob', 'carol', 'dave'), { nil: undefined }),
})

test('a number is found by its name, whatever was set and taken back before or after the first question', (t) => {
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (before, after) => {
      const names = new AccountNames()
      for (const each of before) apply(names, each)
      agrees(names)
      for (const each of after) {
        apply(names, each)
        agrees(names)
      }
    }),
  )
  t.pass()
})

test('a table that was emptied knows nobody', (t) => {
  const names = new AccountNames().set(1, 'alice')
  t.is(names.numberOf('alice'), 1)
  names.clear()
  t.is(names.numberOf('alice'), undefined)
})

function apply(
  names: AccountNames,
  { number, name }: { readonly number: number; readonly name: string | undefined },
) {
  // No two accounts of a chain have one name.
  const isTaken = [...names].some(([other, known]) => known === name && other !== number)
  if (name === undefined) names.delete(number)
  else if (!isTaken) names.set(number, name)
}

function agrees(names: AccountNames): void {
  for (const name of ['alice', 'bob', 'carol', 'dave']) {
    const expected = [...names].find(([, known]) => known === name)?.[0]
    if (names.numberOf(name) !== expected)
      throw new Error(`${name} is ${names.numberOf(name)}, not ${expected}`)
  }
}
