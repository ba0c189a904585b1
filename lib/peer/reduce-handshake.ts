import { LinkError, PeerFault, type RxBitsharesError } from '../errors.ts'
import { REJECTION_REASONS } from '../messages/handshake-messages.ts'
import type { Message, MessageOf } from '../messages/registry.ts'
import type { DecodedMessage } from './decode.ts'
import { isRejection, type PeerHello, type Rejection } from './hello.ts'

/**
 * Where a handshake stands. The two verdicts are independent: the peer's acceptance may arrive before its hello
 * (core asks its chain for the head before it says hello, and answers ours meanwhile).
 */
export interface HandshakeState {
  readonly direction: 'inbound' | 'outbound'
  /** How we judged the peer. */
  readonly hello: PeerHello | undefined
  readonly refused: Rejection | undefined
  /** How the peer judged us. */
  readonly isAccepted: boolean
  readonly rejected: Rejection | undefined
  readonly asksAddresses: boolean
  readonly isActive: boolean
}

/** What a step of the handshake wants done. `end` closes the connection after what was sent before it. */
export type HandshakeCommand =
  | { readonly do: 'send'; readonly message: Message }
  /** Tells a peer that was refused who else is here. */
  | { readonly do: 'answerAddresses' }
  | { readonly do: 'greet'; readonly hello: PeerHello }
  | { readonly do: 'activate' }
  | { readonly do: 'tellAddresses'; readonly message: MessageOf<'address_message'> }
  | { readonly do: 'end'; readonly error: RxBitsharesError }

export function createHandshakeState(direction: 'inbound' | 'outbound'): HandshakeState {
  return {
    direction,
    hello: undefined,
    refused: undefined,
    isAccepted: false,
    rejected: undefined,
    asksAddresses: false,
    isActive: false,
  }
}

/** Time to ask an active peer for addresses again. */
export const REFRESH = { type: 'refresh_addresses' } as const
/** The time for a handshake is over. */
export const DEADLINE = { type: 'deadline' } as const
/** No more messages come: the peer closed, or the connection broke with an error. */
export interface Ended {
  readonly type: 'ended'
  readonly error: RxBitsharesError
}

/** Stands for the peer's endpoint in a rejection; informational. */
const UNKNOWN_ENDPOINT = '0.0.0.0:0'
/** Most characters of a peer's reason that become part of an error. */
const MAX_SHOWN_REASON = 256

/**
 * Takes one message (protocol.md §4.8 to §4.10, §5).
 *
 * A peer that rejected us may answer with addresses, say goodbye, close or fall silent: whatever it does, the rejection is
 * why the connection ended.
 *
 * @param judge checks the peer's hello, see `checkHello`
 */
export function reduceHandshake(
  state: HandshakeState,
  message: DecodedMessage | typeof REFRESH | typeof DEADLINE | Ended,
  judge: (hello: MessageOf<'hello_message'>) => PeerHello | Rejection,
): readonly [HandshakeState, readonly HandshakeCommand[]] {
  switch (message.type) {
    case 'refresh_addresses': {
      if (!state.isActive) return [state, []]
      return [
        { ...state, asksAddresses: true },
        [{ do: 'send', message: { type: 'address_request_message' } }],
      ]
    }
    case 'deadline': {
      if (state.isActive) return [state, []]
      return [state, [endOf(state, new LinkError('TIMEOUT', 'the handshake was not over in time'))]]
    }
    case 'ended':
      return [state, [endOf(state, message.error)]]
    case 'closing_connection_message': {
      const reason = JSON.stringify(message.reason_for_closing.slice(0, MAX_SHOWN_REASON))
      return [state, [endOf(state, new LinkError('CLOSED', `the peer said goodbye: ${reason}`))]]
    }
    case 'hello_message':
      return takeHello(state, message, judge)
    case 'connection_accepted_message': {
      if (state.isAccepted || state.rejected !== undefined) return [state, []]
      return [
        { ...state, isAccepted: true, asksAddresses: true },
        [{ do: 'send', message: { type: 'address_request_message' } }],
      ]
    }
    case 'connection_rejected_message':
      return takeRejection(state, message)
    case 'address_request_message': {
      if (state.hello !== undefined) return [state, []]
      if (state.refused !== undefined)
        return [state, [{ do: 'answerAddresses' }, end(toNoPlaceError(state.refused))]]
      return [state, [end(new PeerFault('UNEXPECTED_MESSAGE', 'it asked for addresses before its hello'))]]
    }
    case 'address_message': {
      if (!state.asksAddresses) return [state, []]
      const next = { ...state, asksAddresses: false }
      const tell: HandshakeCommand = { do: 'tellAddresses', message }
      if (state.rejected !== undefined) return [next, [tell, end(toRejectedError(state.rejected))]]
      const [active, commands] = activate(next)
      return [active, [tell, ...commands]]
    }
    case 'fetch_blockchain_item_ids_message': {
      if (state.hello === undefined) {
        return [state, [end(new PeerFault('UNEXPECTED_MESSAGE', `it sent ${message.type} before its hello`))]]
      }
      // A node that was dialled is made active by the dialler's first synopsis.
      return state.direction === 'inbound' ? activate(state, true) : [state, []]
    }
    case 'fetch_items_message':
    case 'item_ids_inventory_message': {
      if (state.hello !== undefined) return [state, []]
      return [state, [end(new PeerFault('UNEXPECTED_MESSAGE', `it sent ${message.type} before its hello`))]]
    }
    default:
      return [state, []]
  }
}

/** The error a rejection by the peer ends the connection with. */
export function toRejectedError({ code, reason }: Rejection): LinkError {
  const name = REJECTION_REASONS[code] ?? 'unspecified'
  const kind = code === 1 ? 'WRONG_CHAIN' : code === 3 ? 'SELF' : code === 2 ? 'DUPLICATE' : 'REJECTED'
  return new LinkError(
    kind,
    `the peer rejected us (${name}): ${JSON.stringify(reason.slice(0, MAX_SHOWN_REASON))}`,
  )
}

function takeHello(
  state: HandshakeState,
  message: MessageOf<'hello_message'>,
  judge: (hello: MessageOf<'hello_message'>) => PeerHello | Rejection,
): readonly [HandshakeState, readonly HandshakeCommand[]] {
  if (state.hello !== undefined || state.refused !== undefined) {
    return [state, [end(new PeerFault('UNEXPECTED_MESSAGE', 'it said hello twice'))]]
  }
  const answer = judge(message)
  if (!isRejection(answer)) {
    const [next, commands] = activate({ ...state, hello: answer })
    const accept: HandshakeCommand = { do: 'send', message: { type: 'connection_accepted_message' } }
    return [next, [{ do: 'greet', hello: answer }, accept, ...commands]]
  }
  const rejection: Message = {
    type: 'connection_rejected_message',
    user_agent: '',
    core_protocol_version: message.core_protocol_version,
    remote_endpoint: UNKNOWN_ENDPOINT,
    reason_code: answer.code,
    reason_string: answer.reason,
  }
  const next = { ...state, refused: answer }
  const refuse: HandshakeCommand = { do: 'send', message: rejection }
  // One that is only too many may still ask who else is here, as with core.
  return LINGERING.has(answer.code)
    ? [next, [refuse]]
    : [next, [refuse, end(toRefusedError(answer, message))]]
}

/** Rejections for want of a place, and of those who are not wanted (`node.cpp`, `on_hello_message`). */
const LINGERING: ReadonlySet<number> = new Set([4, 5])

function toNoPlaceError({ reason }: Rejection): LinkError {
  return new LinkError('STOPPED', `we refused the peer: ${reason}`)
}

function toRefusedError({ code, reason }: Rejection, hello: MessageOf<'hello_message'>): RxBitsharesError {
  if (code === 1) return new LinkError('WRONG_CHAIN', `the peer is on chain ${hello.chain_id}`)
  if (code === 2) return new LinkError('DUPLICATE', 'already connected to this node')
  if (code === 3) return new LinkError('SELF', 'the peer is this very node')
  return new PeerFault('BAD_HELLO', reason)
}

function takeRejection(
  state: HandshakeState,
  message: MessageOf<'connection_rejected_message'>,
): readonly [HandshakeState, readonly HandshakeCommand[]] {
  if (state.isAccepted || state.rejected !== undefined) {
    return [state, [end(new PeerFault('UNEXPECTED_MESSAGE', 'it rejected us twice, or after accepting us'))]]
  }
  const rejected: Rejection = { code: message.reason_code, reason: message.reason_string }
  // On another chain or connected to itself, the peer is gone already (core closes at once in both cases).
  if (rejected.code === 1 || rejected.code === 3)
    return [{ ...state, rejected }, [end(toRejectedError(rejected))]]
  return [
    { ...state, rejected, asksAddresses: true },
    [{ do: 'send', message: { type: 'address_request_message' } }],
  ]
}

/**
 * A peer becomes active once each side accepted the other and it answered for addresses; one that dialled us also
 * by its first synopsis, whatever is still on its way (`node.cpp`, `on_fetch_blockchain_item_ids_message`).
 */
function activate(
  state: HandshakeState,
  isBySynopsis = false,
): readonly [HandshakeState, readonly HandshakeCommand[]] {
  const isReady = isBySynopsis || (state.isAccepted && !state.asksAddresses)
  if (state.isActive || state.hello === undefined || !isReady) return [state, []]
  return [{ ...state, isActive: true }, [{ do: 'activate' }]]
}

/** The end, for the reason that came first. */
function endOf({ rejected, refused }: HandshakeState, error: RxBitsharesError): HandshakeCommand {
  if (rejected !== undefined) return end(toRejectedError(rejected))
  return end(refused === undefined ? error : toNoPlaceError(refused))
}

function end(error: RxBitsharesError): HandshakeCommand {
  return { do: 'end', error }
}
