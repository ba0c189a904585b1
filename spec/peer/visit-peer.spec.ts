import test from 'ava'
import { lastValueFrom, NEVER, Subject, toArray } from 'rxjs'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { LinkError } from '../../lib/errors.ts'
import { createClock } from '../../lib/peer/clock.ts'
import { createIdentity } from '../../lib/peer/identity.ts'
import type { PeerCommand } from '../../lib/peer/peer-command.ts'
import { type VisitEvent, type Visitor, visitPeer } from '../../lib/peer/visit-peer.ts'
import type { PeerAddress } from '../../lib/transport/peer-address.ts'
import { listen } from '../support/loopback.ts'
import { createVirtualTime } from '../support/virtual-time.ts'
import { startDevnet } from '../support/with-devnet.ts'

const identity = createIdentity()
const visitor = (chainId: string, change: Partial<Visitor> = {}): Visitor => ({
  clock: createClock(),
  keyPrefix: 'BTS',
  command$: NEVER,
  hello: () => ({ identity, chainId, userAgent: 'a visitor', head: GENESIS, headTime: 0 }),
  ...change,
})

test('a visit tells that the port is open, then what the session says, and ends when it is closed', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const command$ = new Subject<PeerCommand>()
  const visit$ = visitPeer(devnet.address, visitor(devnet.chainId, { command$ }))
  const seen: VisitEvent['type'][] = []
  const last = await new Promise<VisitEvent | undefined>((resolve) => {
    let newest: VisitEvent | undefined
    visit$.subscribe({
      next: (event) => {
        newest = event
        if (!seen.includes(event.type)) seen.push(event.type)
        const fault = new LinkError('STOPPED', 'that is all')
        if (event.type === 'clockMeasured') command$.next({ do: 'disconnect', peer: 0, fault })
      },
      complete: () => resolve(newest),
    })
  })
  t.deepEqual(seen.slice(0, 5), ['reached', 'connected', 'greeted', 'addressesTold', 'active'])
  t.true(last?.type === 'closed' && last.error.code === 'STOPPED')
})

async function typesOf(address: PeerAddress, chainId: string): Promise<readonly string[]> {
  const events = await lastValueFrom(visitPeer(address, visitor(chainId)).pipe(toArray()))
  return events.map((event) => (event.type === 'closed' ? event.error.code : event.type))
}

test('where nothing listens, a visit ends before the port was reached', async (t) => {
  const listener = await listen(t)
  const { address } = listener
  listener.close()
  t.deepEqual(await typesOf(address, 'ab'.repeat(32)), ['UNREACHABLE'])
})

test('a node of another chain is reached, and let go', async (t) => {
  const devnet = await startDevnet(t)
  const types = await typesOf(devnet.address, 'ab'.repeat(32))
  t.deepEqual(types.slice(0, 2), ['reached', 'connected'])
  t.is(types.at(-1), 'WRONG_CHAIN')
})

test('one that takes the connection and sends no key is given up in time', async (t) => {
  const { address } = await listen(t)
  const time = createVirtualTime()
  const events: VisitEvent[] = []
  await new Promise<void>((resolve) => {
    visitPeer(address, visitor('ab'.repeat(32), { clock: time.clock })).subscribe({
      next: (event) => {
        events.push(event)
        // From here on only the clock can end it.
        if (event.type === 'reached') queueMicrotask(() => time.advance(10_000))
      },
      complete: resolve,
    })
  })
  t.deepEqual(
    events.map(({ type }) => type),
    ['reached', 'closed'],
  )
  const last = events.at(-1)
  t.regex(last?.type === 'closed' ? last.error.message : '', /no key came: this is no BitShares node/)
  t.is(time.timers, 0)
})
