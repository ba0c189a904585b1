import { Subject } from 'rxjs'
import type { Message } from '../../lib/messages/registry.ts'
import type { DecodedMessage } from '../../lib/peer/decode.ts'
import type { Link } from '../../lib/peer/link.ts'
import { SESSION } from './session-vectors.ts'

/** A link without a connection: what is sent is kept, and the test says the rest. */
export interface FakeLink extends Link {
  readonly sent: Message[]
  readonly message$: Subject<DecodedMessage>
  readonly drain$: Subject<unknown>
  queuedBytes: number
  bytesReceived: number
  bytesSent: number
  isEnded: boolean
  isTrusted: boolean
}

export function createFakeLink(): FakeLink {
  const link: FakeLink = {
    secret: SESSION.secret,
    sent: [],
    message$: new Subject(),
    drain$: new Subject(),
    queuedBytes: 0,
    bytesReceived: 0,
    bytesSent: 0,
    isEnded: false,
    isTrusted: false,
    send: (message) => void link.sent.push(message),
    end: () => void (link.isEnded = true),
    trust: () => void (link.isTrusted = true),
  }
  return link
}
