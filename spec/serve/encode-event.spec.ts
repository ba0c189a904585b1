import test from 'ava'
import fc from 'fast-check'
import { encodeEvent, encodeRetry, HEARTBEAT } from '../../lib/serve/encode-event.ts'

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

test('an event has a name, an id and one line of JSON', (t) => {
  t.is(
    textOf(encodeEvent({ event: 'block', id: '7:ab', data: { number: 7 } })),
    'id: 7:ab\nevent: block\ndata: {"number":7}\n\n',
  )
  t.is(textOf(encodeEvent({ event: 'peers', data: [] })), 'event: peers\ndata: []\n\n')
  t.is(textOf(encodeRetry(1500)), 'retry: 1500\n\n')
  t.is(textOf(HEARTBEAT), 'event: heartbeat\ndata: {}\n\n')
})

test('whatever a stranger wrote, it stays within the line', (t) => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\r\ndata: {}\r\n\r\n', '\nid: 1\n', '\u2028\u2029', 'event: x\n\n'),
  )
  fc.assert(
    fc.property(text, (data) => {
      const lines = textOf(encodeEvent({ event: 'x', data: { data } })).split(/\r\n|\r|\n/)
      t.is(lines.length, 4)
      t.deepEqual(lines.slice(2), ['', ''])
      const [name, line = ''] = lines
      t.is(name, 'event: x')
      t.is((JSON.parse(line.slice('data: '.length)) as { readonly data: string }).data, data)
    }),
  )
})
