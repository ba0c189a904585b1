import type { Operation } from '../protocol/generated/types.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import type { Cast, DevnetAccount } from './cast.ts'
import type { EncryptMemo } from './memo.ts'
import type { Random } from './random.ts'
import type { TrafficState } from './traffic-state.ts'

/** What one account does in one transaction. */
export interface Deed {
  readonly by: DevnetAccount
  readonly operations: readonly Operation[]
}

/** What a deed is chosen from. */
export interface Scene {
  readonly seed: string
  readonly cast: Cast
  readonly state: TrafficState
  readonly random: Random
  readonly encryptMemo: EncryptMemo
  /** Time of the head block in seconds. */
  readonly headSeconds: number
}

export const DAY_SECONDS = 86_400

/** The account with that id, one of the cast. */
export function accountOf(cast: Cast, id: ObjectId<1, 2>): DevnetAccount {
  return cast.accounts.find((account) => account.id === id) ?? cast.market
}
