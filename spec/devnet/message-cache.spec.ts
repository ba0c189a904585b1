import test from 'ava'
import { createMessageCache, MAX_CACHED_NAMES } from '../../lib/devnet/message-cache.ts'

const item = {
  itemType: 1000,
  message: { type: 'trx_message', payload: new Uint8Array(1) },
} as const

test('finds an item by each of its names until so many blocks have come', (t) => {
  const cache = createMessageCache(2)
  cache.add(item, 'hash', 'id')
  cache.tick()
  cache.tick()
  t.is(cache.get('hash'), item)
  t.is(cache.get('id'), item)
  cache.tick()
  t.is(cache.get('hash'), undefined)
  t.is(cache.get('id'), undefined)
})

test('holds a bounded number of names even when no block comes', (t) => {
  const cache = createMessageCache(5)
  for (let index = 0; index < 3 * MAX_CACHED_NAMES; index += 1) cache.add(item, String(index))
  const held = Array.from({ length: 3 * MAX_CACHED_NAMES }, (_, index) => cache.get(String(index)))
  t.true(held.filter((each) => each !== undefined).length <= MAX_CACHED_NAMES)
  t.is(cache.get(String(3 * MAX_CACHED_NAMES - 1)), item)
})

test('a copy goes its own way, and can be taken back in', (t) => {
  const cache = createMessageCache(1)
  const other = { ...item }
  cache.add(item, 'common')
  const copy = cache.copy()
  cache.add(item, 'here')
  copy.add(other, 'there')
  t.is(copy.get('common'), item)
  t.is(copy.get('here'), undefined)
  t.is(cache.get('there'), undefined)
  cache.tick()
  cache.addAll(copy)
  t.is(cache.get('there'), other)
  t.is(cache.get('common'), item)
  cache.tick()
  // What came with the other is as young as if it had just been announced.
  t.is(cache.get('common'), undefined)
  t.is(cache.get('there'), other)
  copy.tick()
  copy.tick()
  t.is(copy.get('common'), undefined)
})
