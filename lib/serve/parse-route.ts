import { isBlockId } from '../chain/cursor.ts'

/** What a request asks for. */
export type Route =
  | { readonly to: 'page' }
  | { readonly to: 'file'; readonly path: string }
  | { readonly to: 'events' }
  | { readonly to: 'snapshot' }
  | { readonly to: 'status' }
  | { readonly to: 'peers' }
  | { readonly to: 'nodes' }
  | { readonly to: 'block'; readonly at: number | string }
  | { readonly to: 'transaction'; readonly id: string }
  | { readonly to: 'find'; readonly text: string }
  | { readonly to: 'metrics' }
  | { readonly to: 'healthz' }
  | { readonly to: 'readyz' }

/** Addresses under which the one page is served; what it shows is decided in it. */
const PAGES: readonly RegExp[] = [
  /^\/$/,
  /^\/(?:market|witnesses|network)$/,
  /^\/(?:block|transaction)\/[0-9a-f]{1,40}$/,
]

const SIMPLE = {
  '/events': 'events',
  '/api/snapshot': 'snapshot',
  '/api/status': 'status',
  '/api/peers': 'peers',
  '/api/nodes': 'nodes',
  '/metrics': 'metrics',
  '/healthz': 'healthz',
  '/readyz': 'readyz',
} as const

const MAX_BLOCK_NUMBER = 0xffff_ffff

/** The route of a path; undefined for one that leads nowhere. Files are known by their paths. */
export function parseRoute(path: string, files: { has(path: string): boolean }): Route | undefined {
  if (PAGES.some((page) => page.test(path))) return { to: 'page' }
  if (Object.hasOwn(SIMPLE, path)) return { to: SIMPLE[path as keyof typeof SIMPLE] }
  const [, kind, value = ''] = /^\/api\/(block|transaction|find)\/([^/]+)$/.exec(path) ?? []
  if (kind === 'block') {
    const at = parsePlace(value)
    return at === undefined ? undefined : { to: 'block', at }
  }
  if (kind === 'transaction') return isBlockId(value) ? { to: 'transaction', id: value } : undefined
  if (kind === 'find') {
    const text = decoded(value)
    return text === undefined ? undefined : { to: 'find', text }
  }
  return files.has(path) ? { to: 'file', path } : undefined
}

/** A block's number or its id. */
export function parsePlace(text: string): number | string | undefined {
  if (isBlockId(text)) return text
  if (!/^\d{1,10}$/.test(text)) return undefined
  const number = Number(text)
  return number > 0 && number <= MAX_BLOCK_NUMBER ? number : undefined
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
