import {
  BehaviorSubject,
  catchError,
  concat,
  defer,
  distinctUntilChanged,
  EMPTY,
  filter,
  finalize,
  firstValueFrom,
  map,
  type Observable,
  of,
  Subject,
  switchMap,
  tap,
} from 'rxjs'
import { toHex } from '#platform'
import { signatures } from '../crypto/signatures.ts'
import { UsageError } from '../errors.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import { deriveKeyPair } from './key-pair.ts'
import type { DevnetNodeEvent } from './node-event.ts'
import { createRandom } from './random.ts'
import { type NodeServerContext, serveNode } from './serve-node.ts'

/** One listening node of a devnet. It can be stopped and started again, at the same port. */
export interface DevnetNode {
  /** Where it listens. The port is 0 until it is known. */
  readonly address: PeerAddress
  /** 33 bytes as hex; stays the same when the node is started again, while its node id changes as core's does. */
  readonly publicKey: string
  readonly isListening: boolean
  /** Open connections, those at handshake included. */
  readonly connections: number
  /** Listens again. Resolves when it does; rejects with {@link UsageError} when it cannot. */
  start(): Promise<void>
  /** Closes its port and all connections, at once and without a word. */
  stop(): void
  /** Breaks all connections and goes on listening. */
  disconnectAll(): void
}

/** What the devnet knows of a node besides its switch. */
export interface NodeRun {
  readonly node: DevnetNode
  /** The node's life. Cold, for one subscriber; never completes. */
  run(context: Omit<NodeServerContext, 'node' | 'address' | 'identity' | 'cut$'>): Observable<DevnetNodeEvent>
}

const NODE_ID_SIZE_BYTES = 33

/** @param event$ what happens at all nodes of the devnet; hot */
export function createDevnetNode(
  index: number,
  seed: string,
  asked: PeerAddress,
  event$: Observable<DevnetNodeEvent>,
): NodeRun {
  const { privateKey } = deriveKeyPair(seed, `node ${index}`)
  const publicKey = toHex(signatures.publicKeyOf(privateKey))
  const isWanted$ = new BehaviorSubject(true)
  const cut$ = new Subject<void>()
  const switchOff$ = defer(() => {
    isWanted$.next(false)
    return EMPTY
  })
  let address = asked
  let isListening = false
  let connections = 0
  let starts = 0

  const node: DevnetNode = {
    get address() {
      return address
    },
    publicKey,
    get isListening() {
      return isListening
    },
    get connections() {
      return connections
    },
    async start() {
      if (isListening) return
      const started = firstValueFrom(event$.pipe(filterStart(index)), { defaultValue: undefined })
      isWanted$.next(true)
      if ((await started) === undefined) throw new UsageError('BAD_OPTION', 'the devnet is closed')
    },
    stop: () => isWanted$.next(false),
    disconnectAll: () => cut$.next(),
  }

  function note(event: DevnetNodeEvent): void {
    if (event.type === 'listening') {
      address = event.address
      isListening = true
    } else if (event.type === 'peerConnected') {
      connections += 1
    } else if (event.type === 'peerClosed') {
      connections -= 1
    }
  }

  const nodeRun: NodeRun = {
    node,
    run(context) {
      const served$ = defer(() => {
        starts += 1
        const nodeId = toNodeId(`${seed} node ${index} start ${starts}`)
        const identity = { privateKey, publicKey, nodeId }
        return serveNode({ ...context, node: index, address, identity, cut$ })
      }).pipe(
        tap(note),
        catchError((error: unknown): Observable<DevnetNodeEvent> => {
          if (!(error instanceof UsageError)) throw error
          // After the event: switching off takes away what is still to be told.
          return concat(of({ type: 'listenFailed', node: index, error } as const), switchOff$)
        }),
        finalize(() => {
          isListening = false
          connections = 0
        }),
      )
      const stopped$ = of<DevnetNodeEvent>({ type: 'stopped', node: index })
      return isWanted$.pipe(
        distinctUntilChanged(),
        switchMap((isWanted) => (isWanted ? served$ : stopped$)),
      )
    },
  }
  return nodeRun
}

/** Emits when that node listens; errors when it cannot. */
export function filterStart(
  index: number,
): (event$: Observable<DevnetNodeEvent>) => Observable<DevnetNodeEvent> {
  return (event$) =>
    event$.pipe(
      filter(({ type, node }) => node === index && (type === 'listening' || type === 'listenFailed')),
      map((event) => {
        if (event.type === 'listenFailed') throw event.error
        return event
      }),
    )
}

function toNodeId(label: string): string {
  const random = createRandom(label)
  return toHex(Uint8Array.from({ length: NODE_ID_SIZE_BYTES }, () => random.below(256)))
}
