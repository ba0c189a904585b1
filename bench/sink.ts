import { merge, type Observable, Subject, switchMap, takeWhile } from 'rxjs'
import { numberOfId } from '../lib/chain/cursor.ts'
import { createCipherPair } from '../lib/crypto/stream-cipher.ts'
import { decodeMessage, encodeMessage, type Message } from '../lib/messages/registry.ts'
import { createHello } from '../lib/peer/hello.ts'
import { createIdentity } from '../lib/peer/identity.ts'
import { connectTcp } from '../lib/transport/connect-tcp.ts'
import { decrypt } from '../lib/transport/decrypt.ts'
import { deframe } from '../lib/transport/deframe.ts'
import { exchangeKeys } from '../lib/transport/exchange-keys.ts'
import type { ReceivedFrame } from '../lib/transport/frame.ts'
import { fromSocket } from '../lib/transport/from-socket.ts'
import { createOutbox } from '../lib/transport/outbox.ts'
import { createReadGate } from '../lib/transport/read-gate.ts'

const BLOCK_MESSAGE = 1001
const IDS_PER_FETCH = 200
const MAX_IN_FLIGHT = 1600

/**
 * What any follower has to do at least: fetch every block of a chain, in the batches the node uses, and only cut the
 * stream into frames. Emits the count of block frames so far, once a chunk, and completes with the last.
 */
export function sinkBlocks(port: number, chainId: string): Observable<number> {
  return connectTcp({ host: '127.0.0.1', port }, { timeoutMs: 5000 }).pipe(
    switchMap((socket) =>
      exchangeKeys(socket).pipe(
        switchMap((secret) => {
          const cipher = createCipherPair(secret)
          const outbox = createOutbox(socket, cipher, createReadGate(socket).addReason())
          const send = (message: Message): void => void outbox.send(encodeMessage(message))
          const count$ = new Subject<number>()
          const ids: string[] = []
          let asked = 0
          let received = 0
          let head = Number.POSITIVE_INFINITY
          send(
            createHello(
              {
                identity: createIdentity(),
                chainId,
                userAgent: 'sink',
                head: { number: 0, id: '0'.repeat(40) },
                headTime: 0,
              },
              secret,
            ),
          )
          const askIds = (synopsis: readonly string[]): void => {
            send({
              type: 'fetch_blockchain_item_ids_message',
              item_type: BLOCK_MESSAGE,
              blockchain_synopsis: synopsis,
            })
          }
          const fetch = (): void => {
            while (asked < ids.length && asked - received < MAX_IN_FLIGHT - IDS_PER_FETCH + 1) {
              const items = ids.slice(asked, asked + IDS_PER_FETCH)
              asked += items.length
              send({ type: 'fetch_items_message', item_type: BLOCK_MESSAGE, items_to_fetch: items })
            }
          }
          const take = (frames: readonly ReceivedFrame[]): void => {
            for (const frame of frames) {
              if (frame.type === BLOCK_MESSAGE) {
                received += 1
                continue
              }
              const message = decodeMessage(frame.type, frame.payload)
              if (message.type === 'hello_message') send({ type: 'connection_accepted_message' })
              else if (message.type === 'address_request_message')
                send({ type: 'address_message', addresses: [] })
              else if (message.type === 'connection_accepted_message') askIds([])
              else if (message.type === 'fetch_blockchain_item_ids_message') {
                send({
                  type: 'blockchain_item_ids_inventory_message',
                  total_remaining_item_count: 0,
                  item_type: BLOCK_MESSAGE,
                  item_hashes_available: [],
                })
              } else if (message.type === 'blockchain_item_ids_inventory_message') {
                const list = message.item_hashes_available
                for (const id of list) if (numberOfId(id) > ids.length) ids.push(id)
                head = ids.length + message.total_remaining_item_count
                if (message.total_remaining_item_count > 0) askIds(ids.slice(-1))
              }
            }
            fetch()
            count$.next(received)
          }
          const received$ = fromSocket(socket).pipe(
            decrypt(cipher),
            deframe(),
            switchMap((frames) => {
              take(frames)
              return []
            }),
          )
          return merge(count$, received$).pipe(takeWhile((count) => count < head, true))
        }),
      ),
    ),
  )
}
