import test from 'ava'
import fc from 'fast-check'
import { irreversibleIndex, lastIrreversible } from '../../lib/chain/irreversible.ts'
import { TRACK_FROM_MIDDLE, trackBlock, trackFromGenesis } from '../../lib/chain/track-witnesses.ts'
import { readWitnesses, RECORDED_TIMING, RECORDED_WITNESSES } from '../support/witness-vectors.ts'

test('seventy of a hundred witnesses have to have built on a block', (t) => {
  // The examples in core's own comment, and both numbers that networks are known to have.
  t.is(lastIrreversible([1, 1, 1, 2, 2, 2, 2, 2, 2, 2]), 2)
  t.is(lastIrreversible([1, 1, 1, 1, 1, 1, 1, 2, 2, 2]), 1)
  t.is(lastIrreversible([3, 3, 3, 3, 3, 3, 3, 3, 3, 3]), 3)
  t.is(lastIrreversible([3, 3, 3, 4, 4, 4, 4, 4, 4, 4]), 4)
  t.deepEqual([1, 3, 4, 11, 27].map(irreversibleIndex), [0, 0, 1, 3, 8])
})

test('the last blocks may come in any order', (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), (lastBlocks) => {
      const sorted = [...lastBlocks].sort((a, b) => a - b)
      t.is(sorted[Math.floor((lastBlocks.length * 30) / 100)], lastIrreversible(lastBlocks))
    }),
  )
})

const chains = readWitnesses()

for (const { name, genesisSeconds, blocks } of chains) {
  test(`from genesis it is what core says after each block of the ${name} chain`, (t) => {
    let track = trackFromGenesis({
      timestamp: genesisSeconds,
      initial: RECORDED_WITNESSES,
      elected: RECORDED_WITNESSES,
    })
    let compared = 0
    let last = 0
    for (const block of blocks) {
      ;({ track } = trackBlock(track, block, RECORDED_TIMING, false))
      t.true((track.irreversible ?? -1) >= last)
      last = track.irreversible ?? -1
      if (block.irreversible === undefined) continue
      t.is(track.irreversible, block.irreversible, `block ${block.number}`)
      compared += 1
    }
    if (name === 'recorded') t.is(compared, 1172)
    if (name === 'fork final') t.is(compared, 877)
  })

  test(`from the middle of the ${name} chain it is unknown, then what it is from genesis`, (t) => {
    const whole = new Map<number, number | undefined>()
    let track = trackFromGenesis({
      timestamp: genesisSeconds,
      initial: RECORDED_WITNESSES,
      elected: RECORDED_WITNESSES,
    })
    for (const block of blocks) {
      ;({ track } = trackBlock(track, block, RECORDED_TIMING, false))
      whole.set(block.number, track.irreversible)
    }
    let known = 0
    let turns = 0
    for (let start = 0; start < blocks.length - 60; start += 13) {
      let part = TRACK_FROM_MIDDLE
      for (const block of blocks.slice(start, start + 150)) {
        const { turn, track: next } = trackBlock(part, block, RECORDED_TIMING)
        part = next
        t.not(turn, 'out', `block ${block.number}, seen from ${start + 1} on`)
        if (turn === 'in') turns += 1
        if (part.irreversible === undefined) continue
        known += 1
        t.is(whole.get(block.number), part.irreversible, `block ${block.number}, seen from ${start + 1} on`)
      }
    }
    t.true(known > 150 && turns > 150)
  })
}
