import { isBlockId } from '../chain/cursor.ts'
import { cleanText } from '../names/clean-text.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import type { Found } from '../view/page-types.ts'
import type { Desk } from './answer-route.ts'
import { parsePlace } from './parse-route.ts'

const MAX_NAME = 63

/**
 * What a text names: a block by number or id, a transaction by id, an account by id or name. Undefined where nothing of that
 * is known here.
 */
export async function find(text: string, desk: Desk): Promise<Found | undefined> {
  const { state, names, mempool, blocks } = desk
  const wanted = text.trim().replace(/^#/, '').replaceAll(/[ ,_]/g, '')
  const at = parsePlace(wanted.toLowerCase())
  if (at !== undefined) {
    const recent = state.recent.find(at)
    if (recent !== undefined) return { kind: 'block', number: recent.number, id: recent.id }
    const id = String(at)
    if (isBlockId(id) && (state.recent.place(id) !== undefined || mempool.find(id) !== undefined)) {
      return { kind: 'transaction', id }
    }
    // A store is asked for blocks alone, and says which it is by having it.
    const raw = await blocks?.get(at)
    if (raw === undefined) return undefined
    return typeof at === 'number'
      ? { kind: 'block', number: at, id: '' }
      : { kind: 'block', number: Number.parseInt(at.slice(0, 8), 16), id: at }
  }
  const name = text.trim().toLowerCase()
  if (/^1\.2\.\d{1,15}$/.test(name)) {
    const known = names.account(name as ObjectId<1, 2>)
    return { kind: 'account', id: name, ...(known !== undefined && { name: cleanText(known, MAX_NAME) }) }
  }
  const id = name.length > MAX_NAME ? undefined : names.accountNamed(name)
  return id === undefined ? undefined : { kind: 'account', id, name: cleanText(name, MAX_NAME) }
}
