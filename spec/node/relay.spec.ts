import { setImmediate as turn } from 'node:timers/promises'
import test from 'ava'
import { encode, type SignedTransaction } from '../../lib/codec.ts'
import { privateKeyToWif } from '../../lib/crypto/key-text.ts'
import { buildBlock } from '../../lib/devnet/build-block.ts'
import { BLOCK_ID_SIZE_BYTES, type ServedBlock } from '../../lib/devnet/served-block.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import { SERVE_BELOW_BYTES } from '../../lib/peer/answer-requests.ts'
import { EMPTY_RESPONDER } from '../../lib/peer/responder.ts'
import { toBlockId, toMessageHash } from '../../lib/protocol/identities.ts'
import { draftTransaction, signTransaction } from '../../lib/protocol/sign-transaction.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { listIds, type RelayPeer, serveBlocks, startRelay } from '../support/relay-world.ts'
import { SHAKES_HANDS } from '../support/scripted-peer.ts'
import { startSession } from '../support/session-world.ts'
import { forkTestChain, makeTestChain } from '../support/test-chain.ts'

const { block: BLOCK, trx: TRX } = ITEM_TYPE
const HEAD = 20
const chain = makeTestChain(HEAD + 5)
const other = forkTestChain(chain, HEAD - 5, HEAD)
const WIF = privateKeyToWif(new Uint8Array(32).fill(7))

const hashOf = (number: number): string => chain.received(number).messageHash
const payloadOf = (number: number): string => hexOf(chain.served(number).payload)

/** A transfer that refers to that block, valid for so long from the head on. */
function transfer(
  amount: number,
  {
    validSeconds = 60,
    of = chain,
    at = HEAD,
  }: { validSeconds?: number; of?: typeof chain; at?: number } = {},
): SignedTransaction {
  const { id, number, timestamp } = of.served(at)
  const draft = draftTransaction(
    [
      {
        type: 'transfer',
        fee: { amount: 100n, asset_id: '1.3.0' },
        from: '1.2.17',
        to: '1.2.18',
        amount: { amount: BigInt(amount), asset_id: '1.3.0' },
        extensions: [],
      },
    ],
    { id, number, timestamp },
    { validSeconds },
  )
  return signTransaction(draft, WIF, chain.chainId)
}
const pack = (transaction: SignedTransaction): Uint8Array => encode('signed_transaction', transaction)
const untaken = (...peers: readonly RelayPeer[]): Promise<readonly number[]> =>
  Promise.all(peers.map((peer) => peer.countUntaken()))

test('a block that joins the chain goes on to the others, byte for byte, and not back', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const maker = world.first
  const reader = await world.connect()
  for (const number of [HEAD + 1, HEAD + 2]) {
    world.setClock(chain.served(number).timestamp)
    await maker.bring(BLOCK, chain.served(number).payload)
    t.deepEqual(await reader.hearsOf(BLOCK), [hashOf(number)])
    t.is(await reader.fetch(BLOCK, hashOf(number)), payloadOf(number))
  }
  t.deepEqual(await untaken(maker, reader), [0, 0])
})

test('a transaction goes on to the others, byte for byte, once, and not back', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const [maker, reader, late] = [world.first, await world.connect(), await world.connect()]
  const payload = pack(transfer(1))
  const hash = toMessageHash(payload)
  await maker.bring(TRX, payload)
  t.deepEqual(await reader.hearsOf(TRX), [hash])
  t.is(await reader.fetch(TRX, hash), hexOf(payload))
  t.deepEqual(await late.hearsOf(TRX), [hash])
  // It comes around: announced by one who has it by now, and with another signature beside it.
  reader.announce(TRX, hash)
  const [signature = ''] = transfer(1).signatures
  const wif = privateKeyToWif(new Uint8Array(32).fill(8))
  const copy = signTransaction(transfer(1), wif, chain.chainId)
  t.deepEqual(copy.signatures.length, 2)
  t.is(copy.signatures[0], signature)
  await late.bring(TRX, pack(copy))
  t.deepEqual(await untaken(maker, reader, late), [0, 0, 0])
  t.is(reader.client.waiting('fetch_items_message'), 0)
  t.is(world.events.filter(({ type }) => type === 'transactionHeard').length, 1)
})

test('what two peers bring is asked from one, and told to neither of them', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const [maker, second, reader] = [world.first, await world.connect(), await world.connect()]
  const payload = pack(transfer(2))
  const hash = toMessageHash(payload)
  second.announce(TRX, hash)
  await second.client.take('fetch_items_message')
  maker.announce(TRX, hash)
  t.deepEqual(await untaken(maker), [0])
  second.client.send({ type: 'trx_message', payload })
  t.deepEqual(await reader.hearsOf(TRX), [hash])
  t.deepEqual(await untaken(maker, second, reader), [0, 0, 0])
  t.is(maker.client.waiting('fetch_items_message'), 0)
})

test('a transaction that cannot be good stops here, and why is said', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const [maker, reader] = [world.first, await world.connect()]
  const good = transfer(3)
  const { length } = pack(good)
  const behind = new Uint8Array(length + 1)
  behind.set(pack(good))
  const [signature = ''] = good.signatures
  const rows: readonly [Uint8Array, string][] = [
    [pack(transfer(4, { at: HEAD - 1, validSeconds: 2 })), 'it has expired'],
    [
      pack({ ...good, expiration: chain.served(HEAD).timestamp + 86_401 }),
      'it would be valid for more than a day',
    ],
    [
      pack({ ...good, signatures: [`00${signature.slice(2)}`] }),
      'it has a signature that counts for nothing',
    ],
    [pack(transfer(5, { of: other })), 'it refers to a block of another branch'],
    [pack(transfer(6, { at: HEAD + 1 })), 'it refers to a block that is not known here'],
    [behind, 'there are bytes behind it'],
    [pack({ ...good, signatures: [] }), 'it is not signed'],
  ]
  for (const [payload, reason] of rows) {
    await maker.bring(TRX, payload)
    await world.event('transactionNotRelayed', (event) => event.reason === reason)
  }
  // The good one has the id of some that were not, and is passed on all the same.
  await maker.bring(TRX, pack(good))
  t.deepEqual(await reader.hearsOf(TRX), [toMessageHash(pack(good))])
  t.deepEqual(await untaken(maker, reader), [0, 0])
  t.is(world.events.filter(({ type }) => type === 'transactionNotRelayed').length, rows.length)
})

test('a forged block stops here; the one in its place goes on', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const [maker, reader, honest] = [world.first, await world.connect(), await world.connect()]
  const next = chain.served(HEAD + 1)
  world.setClock(next.timestamp)
  // Signed by somebody else than its witness: keys can change, so it is in doubt.
  const forged = buildBlock({ ...next, transactions: [] }, new Uint8Array(32).fill(9))
  t.not(forged.id, next.id)
  await maker.bring(BLOCK, forged.payload)
  await world.event('blockDoubted', ({ block }) => block.id === forged.id)
  // Signed by nobody: that costs its peer the connection.
  await maker.bring(BLOCK, withSignature(forged, `1f${'ff'.repeat(64)}`))
  await world.event('blockRefused', ({ reason }) => reason.code === 'BAD_SIGNATURE')
  await maker.client.closed
  await honest.bring(BLOCK, next.payload)
  t.deepEqual(await reader.hearsOf(BLOCK), [hashOf(HEAD + 1)])
  t.deepEqual(await untaken(reader, honest), [0, 0])
})

/** The payload of an empty block with another signature, and the id that fits it. */
function withSignature({ number, payload }: ServedBlock, signature: string): Uint8Array {
  const count = payload.length - BLOCK_ID_SIZE_BYTES - 1
  const header = payload.slice(0, count)
  header.set(bytesOf(signature), count - signature.length / 2)
  return new ByteWriter(payload.length).raw(header).varint(0).hex(toBlockId(number, header)).done()
}

test('a block whose bytes are not those of its id costs its peer the connection, and goes no further', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const [maker, reader] = [world.first, await world.connect()]
  const next = chain.served(HEAD + 1)
  world.setClock(next.timestamp)
  const spoilt = next.payload.slice()
  spoilt[30] = (spoilt[30] ?? 0) ^ 1
  await maker.bring(BLOCK, spoilt)
  await world.event('peerClosed', ({ code }) => code === 'BAD_BLOCK')
  t.deepEqual(await untaken(reader), [0])
  t.false(world.events.some((event) => event.type === 'blockApplied' && event.block.number > HEAD))
})

test('who lacks blocks is told of nothing new until it has asked and has them', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const [maker, reader, silent, behind] = [
    world.first,
    await world.connect(),
    await world.connect(false),
    await world.connect(false),
  ]
  t.is(await behind.askForIds([chain.served(HEAD - 3).id]), 3)
  const payload = pack(transfer(7))
  await maker.bring(TRX, payload)
  t.deepEqual(await reader.hearsOf(TRX), [toMessageHash(payload)])
  t.deepEqual(await untaken(silent, behind), [0, 0])
  t.is(await behind.askForIds([chain.served(HEAD).id]), 0)
  world.setClock(chain.served(HEAD + 1).timestamp)
  await maker.bring(BLOCK, chain.served(HEAD + 1).payload)
  t.deepEqual(await behind.hearsOf(BLOCK), [hashOf(HEAD + 1)])
  t.deepEqual(await untaken(silent), [0])
})

test('a block that was fetched by its id is not told to whom it came from', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const [maker, reader] = [world.first, await world.connect()]
  world.setClock(chain.served(HEAD + 2).timestamp)
  // The one before it is missing, so it is asked for what comes after our head.
  await maker.bring(BLOCK, chain.served(HEAD + 2).payload)
  await maker.client.take('fetch_blockchain_item_ids_message')
  listIds(
    maker.client,
    [HEAD, HEAD + 1, HEAD + 2].map((number) => chain.served(number)),
  )
  await serveBlocks(maker.client, chain, 1)
  const heard: string[] = []
  while (heard.length < 2) heard.push(...(await reader.hearsOf(BLOCK)))
  t.deepEqual(heard, [hashOf(HEAD + 1), hashOf(HEAD + 2)])
  t.deepEqual(await untaken(maker, reader), [0, 0])
})

test('a block older than half a minute is served, and not announced', async (t) => {
  const world = await startRelay(t, chain, HEAD)
  const [maker, reader] = [world.first, await world.connect()]
  const next = chain.served(HEAD + 1)
  world.setClock(next.timestamp + 31)
  await maker.bring(BLOCK, next.payload)
  await world.event('blockApplied', ({ block }) => block.id === next.id)
  t.deepEqual(await untaken(reader), [0])
  t.is(await reader.askForIds([chain.served(HEAD).id]), 1)
  t.is(await reader.fetch(BLOCK, next.id), payloadOf(HEAD + 1))
})

test('where no signature is looked at blocks are served, and not passed on', async (t) => {
  const world = await startRelay(t, chain, HEAD, { verify: 'links' })
  const [maker, reader] = [world.first, await world.connect()]
  world.setClock(chain.served(HEAD + 1).timestamp)
  await maker.bring(BLOCK, chain.served(HEAD + 1).payload)
  await world.event('blockApplied', ({ block }) => block.number === HEAD + 1)
  t.deepEqual(await untaken(reader), [0])
  t.is(await reader.askForIds([chain.served(HEAD).id]), 1)
})

test('a burst of requests for a large block does not make us hold more than one beyond the limit', async (t) => {
  const payload = new Uint8Array(1024 * 1024)
  let given = 0
  const world = startSession([...SHAKES_HANDS], {
    responder: {
      ...EMPTY_RESPONDER,
      getItem() {
        given += 1
        return { type: 'block_message', payload }
      },
    },
  })
  const far = await world.script
  await world.first('active')
  far.socket.pause()
  const hash = 'ab'.repeat(20)
  for (let index = 0; index < 10; index += 1)
    far.say({
      type: 'fetch_items_message',
      item_type: BLOCK,
      items_to_fetch: Array.from({ length: 4 }, () => hash),
    })
  const held: number[] = []
  const look = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      await turn()
      held.push(world.near.writableLength)
    }
  }
  await look()
  t.is(given, 1, 'the second waits until the first has gone')
  far.socket.resume()
  let heard = 0
  while (heard < 40) {
    const message = await far.hear()
    held.push(world.near.writableLength)
    if (message !== 'end' && message.type === 'block_message') heard += 1
    else t.not(message, 'end')
  }
  t.is(given, 40)
  t.true(Math.max(...held) <= SERVE_BELOW_BYTES + payload.length + 64, `${Math.max(...held)}`)
  world.subscription.unsubscribe()
})
