import { lookup } from 'node:dns/promises'
import { catchError, defer, from, map, type Observable, of } from 'rxjs'

/** Where a name leads. */
export interface ResolvedHost {
  /** IPv4 addresses. */
  readonly hosts: readonly string[]
  /** In one sentence, where there are none. */
  readonly problem: string | undefined
}

/** Addresses one name may stand for; seeds have a handful. */
const MAX_HOSTS = 16

/** Looks a name up. Cold; emits once, completes, never errors. */
export function resolveHost(host: string): Observable<ResolvedHost> {
  return defer(() => from(lookup(host, { all: true, family: 4 }))).pipe(
    map((found) => ({ hosts: found.slice(0, MAX_HOSTS).map(({ address }) => address), problem: undefined })),
    catchError((error: unknown) =>
      of({
        hosts: [],
        problem: `${host} cannot be found: ${error instanceof Error ? error.message : String(error)}`,
      }),
    ),
  )
}
