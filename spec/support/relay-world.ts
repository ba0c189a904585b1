import type { ExecutionContext } from 'ava'
import { filter, firstValueFrom } from 'rxjs'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { ServedBlock } from '../../lib/devnet/served-block.ts'
import { createNode } from '../../lib/node/create-node.ts'
import type { NodeEvent } from '../../lib/node/events.ts'
import { privateNetwork } from '../../lib/node/networks.ts'
import type { NodeOptions } from '../../lib/node/options.ts'
import { toMessageHash } from '../../lib/protocol/identities.ts'
import { parseAddress } from '../../lib/transport/peer-address.ts'
import { connectClient, type ScriptedClient } from '../devnet/scripted-client.ts'
import { hexOf } from './hex.ts'
import type { TestChain } from './test-chain.ts'

/** A peer that has connected to the node and says what a test has it say. */
export interface RelayPeer {
  /** Asks for ids after its newest block, as who has just caught up does. Resolves with how many it lacks. */
  askForIds(synopsis: readonly string[]): Promise<number>
  /** Announces an item. Does not wait. */
  announce(itemType: number, hash: string): void
  /** Announces an item and gives it when it is asked for. */
  bring(itemType: number, payload: Uint8Array): Promise<void>
  /** The hashes of the next announcement. */
  hearsOf(itemType: number): Promise<readonly string[]>
  /** Fetches an item; its payload in hex. */
  fetch(itemType: number, hash: string): Promise<string>
  /** Resolves when everything that the node sent until now has arrived, with how many announcements nobody has taken. */
  countUntaken(): Promise<number>
  readonly client: ScriptedClient
}

/** A node on loopback that knows a chain up to a height, and peers on both sides of it. */
export interface RelayWorld {
  readonly events: readonly NodeEvent[]
  /** Lets the chain's clock be that of a block. */
  setClock(seconds: number): void
  /** The next event that fits, or one of the past. */
  event<Type extends NodeEvent['type']>(
    type: Type,
    fits?: (event: Extract<NodeEvent, { readonly type: Type }>) => boolean,
  ): Promise<Extract<NodeEvent, { readonly type: Type }>>
  /** Connects; unless told otherwise it has all that the node has, and shows it. */
  connect(isInSync?: boolean): Promise<RelayPeer>
}

/** Starts a node that takes the first blocks of a chain from its first peer. */
export async function startRelay(
  t: ExecutionContext,
  chain: TestChain,
  head: number,
  options: NodeOptions = {},
): Promise<RelayWorld & { readonly first: RelayPeer }> {
  let seconds = chain.served(head).timestamp
  const events: NodeEvent[] = []
  const node = createNode({
    network: {
      ...privateNetwork(chain.chainId),
      genesis: chain.genesis,
      chainSeconds: () => seconds,
    },
    from: 'genesis',
    listen: '127.0.0.1:0',
    ...options,
  })
  const subscription = node.event$.subscribe((event) => events.push(event))
  t.teardown(() => subscription.unsubscribe())
  const { address } = await eventOf('listening')

  async function eventOf<Type extends NodeEvent['type']>(
    type: Type,
    fits: (event: Extract<NodeEvent, { readonly type: Type }>) => boolean = () => true,
  ): Promise<Extract<NodeEvent, { readonly type: Type }>> {
    type Wanted = Extract<NodeEvent, { readonly type: Type }>
    const isWanted = (event: NodeEvent): event is Wanted => event.type === type && fits(event as Wanted)
    return events.find(isWanted) ?? (await firstValueFrom(node.event$.pipe(filter(isWanted))))
  }

  async function connect(isInSync = true): Promise<RelayPeer> {
    const client = await connectClient(t, parseAddress(address), chain.chainId)
    const peer = toPeer(client)
    // It is asked for what it has, and has the head.
    await client.take('fetch_blockchain_item_ids_message')
    listIds(client, [chain.served(head)])
    if (isInSync && (await peer.askForIds([chain.served(head).id])) !== 0)
      throw new Error('the node has more than its head')
    return peer
  }

  const source = await connectClient(t, parseAddress(address), chain.chainId)
  const blocks = Array.from({ length: head }, (_, index) => chain.served(index + 1))
  await source.take('fetch_blockchain_item_ids_message')
  listIds(source, blocks)
  await serveBlocks(source, chain, head)
  await source.take('fetch_blockchain_item_ids_message')
  listIds(source, blocks.slice(-1))
  await eventOf('blockApplied', ({ block }) => block.number === head)
  const first = toPeer(source)
  await first.askForIds([chain.served(head).id])
  return { events, first, event: eventOf, connect, setClock: (to) => (seconds = to) }
}

/** Lists ids of consecutive blocks, and that there are no more. */
export function listIds(client: ScriptedClient, blocks: readonly ServedBlock[]): void {
  client.send({
    type: 'blockchain_item_ids_inventory_message',
    total_remaining_item_count: 0,
    item_type: ITEM_TYPE.block,
    item_hashes_available: blocks.map(({ id }) => id),
  })
}

/** Gives so many blocks as they are asked for by their ids. */
export async function serveBlocks(client: ScriptedClient, chain: TestChain, count: number): Promise<void> {
  for (let given = 0; given < count;) {
    const { items_to_fetch } = await client.take('fetch_items_message')
    for (const id of items_to_fetch) {
      const payload = chain.byId(id)?.payload
      if (payload === undefined) throw new Error(`${id} is no block of the chain`)
      client.send({ type: 'block_message', payload })
      given += 1
    }
  }
}

function toPeer(client: ScriptedClient): RelayPeer {
  const announce = (itemType: number, hash: string): void => {
    client.send({ type: 'item_ids_inventory_message', item_type: itemType, item_hashes_available: [hash] })
  }
  return {
    client,
    announce,
    async askForIds(synopsis) {
      client.send({
        type: 'fetch_blockchain_item_ids_message',
        item_type: ITEM_TYPE.block,
        blockchain_synopsis: synopsis,
      })
      const { item_hashes_available, total_remaining_item_count } = await client.take(
        'blockchain_item_ids_inventory_message',
      )
      return item_hashes_available.length - 1 + total_remaining_item_count
    },
    async bring(itemType, payload) {
      const hash = toMessageHash(payload)
      announce(itemType, hash)
      const { items_to_fetch, item_type } = await client.take('fetch_items_message')
      if (item_type !== itemType || [...items_to_fetch].join() !== hash)
        throw new Error(`the node asks for ${[...items_to_fetch].join()} instead of ${hash}`)
      client.send({ type: itemType === ITEM_TYPE.block ? 'block_message' : 'trx_message', payload })
    },
    async hearsOf(itemType) {
      const { item_type, item_hashes_available } = await client.take('item_ids_inventory_message')
      if (item_type !== itemType) throw new Error(`the node announces items of type ${item_type}`)
      return [...item_hashes_available]
    },
    async fetch(itemType, hash) {
      client.send({ type: 'fetch_items_message', item_type: itemType, items_to_fetch: [hash] })
      const { payload } = await client.take(itemType === ITEM_TYPE.block ? 'block_message' : 'trx_message')
      return hexOf(payload)
    },
    async countUntaken() {
      // An answer comes behind all that was sent before.
      client.send({
        type: 'fetch_items_message',
        item_type: ITEM_TYPE.trx,
        items_to_fetch: ['ff'.repeat(20)],
      })
      await client.take('item_not_available_message')
      return client.waiting('item_ids_inventory_message')
    },
  }
}
