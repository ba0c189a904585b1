import { LinkError, RxBitsharesError } from '../errors.ts'

const REASONS: Readonly<Partial<Record<string, string>>> = {
  ECONNREFUSED: 'nothing listens there (connection refused)',
  ECONNRESET: 'the other end broke the connection',
  EPIPE: 'the other end has closed the connection',
  ETIMEDOUT: 'no answer',
  EHOSTUNREACH: 'there is no route to that host',
  ENETUNREACH: 'there is no route to that network',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name could not be looked up',
  EACCES: 'not permitted',
  EADDRINUSE: 'the port is in use by another program',
  EADDRNOTAVAIL: 'this machine does not have that address',
  EMFILE: 'too many open files',
}

/** What a system error means, in a few words. */
export function reasonOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error.message === '' ? code : error.message)
}

/** The error of a connection that was open. Errors of ours pass as they are. */
export function toLinkError(error: Error): RxBitsharesError {
  if (error instanceof RxBitsharesError) return error
  return new LinkError('RESET', `connection lost: ${reasonOf(error)}`, { cause: error })
}
