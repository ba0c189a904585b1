import type { ExecutionContext } from 'ava'
import { filter, firstValueFrom, map, type Observable, startWith, take, toArray } from 'rxjs'
import { createDevnet } from '../../lib/devnet/create-devnet.ts'
import type { DevnetOptions } from '../../lib/devnet/devnet-options.ts'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import { createNode, type Node } from '../../lib/node/create-node.ts'
import type { Status } from '../../lib/node/events.ts'
import type { NodeOptions } from '../../lib/node/options.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'

/** A devnet on loopback that makes blocks only when told to, closed with the test. */
export async function startDevnet(t: ExecutionContext, options: DevnetOptions = {}): Promise<Devnet> {
  const devnet = createDevnet({ production: 'manual', transactionsPerBlock: 0, ...options })
  await devnet.start()
  t.teardown(() => devnet.close())
  return devnet
}

/** A node that knows the nodes of a devnet by name, so that it does not wait long before it dials them again. */
export function followDevnet(devnet: Devnet, options: NodeOptions = {}): Node {
  return createNode({
    network: devnet.network,
    peers: devnet.addresses.map(formatAddress),
    only: true,
    from: 'genesis',
    ...options,
  })
}

/** The first values of a stream. */
export function collect<T>(stream$: Observable<T>, count: number): Promise<T[]> {
  return firstValueFrom(stream$.pipe(take(count), toArray()))
}

/** The first status of that state. */
export function whenStatus(node: Node, state: Status['state']): Promise<Status> {
  return firstValueFrom(node.status$.pipe(filter((status) => status.state === state)))
}

/** Resolves when a devnet's nodes have so many connections in all. */
export function whenConnected(devnet: Devnet, count: number): Promise<number> {
  const connections = (): number => devnet.nodes.reduce((sum, node) => sum + node.connections, 0)
  return firstValueFrom(
    devnet.event$.pipe(
      startWith(undefined),
      map(connections),
      filter((open) => open === count),
    ),
  )
}
