import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DecodeError, PeerFault } from '../../lib/errors.ts'
import { messageToJson } from '../../lib/messages/json.ts'
import {
  decodeMessage,
  encodeMessage,
  type Message,
  MESSAGE_NAMES,
  messageNumber,
} from '../../lib/messages/registry.ts'
import { decodeFrame } from '../../lib/peer/decode.ts'
import { checkHello, isRejection } from '../../lib/peer/hello.ts'
import { createIdentity } from '../../lib/peer/identity.ts'
import { readBlocks, readTransaction } from '../../lib/peer/read-block.ts'
import { createDeframer } from '../../lib/transport/deframer.ts'
import { packFrames } from '../../lib/transport/enframe.ts'
import { ReceivedFrame } from '../../lib/transport/frame.ts'
import { earlyFrameLimitOf, frameLimitOf } from '../../lib/transport/frame-limits.ts'
import type { FuzzTarget } from './run-fuzz.ts'

interface MessageVector {
  readonly type: number
  readonly raw: string
}

/** Run from the root of the project. */
function linesOf(name: string): readonly unknown[] {
  const lines = gunzipSync(readFileSync(`spec/vectors/${name}`))
    .toString('utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line): unknown => JSON.parse(line))
}

const vectors = linesOf('messages.jsonl.gz') as readonly MessageVector[]
/** Blocks of a real chain with their own ids behind them: what a session accepts. */
const MAX_BLOCK_SIZE_BYTES = 4000
const chainBlocks = linesOf('chain-blocks.jsonl.gz') as readonly {
  readonly raw: string
  readonly json: { readonly block_id: string }
}[]
const blockMessages = chainBlocks
  .map(({ raw, json }) => Uint8Array.from(Buffer.from(`${raw}${json.block_id}`, 'hex')))
  .filter(({ length }) => length <= MAX_BLOCK_SIZE_BYTES)
const payloadsOf = (number: number): readonly Uint8Array[] =>
  vectors.filter(({ type }) => type === number).map(({ raw }) => Uint8Array.from(Buffer.from(raw, 'hex')))

const polluted = Object.getOwnPropertyNames(Object.prototype).join()

/** What a message says is the same after it was written and read again, and it can be printed. */
function comesBack(number: number, bytes: Uint8Array): void {
  const message = decodeMessage(number, bytes)
  if (message.type === 'unknown_message') throw new Error('a known message is unknown')
  const { payload } = encodeMessage(message)
  const again = decodeMessage(number, payload) as Message
  const twice = encodeMessage(again).payload
  if (Buffer.compare(payload, twice) !== 0) throw new Error('written again it has other bytes')
  const printed = JSON.stringify(messageToJson(again))
  if (/[\r\n]/.test(printed)) throw new Error('a line break in JSON')
  if (Object.getOwnPropertyNames(Object.prototype).join() !== polluted)
    throw new Error('Object.prototype has changed')
}

/** Items keep their bytes: they are read as a session reads them. */
function readsItem(number: number, bytes: Uint8Array): void {
  if (number === messageNumber('trx_message')) {
    const { transaction, hash } = readTransaction(bytes, 'BTS')
    if (hash.length !== 40 || transaction.id.length !== 40) throw new Error('a hash of another length')
    return
  }
  const [block] = readBlocks([new ReceivedFrame(number, bytes, 0, bytes.length)], 'BTS')
  if (block === undefined) throw new Error('no block')
  if (Number.parseInt(block.id.slice(0, 8), 16) !== block.number) throw new Error('an id with another number')
}

const messageTargets = MESSAGE_NAMES.map((name): FuzzTarget => {
  const number = messageNumber(name)
  const isItem = name === 'trx_message' || name === 'block_message'
  return {
    name: `peer ${name}`,
    payloads: name === 'block_message' ? blockMessages : payloadsOf(number),
    read(bytes) {
      const truncated = bytes.length % 16 === 0 ? true : undefined
      decodeFrame(new ReceivedFrame(number, bytes, 0, bytes.length, truncated))
      if (isItem) readsItem(number, bytes)
      else comesBack(number, bytes)
    },
  }
})

const identity = createIdentity()
const secret = new Uint8Array(64).fill(7)

const helloTarget: FuzzTarget = {
  name: 'peer hello, judged',
  payloads: payloadsOf(messageNumber('hello_message')),
  read(bytes) {
    const message = decodeMessage(messageNumber('hello_message'), bytes)
    if (message.type !== 'hello_message') throw new Error('a hello is something else')
    const answer = checkHello(message, {
      chainId: message.chain_id,
      identity,
      secret,
      isConnectedTo: () => false,
    })
    if (!isRejection(answer)) throw new Error('a hello that nobody signed is accepted')
  },
}

/** Several messages in a row, as they come out of the cipher; the pieces are cut by what is in them. */
const frameTarget: FuzzTarget = {
  name: 'peer frames',
  payloads: Array.from({ length: 16 }, (_, index) =>
    packFrames(
      vectors
        .filter((_vector, at) => at % 16 === index)
        .map(({ type, raw }) => ({ type, payload: Uint8Array.from(Buffer.from(raw, 'hex')) })),
    ),
  ),
  read(bytes) {
    for (const limitOf of [earlyFrameLimitOf, frameLimitOf]) {
      const whole = createDeframer(limitOf).push(bytes).length
      const deframer = createDeframer(limitOf)
      let frames = 0
      for (let at = 0, step = 1; at < bytes.length; at += step) {
        step = 1 + ((bytes[at] as number) % 97)
        for (const frame of deframer.push(bytes.subarray(at, at + step))) {
          frames += 1
          try {
            decodeFrame(frame)
          } catch (error) {
            if (!(error instanceof PeerFault) || !(error.cause instanceof DecodeError)) throw error
          }
        }
      }
      if (frames !== whole) throw new Error(`${frames} frames in pieces, ${whole} as a whole`)
    }
  },
}

/** Everything between the cipher and the node that reads bytes of peers: all messages, hellos, frames. */
export const PEER_TARGETS: readonly FuzzTarget[] = [...messageTargets, helloTarget, frameTarget]
