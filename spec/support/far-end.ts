import type { Socket } from 'node:net'
import { createEphemeralKeys } from '../../lib/crypto/key-agreement.ts'
import { PUBLIC_KEY_SIZE_BYTES } from '../../lib/crypto/key-text.ts'
import { type CipherPair, createCipherPair } from '../../lib/crypto/stream-cipher.ts'
import {
  decodeMessage,
  encodeMessage,
  type Message,
  type ReceivedMessage,
} from '../../lib/messages/registry.ts'
import { createDeframer } from '../../lib/transport/deframer.ts'
import { packFrames } from '../../lib/transport/enframe.ts'
import type { Frame } from '../../lib/transport/frame.ts'

/** What comes instead of a message when the other side has closed. */
export const END = 'end'

/** The other end of a connection under test: real keys and cipher, and whatever the test wants to say. */
export interface FarEnd {
  readonly socket: Socket
  readonly secret: Uint8Array
  /** The next message, or {@link END}. */
  hear(): Promise<ReceivedMessage | typeof END>
  say(...messages: readonly Message[]): void
  /** A frame that need not hold what its type says. */
  sendFrames(...frames: readonly Frame[]): void
  /** Plain bytes, whole cipher blocks, that need not be a frame. */
  sendPlain(bytes: Uint8Array): void
  /** Bytes as they are, after the key. */
  sendRaw(bytes: Uint8Array): void
  end(): void
  reset(): void
}

/** Exchanges keys and is ready to talk. */
export function meet(socket: Socket): Promise<FarEnd> {
  return new Promise((resolve, reject) => {
    const keys = createEphemeralKeys()
    const heard: (ReceivedMessage | typeof END)[] = []
    const waiting: ((message: ReceivedMessage | typeof END) => void)[] = []
    const deframer = createDeframer(() => ({ keepBytes: 4 * 1024 * 1024, excess: 'fault' }))
    let key = new Uint8Array(0)
    let cipher: CipherPair | undefined
    const take = (message: ReceivedMessage | typeof END): void => {
      const waiter = waiting.shift()
      if (waiter === undefined) heard.push(message)
      else waiter(message)
    }
    const write = (bytes: Uint8Array): void => {
      if (socket.writable) socket.write(bytes)
    }
    const sendPlain = (bytes: Uint8Array): void => {
      if (cipher !== undefined) write(cipher.encrypt(bytes))
    }
    const farEnd = (secret: Uint8Array): FarEnd => ({
      socket,
      secret,
      hear() {
        const message = heard.shift()
        // The end stays the end.
        if (message === END) heard.push(END)
        return message === undefined ? new Promise((next) => waiting.push(next)) : Promise.resolve(message)
      },
      say: (...messages) => sendPlain(packFrames(messages.map(encodeMessage))),
      sendFrames: (...frames) => sendPlain(packFrames(frames)),
      sendPlain,
      sendRaw: write,
      end: () => void socket.end(),
      reset: () => void socket.resetAndDestroy(),
    })
    const onBytes = (bytes: Uint8Array): void => {
      if (cipher === undefined) {
        const missing = PUBLIC_KEY_SIZE_BYTES - key.length
        key = Uint8Array.of(...key, ...bytes.subarray(0, missing))
        if (key.length < PUBLIC_KEY_SIZE_BYTES) return
        const secret = keys.computeSecret(key)
        cipher = createCipherPair(secret)
        resolve(farEnd(secret))
        onBytes(bytes.subarray(missing))
        return
      }
      const plain = cipher.decrypt(bytes)
      if (plain.length === 0) return
      try {
        for (const { type, payload } of deframer.push(plain)) take(decodeMessage(type, payload))
      } catch {
        // As core: what cannot be read ends the connection without a word.
        socket.destroy()
      }
    }
    socket.on('error', () => {})
    socket.on('close', () => {
      reject(new Error('the connection closed before the keys were exchanged'))
      take(END)
      for (const waiter of waiting.splice(0)) waiter(END)
    })
    socket.on('data', onBytes)
    socket.write(keys.publicKey)
  })
}
