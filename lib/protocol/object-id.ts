import { refuse, found } from './json/value-fault.ts'

/** Space, type and instance of an object of the chain: `1.2.345` is account 345. Numbers for 1.x are in `types.hpp`. */
export type ObjectId<
  Space extends number = number,
  Type extends number = number,
> = `${Space}.${Type}.${bigint}`

/** Who is voted for: a kind (0 committee member, 1 witness, 2 worker) and a number (`vote.hpp`, `vote_id_type`). */
export type VoteId = `${number}:${number}`

/** Instances are below 2^48 (`object_id.hpp`, `GRAPHENE_DB_MAX_INSTANCE_ID`). */
export const MAX_INSTANCE: number = 2 ** 48 - 1
/** Instances of votes have 24 bits (`vote.hpp`, `vote_id_type::content`). */
const MAX_VOTE_INSTANCE = 0xffffff

/** The text of an object id. */
export function objectIdToText<Space extends number, Type extends number>(
  space: Space,
  type: Type,
  instance: number,
): ObjectId<Space, Type> {
  return `${space}.${type}.${instance}` as ObjectId<Space, Type>
}

const OBJECT_ID = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,14})$/

/** The three numbers of an object id's text; anything else is refused. */
export function objectIdFromText(text: unknown): readonly [space: number, type: number, instance: number] {
  const parts = typeof text === 'string' ? OBJECT_ID.exec(text) : null
  if (parts === null) return refuse(`expected an object id like 1.2.3, found ${found(text)}`)
  const [space, type, instance] = parts.slice(1).map(Number) as [number, number, number]
  if (space > 255 || type > 255 || instance > MAX_INSTANCE) return refuse(`there is no object ${found(text)}`)
  return [space, type, instance]
}

/** The instance of an object id whose space and type are given by where it stands. */
export function instanceFromText(space: number, type: number, text: unknown): number {
  const prefix = `${space}.${type}.`
  if (typeof text !== 'string' || !text.startsWith(prefix)) {
    return refuse(`expected an object id like ${prefix}0, found ${found(text)}`)
  }
  return objectIdFromText(text)[2]
}

const VOTE_ID = /^(0|[1-9]\d{0,2}):(0|[1-9]\d{0,7})$/

/** The text of a vote, from its kind in the low byte and its number above (`vote.cpp`, `operator std::string`). */
export function voteIdToText(content: number): VoteId {
  return `${content & 0xff}:${content >>> 8}`
}

/** Kind and number of a vote in 32 bits; anything but its text is refused. */
export function voteIdFromText(text: unknown): number {
  const parts = typeof text === 'string' ? VOTE_ID.exec(text) : null
  if (parts === null) return refuse(`expected a vote like 1:23, found ${found(text)}`)
  const [kind, instance] = parts.slice(1).map(Number) as [number, number]
  if (kind > 255 || instance > MAX_VOTE_INSTANCE) return refuse(`there is no vote ${found(text)}`)
  return instance * 256 + kind
}
