import { ignoreElements, type Observable, tap } from 'rxjs'
import { formatCursor } from '../chain/cursor.ts'
import type { NodeEvent } from '../node/events.ts'
import type { Logger } from './create-logger.ts'

/**
 * Writes what happens to a log; emits nothing. Levels say who should act: `error` the operator at once, or we, where it is a bug
 * of ours; `warn` the operator when there is time; `info` and `debug` nobody. What a peer does wrong ends its connection and
 * is nothing to act on.
 *
 * Texts from peers are in fields, never in the message, and were made printable where they entered.
 */
export function logEvents(event$: Observable<NodeEvent>, logger: Logger): Observable<never> {
  return event$.pipe(
    tap((event) => {
      logEvent(event, logger)
    }),
    ignoreElements(),
  )
}

function logEvent(event: NodeEvent, logger: Logger): void {
  switch (event.type) {
    case 'peerDialled':
      logger.debug('dialling', { peer: event.peer })
      break
    case 'peerGreeted':
      logger.debug('hello', {
        peer: event.peer,
        userAgent: event.hello.userAgent,
        head: event.hello.head.number,
      })
      break
    case 'listening':
      logger.info('listening', { address: event.address })
      break
    case 'peerArrived':
      logger.debug('connection taken', { peer: event.peer })
      break
    case 'peerTurnedAway':
      logger.debug('connection turned away', { peer: event.peer, reason: event.reason })
      break
    case 'acceptFailed':
    case 'peersFileTrouble':
      logger.warn(event.message)
      break
    case 'transactionNotRelayed':
      logger.debug('transaction not passed on', { peer: event.peer, reason: event.reason })
      break
    case 'transactionNotSent':
      logger.warn('transaction not sent', { id: event.id, reason: event.reason })
      break
    case 'peerActive':
      logger.info('peer is active', { peer: event.peer })
      break
    case 'peerClosed':
      logger[event.code === 'INTERNAL' ? 'error' : 'info']('connection ended', {
        peer: event.peer,
        code: event.code,
        reason: event.message,
        isFault: event.isFault,
      })
      break
    case 'startLocated':
      logger.info('start is known', { after: event.after.number })
      break
    case 'blockRefused':
    case 'blockDoubted':
      logger[event.type === 'blockRefused' ? 'info' : 'warn'](toVerdict(event.type), {
        peer: event.peer,
        number: event.block.number,
        id: event.block.id,
        code: event.reason.code,
        reason: event.reason.message,
      })
      break
    case 'blockCompeting':
      logger.info('block beside the chain', {
        peer: event.peer,
        number: event.block.number,
        id: event.block.id,
      })
      break
    case 'reorganized':
      logger.warn('chain reorganized', {
        from: formatCursor(event.from),
        to: formatCursor(event.to),
        undone: event.undone,
        applied: event.applied,
      })
      break
    case 'witnessKeySeen':
      logger.info('witness key seen for the first time', {
        witness: event.witness,
        key: event.key,
        number: event.block.number,
      })
      break
    case 'blockEarly':
      logger.debug('block waits for its time', { peer: event.peer, number: event.block.number })
      break
    case 'blockHeld':
      logger.debug('block waits for its predecessor', { peer: event.peer, number: event.block.number })
      break
    case 'addressesLearnt':
      logger.debug('addresses', { peer: event.peer, new: event.count })
      break
    case 'firewallChecked':
      logger.info('a peer has checked whether others can connect here', {
        peer: event.peer,
        address: event.address,
        result: event.result,
      })
      break
    case 'addressChecked':
      logger.debug('address checked for a peer', {
        peer: event.peer,
        address: event.address,
        result: event.result,
      })
      break
    case 'clockMeasured':
      logger.debug('clock', {
        peer: event.peer,
        offsetMs: event.clockOffsetMs,
        roundTripMs: event.roundTripMs,
      })
      break
    case 'diskFull':
      logger.error('disk is full: waiting for room', {
        directory: event.directory,
        waitingBlocks: event.waitingBlocks,
      })
      break
    case 'diskHasRoom':
      logger.warn('disk has room again', { directory: event.directory })
      break
    case 'announced':
    case 'durable':
    case 'blockApplied':
    case 'blockUndone':
    case 'blockIrreversible':
    case 'locating':
    case 'transactionHeard':
    case 'transactionRefused':
    case 'transactionSent':
    case 'transactionEchoed':
    case 'transactionExpired':
      break
  }
}

function toVerdict(type: 'blockRefused' | 'blockDoubted'): string {
  return type === 'blockRefused' ? 'block refused' : 'block in doubt'
}
