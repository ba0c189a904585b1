import type { Socket } from 'node:net'
import type { Message, MessageName, MessageOf } from '../../lib/messages/registry.ts'
import { createHello, type HelloOptions, type NodeIdentity } from '../../lib/peer/hello.ts'
import { createIdentity } from '../../lib/peer/identity.ts'
import { END, type FarEnd, meet } from './far-end.ts'

/** One line of a conversation, as the peer sees it. */
export type Step = (far: FarEnd) => Promise<void> | void

/** Says one message after the other. */
export function says(...messages: readonly Message[]): Step {
  return (far) => far.say(...messages)
}

/** Says hello, as `hello` has it. */
export function saysHello(
  hello: Partial<HelloOptions> = {},
  change: Partial<MessageOf<'hello_message'>> = {},
): Step {
  return (far) => far.say({ ...createHello({ ...FAR_HELLO, ...hello }, far.secret), ...change })
}

/** Waits for the next message, which has to be of that name. */
export function hears<Name extends MessageName>(
  name: Name,
  check: (message: MessageOf<Name>, far: FarEnd) => void = () => {},
): Step {
  return async (far) => {
    const message = await far.hear()
    const heard = message === END ? END : message.type
    if (message === END || heard !== name) throw new Error(`the peer expected ${name} and heard ${heard}`)
    check(message as MessageOf<Name>, far)
  }
}

/** Waits until the other side has closed; nothing more may be said before. */
export function hearsTheEnd(): Step {
  return async (far) => {
    const message = await far.hear()
    if (message !== END) throw new Error(`the peer expected the end and heard ${message.type}`)
  }
}

/** Waits for the end, whatever is said before. */
export function waitsForTheEnd(): Step {
  return async (far) => {
    while ((await far.hear()) !== END);
  }
}

export function ends(): Step {
  return (far) => far.end()
}

export function resets(): Step {
  return (far) => far.reset()
}

/** Sends a frame that need not hold what its type says. */
export function sendsFrame(type: number, payload: Uint8Array = new Uint8Array(0)): Step {
  return (far) => far.sendFrames({ type, payload })
}

/** Who the far end is, and the chain both ends are on. */
export const CHAIN_ID = 'c4'.repeat(32)
export const FAR_IDENTITY: NodeIdentity = createIdentity()
export const FAR_HELLO: HelloOptions = {
  identity: FAR_IDENTITY,
  chainId: CHAIN_ID,
  userAgent: 'far end',
  head: { number: 7, id: `00000007${'ab'.repeat(16)}` },
  headTime: 1_600_000_000,
}

export const ACCEPTED: Message = { type: 'connection_accepted_message' }
export const ADDRESS_REQUEST: Message = { type: 'address_request_message' }
export const NO_ADDRESSES: Message = { type: 'address_message', addresses: [] }

/** A handshake up to the moment where the other side is active. */
export const SHAKES_HANDS: readonly Step[] = [
  hears('hello_message'),
  saysHello(),
  hears('connection_accepted_message'),
  says(ACCEPTED),
  hears('address_request_message'),
  says(NO_ADDRESSES),
  hears('current_time_request_message'),
]

/** Plays a script at a socket. Resolves when it is over; rejects when something else is heard than it says. */
export async function playScript(socket: Socket, steps: readonly Step[]): Promise<FarEnd> {
  const far = await meet(socket)
  for (const step of steps) await step(far)
  return far
}
