import { concatMap, defer, EMPTY, type Observable, of, Subject, takeWhile, timeout } from 'rxjs'
import { GENESIS } from '../chain/cursor.ts'
import { LinkError, type RxBitsharesError } from '../errors.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { NetworkDescription } from '../node/networks.ts'
import { printable } from '../node/printable.ts'
import type { Clock } from '../peer/clock.ts'
import { createIdentity } from '../peer/identity.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import { type VisitEvent, visitPeer } from '../peer/visit-peer.ts'
import type { PeerAddress } from '../transport/peer-address.ts'

/** What was looked at, in this order. */
export type Check = 'tcp' | 'keys' | 'hello' | 'handshake' | 'clock' | 'blocks' | 'head'

/** One step of an examination. */
export interface Finding {
  readonly check: Check
  readonly isGood: boolean
  /** Milliseconds since the examination began. */
  readonly atMs: number
  /** A plain sentence. */
  readonly text: string
  /** Why the connection ended, where that is what was found. */
  readonly error?: RxBitsharesError
}

/** A head older than so many block intervals says that the node is stuck or still catching up. */
const STUCK_AFTER_INTERVALS = 20
/** A clock off by more makes a node refuse fresh blocks (`application.cpp`, `handle_block`: 2.5 s). */
const MAX_CLOCK_OFFSET_MS = 2000
const ANSWER_TIMEOUT_MS = 20_000

/**
 * Connects to one node and looks at it step by step, from TCP to the age of its head block.
 *
 * Cold; emits a finding a step, the last one with what is wrong where something is, then completes. Never errors.
 */
export function examinePeer(
  address: PeerAddress,
  network: NetworkDescription,
  clock: Clock,
): Observable<Finding> {
  return defer(() => {
    const startedAt = clock.nowMs()
    const command$ = new Subject<PeerCommand>()
    const found = (check: Check, text: string, isGood = true): Finding => ({
      check,
      isGood,
      atMs: clock.nowMs() - startedAt,
      text,
    })
    let stage: Check = 'tcp'
    const visit$ = visitPeer(address, {
      clock,
      keyPrefix: network.prefix,
      command$,
      hello: () => ({
        identity: IDENTITY,
        chainId: network.chainId,
        userAgent: 'rx-bitshares doctor',
        head: GENESIS,
        headTime: 0,
      }),
    })
    let claimed = GENESIS.id
    function look(event: VisitEvent): Observable<Finding> {
      switch (event.type) {
        case 'reached':
          stage = 'keys'
          return of(found('tcp', 'the port is open'))
        case 'connected':
          stage = 'hello'
          return of(found('keys', 'keys exchanged, the connection is encrypted'))
        case 'greeted': {
          const { userAgent, head, platform } = event.hello
          claimed = head.id
          stage = 'handshake'
          return of(
            found(
              'hello',
              `${printable(userAgent)} on ${printable(platform)}, says its head is block ${head.number}`,
            ),
          )
        }
        case 'active':
          stage = 'blocks'
          command$.next(ask(claimed))
          return of(found('handshake', 'it accepted us'))
        case 'clockMeasured': {
          const offsetMs = Math.round(event.clockOffsetMs)
          const isGood = Math.abs(offsetMs) <= MAX_CLOCK_OFFSET_MS
          const trip = `round trip ${event.roundTripMs.toFixed(1)} ms`
          const verdict = isGood
            ? ''
            : ': one of the two clocks is wrong, and a node with a wrong clock refuses fresh blocks'
          return of(found('clock', `its clock is ${offsetMs} ms off ours, ${trip}${verdict}`, isGood))
        }
        case 'idsListed': {
          const last = event.ids.at(-1)
          if (last === undefined)
            return of(
              found('blocks', 'it lists no blocks: its chain is empty, or not what its hello said', false),
            )
          if (event.remaining > 0) {
            command$.next(ask(last))
            return EMPTY
          }
          stage = 'head'
          command$.next({
            do: 'send',
            peer: 0,
            message: { type: 'fetch_items_message', item_type: ITEM_TYPE.block, items_to_fetch: [last] },
          })
          return of(found('blocks', `it lists blocks up to ${Number.parseInt(last.slice(0, 8), 16)}`))
        }
        case 'blocksReceived': {
          const [block] = event.blocks
          if (block === undefined) return EMPTY
          const age = (network.chainSeconds?.() ?? clock.wallMs() / 1000) - block.timestamp
          const isGood = age < STUCK_AFTER_INTERVALS * network.blockIntervalSeconds
          const verdict = isGood ? 'the node is in sync' : 'the node is stuck, or still catching up'
          return of(
            found('head', `head block ${block.number} is ${Math.round(age)} s old: ${verdict}`, isGood),
          )
        }
        case 'closed':
          return of({ ...found(stage, explain(event.error), false), error: event.error })
        default:
          return EMPTY
      }
    }
    return visit$.pipe(
      timeout({ each: ANSWER_TIMEOUT_MS, scheduler: clock.scheduler, with: () => of(silence(clock)) }),
      concatMap(look),
      takeWhile(({ check, error }) => check !== 'head' && error === undefined, true),
    )
  })
}

const IDENTITY = createIdentity()

function ask(id: string): PeerCommand {
  const message = {
    type: 'fetch_blockchain_item_ids_message',
    item_type: ITEM_TYPE.block,
    blockchain_synopsis: id === GENESIS.id ? [] : [id],
  } as const
  return { do: 'send', peer: 0, message }
}

function silence(clock: Clock): VisitEvent {
  return {
    type: 'closed',
    peer: 0,
    at: clock.nowMs(),
    error: new LinkError('TIMEOUT', 'it does not answer any more'),
  }
}

/** What the end of a connection means for somebody who wonders why a node is not of use. */
function explain(error: RxBitsharesError): string {
  switch (error.code) {
    case 'WRONG_CHAIN':
      return `${error.message}: it belongs to another network than the one asked for`
    case 'REJECTED':
      return `${error.message}: it is full, or keeps a list of who may connect`
    case 'CLOSED':
      return `${error.message}: it let us go before it answered`
    default:
      return error.message
  }
}
