import test from 'ava'
import {
  type Announcements,
  keepAnnouncers,
  MAX_ANNOUNCED_BLOCKS,
  MAX_ANNOUNCING_PEERS,
  NO_ANNOUNCEMENTS,
  noteAnnounced,
  noteDelivered,
} from '../../lib/dash/announcements.ts'

const head = { number: 10, receivedAt: 1000, intervalMs: 3000 }

/** What is known after announcements of peers at times, none of which has more than block 10. */
function after(...heard: readonly (readonly [peer: string, at: number])[]): Announcements {
  return heard.reduce((known, [peer, at]) => noteAnnounced(known, peer, at, head), NO_ANNOUNCEMENTS)
}

test('who announces when the next block is due announces that', (t) => {
  const { blocks, peers } = after(['a', 4000], ['b', 4030], ['c', 4090])
  t.deepEqual([...blocks], [[11, { peer: 'a', at: 4000, secondAt: 4030 }]])
  t.deepEqual(peers.get('c'), { newest: 11, delayMs: 90 })
})

test('who announces when a block has just come announces that one late', (t) => {
  const first = noteAnnounced(NO_ANNOUNCEMENTS, 'a', 900, { ...head, number: 9, receivedAt: -2000 })
  const { peers } = noteAnnounced(noteDelivered(first, 'a', 10), 'b', 1200, head)
  t.deepEqual(peers.get('b'), { newest: 10, delayMs: 300 })
})

test('who has the head announces the next block, however early', (t) => {
  const known = noteDelivered(NO_ANNOUNCEMENTS, 'a', 10)
  t.is(noteAnnounced(known, 'a', 1100, head).peers.get('a')?.newest, 11)
})

test('announcing the same block again changes nothing', (t) => {
  const known = after(['a', 4000])
  t.is(noteAnnounced(known, 'a', 4100, head), known)
})

test('only connected peers are remembered', (t) => {
  const { peers, blocks } = keepAnnouncers(after(['a', 4000], ['b', 4030]), new Set(['b']))
  t.deepEqual([...peers.keys()], ['b'])
  t.is(blocks.size, 1)
})

test('blocks and peers are remembered up to a number', (t) => {
  let known = NO_ANNOUNCEMENTS
  for (let number = 0; number < 1000; number += 1) {
    known = noteAnnounced(known, `peer${number}`, number * 3000, { number, receivedAt: 0, intervalMs: 1 })
  }
  t.is(known.blocks.size, MAX_ANNOUNCED_BLOCKS)
  t.is(known.peers.size, MAX_ANNOUNCING_PEERS)
})
