import type { ExecutionContext } from 'ava'
import { endWith, mergeMap, type Subscription, switchMap, takeWhile } from 'rxjs'
import { GENESIS } from '../../lib/chain/cursor.ts'
import type { Message, MessageName, MessageOf, ReceivedMessage } from '../../lib/messages/registry.ts'
import type { DecodedMessage } from '../../lib/peer/decode.ts'
import { createHello } from '../../lib/peer/hello.ts'
import { createIdentity } from '../../lib/peer/identity.ts'
import { type Link, openLink } from '../../lib/peer/link.ts'
import { connectTcp } from '../../lib/transport/connect-tcp.ts'
import type { PeerAddress } from '../../lib/transport/peer-address.ts'

/** A client that says only what a test has it say, apart from the handshake. */
export interface ScriptedClient {
  send(message: Message): void
  /** The oldest message of that type that was not taken yet, or the next one. Rejects when the connection ends first. */
  take<Name extends MessageName>(type: Name): Promise<MessageOf<Name>>
  /** What came of a type and was not taken yet. */
  waiting(type: MessageName): number
  /** Resolves when the connection has ended. */
  readonly closed: Promise<void>
  close(): void
}

interface Taker {
  readonly type: string
  resolve(message: ReceivedMessage): void
  reject(error: Error): void
}

/** Connects, says hello and exchanges addresses. */
export async function connectClient(
  t: ExecutionContext,
  address: PeerAddress,
  chainId: string,
): Promise<ScriptedClient> {
  const received: ReceivedMessage[] = []
  const takers: Taker[] = []
  let subscription: Subscription | undefined
  let isClosed = false
  const ended = (): void => {
    isClosed = true
    for (const taker of takers.splice(0)) taker.reject(new Error(`the connection ended before ${taker.type}`))
  }
  const onMessage = (message: ReceivedMessage): void => {
    const index = takers.findIndex(({ type }) => type === message.type)
    if (index < 0) received.push(message)
    else takers.splice(index, 1)[0]?.resolve(message)
  }

  let whenClosed: () => void = () => undefined
  const closed = new Promise<void>((resolve) => {
    whenClosed = () => {
      ended()
      resolve()
    }
  })
  const link = await new Promise<Link>((resolve, reject) => {
    const fail = (error: Error): void => {
      whenClosed()
      reject(error)
    }
    subscription = connectTcp(address, { timeoutMs: 10_000 })
      .pipe(
        switchMap((socket) => openLink(socket)),
        switchMap((opened) => {
          resolve(opened)
          return opened.message$.pipe(endWith(undefined))
        }),
        takeWhile((message) => message !== undefined),
        mergeMap(toMessages),
      )
      .subscribe({ next: onMessage, error: fail, complete: whenClosed })
  })
  const client: ScriptedClient = {
    send: (message) => link.send(message),
    async take<Name extends MessageName>(type: Name) {
      const index = received.findIndex((message) => message.type === type)
      if (index >= 0) return received.splice(index, 1)[0] as MessageOf<Name>
      if (isClosed) throw new Error(`the connection ended before ${type}`)
      const message = await new Promise<ReceivedMessage>((resolve, reject) => {
        takers.push({ type, resolve, reject })
      })
      return message as MessageOf<Name>
    },
    waiting: (type) => received.filter((message) => message.type === type).length,
    closed,
    close: () => subscription?.unsubscribe(),
  }
  t.teardown(() => client.close())

  const identity = createIdentity()
  const hello = { identity, chainId, userAgent: 'scripted client', head: GENESIS, headTime: 0 }
  client.send(createHello(hello, link.secret))
  await client.take('hello_message')
  link.trust()
  await client.take('connection_accepted_message')
  client.send({ type: 'connection_accepted_message' })
  client.send({ type: 'address_request_message' })
  client.send({ type: 'address_message', addresses: [] })
  return client
}

function toMessages(message: DecodedMessage): readonly ReceivedMessage[] {
  switch (message.type) {
    case 'block_messages':
      return message.frames.map(({ payload }) => ({ type: 'block_message', payload }))
    case 'packed_block_ids': {
      const ids = [...message.item_hashes_available]
      return [{ ...message, type: 'blockchain_item_ids_inventory_message', item_hashes_available: ids }]
    }
    default:
      return [message]
  }
}
