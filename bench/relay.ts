// The delay that a node of ours adds between two peers: a block given to it, until it is announced to the other, and until the
// other has it. Both peers live in this process, the node in one of its own, so that one clock tells.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { firstValueFrom, map, type Subscription, switchMap, timer } from 'rxjs'
import { numberOfId } from '../lib/chain/cursor.ts'
import { generateChain } from '../lib/devnet/generate-chain.ts'
import type { ServedBlock } from '../lib/devnet/served-block.ts'
import { ITEM_TYPE } from '../lib/messages/item-messages.ts'
import type { DecodedMessage } from '../lib/peer/decode.ts'
import { createHello } from '../lib/peer/hello.ts'
import { createIdentity } from '../lib/peer/identity.ts'
import { type Link, openLink } from '../lib/peer/link.ts'
import { toMessageHash } from '../lib/protocol/identities.ts'
import { connectTcp } from '../lib/transport/connect-tcp.ts'
import { type PeerAddress, parseAddress } from '../lib/transport/peer-address.ts'
import { percentile, round } from './figures.ts'

/** With the first ones less than a peer may announce in two minutes. */
const BLOCKS = 150
/** Not measured: until everything is compiled. */
const FIRST_BLOCKS = 40
const TRANSACTIONS_PER_BLOCK = 30
const START_SECONDS = 1_700_000_000
/** From one block to the next, so that none waits for another. */
const PAUSE_MS = 10

export interface RelayFigures {
  readonly blocks: number
  readonly transactionsPerBlock: number
  /** Block given to the node → announced to the next peer, in milliseconds: checking and telling. */
  readonly addedP50Ms: number
  readonly addedP99Ms: number
  /** Announced by one peer → whole at the other, in milliseconds: two fetches more. */
  readonly throughP50Ms: number
  readonly throughP99Ms: number
}

export async function benchRelay(): Promise<RelayFigures> {
  const source = generateChain({
    seed: 'relay',
    startSeconds: START_SECONDS,
    blockIntervalSeconds: 3,
    witnesses: 11,
    traffic: { perBlock: TRANSACTIONS_PER_BLOCK, isExact: true },
  })
  const blocks = Array.from({ length: FIRST_BLOCKS + BLOCKS }, () => source.next())
  const script = new URL('./relay-node.js', import.meta.url).pathname
  const node = spawn(process.execPath, [script, source.chainId, `${START_SECONDS}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const [line] = (await once(createInterface({ input: node.stdout }), 'line')) as [string]
    const { address } = JSON.parse(line) as { readonly address: string }
    return await measure(parseAddress(address), source.chainId, blocks)
  } finally {
    node.kill()
  }
}

async function measure(
  address: PeerAddress,
  chainId: string,
  blocks: readonly ServedBlock[],
): Promise<RelayFigures> {
  const byHash = new Map(blocks.map((block) => [toMessageHash(block.payload), block] as const))
  const known = blocks.slice(0, 1)
  let givenAt = 0
  let announcedAt = 0
  let whenWhole: () => void = () => undefined
  const give = (link: Link, hashes: Iterable<string>): void => {
    for (const hash of hashes) {
      const block = byHash.get(hash) ?? known[numberOfId(hash) - 1]
      if (block !== undefined) link.send({ type: 'block_message', payload: block.payload })
    }
  }
  const maker = connectEnd(address, chainId, known, (link, message) => {
    if (message.type !== 'fetch_items_message') return
    givenAt = performance.now()
    give(link, message.items_to_fetch)
  })
  const reader = connectEnd(address, chainId, known, (link, message) => {
    if (message.type === 'block_messages') whenWhole()
    // The first block, which both have.
    if (message.type === 'fetch_items_message') give(link, message.items_to_fetch)
    if (message.type !== 'item_ids_inventory_message') return
    announcedAt = performance.now()
    const { item_type, item_hashes_available } = message
    link.send({ type: 'fetch_items_message', item_type, items_to_fetch: item_hashes_available })
  })
  try {
    await Promise.all([maker.inSync, reader.inSync])
    const added: number[] = []
    const through: number[] = []
    for (const [hash, block] of [...byHash].slice(1)) {
      const whole = new Promise<void>((resolve) => (whenWhole = resolve))
      const startedAt = performance.now()
      known.push(block)
      maker.announce(hash)
      await whole
      if (block.number > FIRST_BLOCKS) {
        through.push(performance.now() - startedAt)
        added.push(announcedAt - givenAt)
      }
      await firstValueFrom(timer(PAUSE_MS))
    }
    return {
      blocks: BLOCKS,
      transactionsPerBlock: TRANSACTIONS_PER_BLOCK,
      addedP50Ms: round(percentile(added, 0.5), 2),
      addedP99Ms: round(percentile(added, 0.99), 2),
      throughP50Ms: round(percentile(through, 0.5), 2),
      throughP99Ms: round(percentile(through, 0.99), 2),
    }
  } finally {
    maker.close()
    reader.close()
  }
}

interface End {
  /** Resolves when the node has all that this end has, and knows that this end has all. */
  readonly inSync: Promise<void>
  announce(hash: string): void
  close(): void
}

/** Connects as a peer that has the blocks of `known`; what it does with items is the caller's. */
function connectEnd(
  address: PeerAddress,
  chainId: string,
  known: readonly ServedBlock[],
  onMessage: (link: Link, message: DecodedMessage) => void,
): End {
  let opened: Link | undefined
  let subscription: Subscription | undefined
  const inSync = new Promise<void>((resolve, reject) => {
    const askForIds = (link: Link): void => {
      link.send({
        type: 'fetch_blockchain_item_ids_message',
        item_type: ITEM_TYPE.block,
        blockchain_synopsis: known.map(({ id }) => id),
      })
    }
    const take = (link: Link, message: DecodedMessage): void => {
      switch (message.type) {
        case 'hello_message':
          link.trust()
          link.send({ type: 'connection_accepted_message' })
          return
        case 'address_request_message':
          link.send({ type: 'address_message', addresses: [] })
          return
        case 'fetch_blockchain_item_ids_message':
          link.send({
            type: 'blockchain_item_ids_inventory_message',
            total_remaining_item_count: 0,
            item_type: message.item_type,
            item_hashes_available: known
              .map(({ id }) => id)
              .slice(message.blockchain_synopsis.length > 0 ? -1 : 0),
          })
          askForIds(link)
          return
        case 'packed_block_ids':
          // An empty list: it has nothing yet and will ask again.
          if (message.item_hashes_available.length > 0) resolve()
          else firstValueFrom(timer(PAUSE_MS)).then(() => askForIds(link), reject)
          return
        default:
          onMessage(link, message)
      }
    }
    subscription = connectTcp(address, { timeoutMs: 5000 })
      .pipe(
        switchMap((socket) => openLink(socket)),
        switchMap((link) => {
          opened = link
          const head = { number: known.length, id: known.at(-1)?.id ?? '' }
          const identity = createIdentity()
          link.send(createHello({ identity, chainId, userAgent: 'bench', head, headTime: 0 }, link.secret))
          return link.message$.pipe(map((message) => [link, message] as const))
        }),
      )
      .subscribe({
        next: ([link, message]) => {
          take(link, message)
        },
        error: reject,
      })
  })
  return {
    inSync,
    announce(hash) {
      opened?.send({
        type: 'item_ids_inventory_message',
        item_type: ITEM_TYPE.block,
        item_hashes_available: [hash],
      })
    },
    close: () => subscription?.unsubscribe(),
  }
}
