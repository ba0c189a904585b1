import test from 'ava'
import fc from 'fast-check'
import { cursorAfter, type ChainStep, Journal } from '../../lib/serve/journal.ts'
import { MAX_JOURNAL_BYTES, MAX_JOURNAL_EVENTS } from '../../lib/serve/limits.ts'
import { blockId } from '../support/blocks.ts'
import { summaryOf, undoEvent } from '../view/summaries.ts'

const NOTHING = new Uint8Array(0)
const blockStep = (number: number, branch = 'a', sizeBytes = 0): ChainStep => ({
  type: 'block',
  block: summaryOf(number, {}, branch),
  raw: new Uint8Array(sizeBytes),
})
const cursor = (number: number, branch = 'a'): string => `${number}:${blockId(number, branch)}`

function journalOf(...steps: readonly ChainStep[]): Journal {
  const journal = new Journal()
  for (const step of steps) journal.push(step, NOTHING)
  return journal
}

test('whoever has a block goes on with the one after it', (t) => {
  const journal = journalOf(blockStep(5), blockStep(6), blockStep(7))
  t.is(journal.head, cursor(7))
  t.deepEqual(journal.resume(cursor(5)), { found: true, position: 1 })
  t.deepEqual(journal.resume(cursor(7)), { found: true, position: 3 })
  t.deepEqual(journal.resume(cursor(4)), { found: true, position: 0 })
})

test('whoever has nothing gets everything, as long as nothing was forgotten', (t) => {
  t.deepEqual(new Journal().resume(''), { found: true, position: 0 })
  t.deepEqual(journalOf(blockStep(5)).resume(''), { found: true, position: 0 })
})

test('whoever is ahead may wait, whoever is too far behind or elsewhere may not', (t) => {
  const journal = journalOf(blockStep(5), blockStep(6))
  t.deepEqual(new Journal().resume(cursor(5)), { found: false, isAhead: true })
  t.deepEqual(journal.resume(cursor(7)), { found: false, isAhead: true })
  t.deepEqual(journal.resume(cursor(3)), { found: false, isAhead: false })
  t.deepEqual(journal.resume(cursor(6, 'z')), { found: false, isAhead: false })
})

test('whoever has an undone block hears that it was undone', (t) => {
  const undo: ChainStep = undoEvent(6)
  const journal = journalOf(blockStep(5), blockStep(6), undo, blockStep(6, 'b'))
  t.is(cursorAfter(undo), cursor(5))
  t.deepEqual(journal.resume(cursor(6)), { found: true, position: 2 })
  t.deepEqual(journal.resume(cursor(6, 'b')), { found: true, position: 4 })
  // Undone down to the block that it has: the undo is no news to it.
  t.deepEqual(journal.resume(cursor(5)), { found: true, position: 3 })
})

test('the oldest steps go when there are too many, or too many bytes', (t) => {
  const journal = new Journal()
  for (let number = 1; number <= MAX_JOURNAL_EVENTS + 10; number += 1)
    journal.push(blockStep(number), NOTHING)
  t.is(journal.first, 10)
  t.is(journal.end - journal.first, MAX_JOURNAL_EVENTS)
  t.deepEqual(journal.resume(cursor(10)), { found: true, position: 10 })
  t.deepEqual(journal.resume(cursor(9)), { found: false, isAhead: false })
  t.deepEqual(journal.resume(''), { found: false, isAhead: false })
  t.is(journal.at(9), undefined)

  const heavy = new Journal()
  for (let number = 1; number <= 5; number += 1)
    heavy.push(blockStep(number, 'a', MAX_JOURNAL_BYTES / 2), NOTHING)
  t.is(heavy.end - heavy.first, 2)
  heavy.push(blockStep(6, 'a', 2 * MAX_JOURNAL_BYTES), NOTHING)
  t.is(heavy.end - heavy.first, 1)
})

/** Steps of a chain that grows and is cut back. */
const history = fc.array(fc.nat(9), { minLength: 1, maxLength: 60 }).map((wishes) => {
  const steps: ChainStep[] = []
  const chain: { readonly number: number; readonly id: string }[] = []
  for (const [made, wish] of wishes.entries()) {
    const head = chain.at(-1)
    if (wish < 3 && head !== undefined) {
      chain.pop()
      steps.push({ type: 'undo', ...head, previous: chain.at(-1)?.id ?? '0'.repeat(40) })
      continue
    }
    const number = chain.length + 1
    const id = number.toString(16).padStart(8, '0') + made.toString(16).padStart(32, '0')
    steps.push({
      type: 'block',
      raw: NOTHING,
      block: summaryOf(number, { id, previous: head?.id ?? '0'.repeat(40) }),
    })
    chain.push({ number, id })
  }
  return steps
})

test('wherever somebody left off, what follows makes the same chain', (t) => {
  fc.assert(
    fc.property(history, fc.nat(), (steps, pick) => {
      const journal = journalOf(...steps)
      const left = pick % (steps.length + 1)
      const chain = steps.slice(0, left).reduce(follow, [])
      const last = steps[left - 1]
      const resumption = journal.resume(last === undefined ? '' : cursorAfter(last))
      t.true(resumption.found)
      if (!resumption.found) return
      let caughtUp = chain
      for (let position = resumption.position; position < journal.end; position += 1) {
        const entry = journal.at(position)
        if (entry !== undefined) caughtUp = follow(caughtUp, entry.step)
      }
      t.deepEqual(caughtUp, steps.reduce(follow, []))
    }),
  )
})

function follow(chain: readonly string[], step: ChainStep): readonly string[] {
  return step.type === 'block' ? [...chain, step.block.id] : chain.slice(0, -1)
}
