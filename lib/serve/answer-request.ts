import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkRequest, headOf, type Refusal } from '../http/check-request.ts'
import { admit } from './access-token.ts'
import { type Answer, refusalAnswer, sendAnswer } from './answer.ts'
import { answerRoute, type Desk } from './answer-route.ts'
import { MAX_OPEN_REQUESTS } from './limits.ts'
import { openEvents } from './open-events.ts'
import type { PageFile } from './page-files.ts'
import { parseRoute, type Route } from './parse-route.ts'

/** Who is let in, and what is handed out at the door. */
export interface Door {
  readonly hosts: ReadonlySet<string>
  readonly token: string | undefined
  readonly files: ReadonlyMap<string, PageFile>
  nowMs(): number
  /** Questions for data that are being answered. */
  openRequests: number
  /** A question could not be answered, through no fault of who asked. */
  onFailure(error: unknown): void
}

/** Answers one request. Never throws: what goes wrong is an answer too. */
export function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  desk: Desk,
): void {
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const send = (answer: Answer): void => {
    sendAnswer(response, answer, { isHead: request.method === 'HEAD', takesGzip })
  }
  const refuse = (refusal: Refusal): void => {
    send(refusalAnswer(refusal))
  }
  const refusal = checkRequest(headOf(request), door.hosts)
  if (refusal !== undefined) {
    refuse(refusal)
    return
  }
  const url = parseUrl(request.url ?? '/')
  if (url === undefined) {
    refuse({ status: 400, message: 'The address cannot be read.' })
    return
  }
  const admission = admit(door.token, {
    query: url.searchParams.get('token') ?? undefined,
    cookie: request.headers.cookie,
    authorization: request.headers.authorization,
  })
  if (!admission.isAdmitted) {
    refuse(admission.refusal)
    return
  }
  if (admission.welcome !== undefined) {
    const headers = { location: url.pathname, 'set-cookie': admission.welcome, 'cache-control': 'no-store' }
    send({ status: 303, headers, body: new Uint8Array(0) })
    return
  }
  const route = parseRoute(url.pathname, door.files)
  if (route === undefined) {
    refuse({ status: 404, message: 'There is nothing at this address.' })
  } else if (route.to === 'events') {
    const reason = openEvents(request, response, url.searchParams, desk, () => door.nowMs())
    if (reason !== undefined) refuse(reason)
  } else if (route.to === 'page' || route.to === 'file') {
    const file = door.files.get(route.to === 'file' ? route.path : '/index.html')
    if (file === undefined) refuse({ status: 404, message: 'There is nothing at this address.' })
    else send(takesGzip ? file.compressed : file.plain)
  } else if (door.openRequests >= MAX_OPEN_REQUESTS && !isAboutHealth(route)) {
    refuse({ status: 503, message: 'There are too many questions at once.' })
  } else {
    door.openRequests += 1
    // Until the answer has left: an answer that nobody reads takes memory.
    response.once('close', () => {
      door.openRequests -= 1
    })
    answerRoute(route, url.searchParams, desk).then(send, (error: unknown) => {
      door.onFailure(error)
      refuse({ status: 500, message: 'This could not be answered.' })
    })
  }
}

/** Short answers that somebody needs most when there is too much of everything. */
function isAboutHealth({ to }: Route): boolean {
  return to === 'healthz' || to === 'readyz' || to === 'metrics'
}

function parseUrl(path: string): URL | undefined {
  // A path with two slashes in front would be a host.
  return URL.canParse(`http://localhost${path}`) && path.startsWith('/')
    ? new URL(`http://localhost${path}`)
    : undefined
}
