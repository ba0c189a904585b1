import test from 'ava'
import fc from 'fast-check'
import { chooseConnection, type Connection, type ConnectionChoice } from '../../lib/pool/choose-connection.ts'

const US = { nodeId: 'us', publicKey: '02bb' }
const SMALLER = { nodeId: 'peer', publicKey: '02aa' }
const LARGER = { nodeId: 'peer', publicKey: '02cc' }

const connection = (
  who: { nodeId: string; publicKey: string },
  direction: Connection['direction'],
  state: 'handshaking' | 'active',
): Connection => ({ ...who, direction, isActive: state === 'active' })

const TABLE: readonly (readonly [string, Connection | undefined, Connection, ConnectionChoice])[] = [
  ['the first connection to a node', undefined, connection(SMALLER, 'inbound', 'handshaking'), 'keepBoth'],
  [
    'one to our own node id',
    undefined,
    connection({ ...US, publicKey: '02ff' }, 'outbound', 'handshaking'),
    'refuseSelf',
  ],
  [
    'one with our own key',
    undefined,
    connection({ ...US, nodeId: 'x' }, 'inbound', 'handshaking'),
    'refuseSelf',
  ],
  [
    'one to a node that is active already',
    connection(SMALLER, 'inbound', 'active'),
    connection(SMALLER, 'outbound', 'handshaking'),
    'keepExisting',
  ],
  [
    'one that says hello while the other still shakes hands, the other way',
    connection(SMALLER, 'inbound', 'handshaking'),
    connection(SMALLER, 'outbound', 'handshaking'),
    'keepBoth',
  ],
  [
    'one that says hello while the other still shakes hands, the same way',
    connection(SMALLER, 'inbound', 'handshaking'),
    connection(SMALLER, 'inbound', 'handshaking'),
    'keepBoth',
  ],
  [
    'one that is active first',
    connection(SMALLER, 'inbound', 'handshaking'),
    connection(SMALLER, 'outbound', 'active'),
    'keepBoth',
  ],
  [
    'two active ones, ours later, the peer’s key smaller',
    connection(SMALLER, 'inbound', 'active'),
    connection(SMALLER, 'outbound', 'active'),
    'keepExisting',
  ],
  [
    'two active ones, ours first, the peer’s key smaller',
    connection(SMALLER, 'outbound', 'active'),
    connection(SMALLER, 'inbound', 'active'),
    'keepIncoming',
  ],
  [
    'two active ones, ours later, our key smaller',
    connection(LARGER, 'inbound', 'active'),
    connection(LARGER, 'outbound', 'active'),
    'keepIncoming',
  ],
  [
    'two active ones, ours first, our key smaller',
    connection(LARGER, 'outbound', 'active'),
    connection(LARGER, 'inbound', 'active'),
    'keepExisting',
  ],
  [
    'two active ones that we made',
    connection(SMALLER, 'outbound', 'active'),
    connection(SMALLER, 'outbound', 'active'),
    'keepExisting',
  ],
  [
    'two active ones that the peer made',
    connection(LARGER, 'inbound', 'active'),
    connection(LARGER, 'inbound', 'active'),
    'keepExisting',
  ],
  [
    'one that claims the id of another node, whose key it has not',
    connection(SMALLER, 'inbound', 'active'),
    connection({ ...SMALLER, publicKey: '02dd' }, 'inbound', 'active'),
    'keepBoth',
  ],
  [
    'a node that was started again and has a new id',
    connection(SMALLER, 'inbound', 'active'),
    connection({ ...SMALLER, nodeId: 'peer again' }, 'inbound', 'active'),
    'keepBoth',
  ],
]

for (const [title, existing, incoming, choice] of TABLE) {
  test(`of ${title}: ${choice}`, (t) => {
    t.is(chooseConnection(existing, incoming, US), choice)
  })
}

/** One of two nodes that dial each other: what it thinks of the two connections. `made` is the one it made itself. */
interface Side {
  readonly name: { readonly nodeId: string; readonly publicKey: string }
  readonly made: 0 | 1
  readonly known: Map<0 | 1, Connection>
}

test('two nodes that dial each other keep the same one connection, in whatever order things happen', (t) => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.nat(3), { minLength: 8, maxLength: 40 }), (isSwapped, order) => {
      const names = [SMALLER, US]
      if (isSwapped) names.reverse()
      const sides = names.map((name, made) => ({ name, made, known: new Map() }) as unknown as Side)
      const open = new Set<0 | 1>([0, 1])
      const greeted = [new Set<0 | 1>(), new Set<0 | 1>()]
      // Each step brings one side of one connection further: hello, then active once both sides have accepted it.
      const proceed = (side: Side, me: number, which: 0 | 1): void => {
        if (!open.has(which)) return
        const peer = sides[1 - me] as Side
        const direction = side.made === which ? 'outbound' : 'inbound'
        const before = side.known.get(which)
        if (before?.isActive === true) return
        if (before !== undefined && greeted[1 - me]?.has(which) !== true) return
        const incoming = { ...peer.name, direction, isActive: before !== undefined } as const
        const other = which === 0 ? 1 : 0
        const existing = open.has(other) ? side.known.get(other) : undefined
        const choice = chooseConnection(existing, incoming, side.name)
        if (choice === 'keepExisting') {
          open.delete(which)
          return
        }
        if (choice === 'keepIncoming') open.delete(other)
        side.known.set(which, incoming)
        greeted[me]?.add(which)
      }
      const rounds = [...order, ...[0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]]
      for (const step of rounds) proceed(sides[step >> 1] as Side, step >> 1, (step & 1) as 0 | 1)
      t.is(open.size, 1)
      const [kept] = open
      for (const side of sides) t.true(side.known.get(kept as 0 | 1)?.isActive)
    }),
  )
})
