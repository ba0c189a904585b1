import test, { type ExecutionContext } from 'ava'
import { filter, firstValueFrom, map, type Observable } from 'rxjs'
import { createNode, type Node } from '../../lib/node/create-node.ts'
import type { NodeEvent } from '../../lib/node/events.ts'
import { privateNetwork } from '../../lib/node/networks.ts'
import type { NodeOptions } from '../../lib/node/options.ts'

const network = privateNetwork('f1'.repeat(32))
const HERE = '127.0.0.1:0'

/** The first event of that type. */
function firstOf<Type extends NodeEvent['type']>(
  event$: Observable<NodeEvent>,
  type: Type,
): Promise<Extract<NodeEvent, { readonly type: Type }>> {
  type Wanted = Extract<NodeEvent, { readonly type: Type }>
  return firstValueFrom(event$.pipe(filter((event): event is Wanted => event.type === type)))
}

/** A node on loopback that takes part in checks and runs until the test ends. */
function startNode(t: ExecutionContext, options: NodeOptions): Node {
  const node = createNode({ network, from: 'genesis', firewallChecks: true, ...options })
  const running = node.event$.subscribe()
  t.teardown(() => running.unsubscribe())
  return node
}

/** Where a node listens, as its status says. */
function whereListening(node: Node): Promise<string> {
  return firstValueFrom(
    node.status$.pipe(
      map(({ listening }) => listening),
      filter((listening) => listening !== undefined),
    ),
  )
}

test('three nodes find out that one of them can be connected to', async (t) => {
  // In the middle; of its peers it tells nobody, so that the other two do not meet.
  const middle = startNode(t, { listen: HERE, advertise: 'nothing' })
  const address = await whereListening(middle)
  const joined = firstOf(middle.event$, 'peerActive')
  const checker = startNode(t, { peers: [address] })
  const checked = firstOf(checker.event$, 'addressChecked')
  await joined
  const asker = startNode(t, { peers: [address], listen: HERE })
  const told = firstOf(asker.event$, 'firewallChecked')
  const where = await whereListening(asker)
  t.like(await checked, { address: where, result: 'connection_successful' })
  const result = 'connection_successful'
  t.deepEqual(await told, { type: 'firewallChecked', peer: address, address: where, result })
  const known$ = asker.status$.pipe(filter(({ firewalled }) => firewalled !== undefined))
  t.is((await firstValueFrom(known$)).firewalled, false)
})

test('a node without the switch is asked and does not answer', async (t) => {
  const still = startNode(t, { listen: HERE, firewallChecks: false })
  const address = await whereListening(still)
  startNode(t, { peers: [address], listen: HERE })
  const messages = await firstValueFrom(
    still.workload$.pipe(
      map((workload) => workload.messages.map(({ type, direction }) => `${type} ${direction}`)),
      filter((names) => names.includes('check_firewall_message received')),
    ),
  )
  t.deepEqual(
    messages.filter((name) => name.includes('firewall')),
    ['check_firewall_message received'],
  )
})
