import type { Authority, TransferOperation } from '../protocol/generated/types.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import { APPLE, CORE, type DevnetAccount, USD } from './cast.ts'
import { accountOf, DAY_SECONDS, type Deed, type Scene } from './deed.ts'
import { feeFor } from './fees.ts'
import { deriveAccountKeys } from './traffic-state.ts'

const PHRASES = [
  'for the coffee',
  'rent',
  'thanks!',
  'invoice 2026-117',
  'lunch on Tuesday, your turn next time',
  'as agreed',
  'Grüße aus Köln',
  'deposit 4711',
]

/** A transfer of core, dollars or apples, many of them with a memo. */
export function pay(scene: Scene): Deed {
  const { cast, random } = scene
  const by = random.pick(cast.accounts)
  return { by, operations: [transfer(scene, by, random.chance(0.85))] }
}

/** Several transfers in one transaction. */
export function payMany(scene: Scene): Deed {
  const by = scene.random.pick(scene.cast.accounts)
  const count = scene.random.between(2, 6)
  return { by, operations: Array.from({ length: count }, () => transfer(scene, by, false)) }
}

/** Somebody proposes that somebody else pays. */
export function propose(scene: Scene): Deed {
  const { cast, random, headSeconds } = scene
  const by = random.pick(cast.accounts)
  const payer = random.pick(cast.accounts.filter((account) => account !== by))
  return {
    by,
    operations: [
      {
        type: 'proposal_create',
        fee: feeFor('proposal_create'),
        fee_paying_account: by.id,
        expiration_time: headSeconds + DAY_SECONDS,
        proposed_ops: [{ op: transfer(scene, payer, false) }],
        extensions: [],
      },
    ],
  }
}

/** Somebody agrees to pay what somebody else proposed. */
export function approve({ cast, state, random }: Scene): Deed | undefined {
  if (state.proposals.length === 0) return undefined
  const proposal = random.pick(state.proposals)
  const by = accountOf(cast, proposal.approver)
  state.proposals = state.proposals.filter((each) => each !== proposal)
  return {
    by,
    operations: [
      {
        type: 'proposal_update',
        fee: feeFor('proposal_update'),
        fee_paying_account: by.id,
        proposal: proposal.id,
        active_approvals_to_add: [by.id],
        active_approvals_to_remove: [],
        owner_approvals_to_add: [],
        owner_approvals_to_remove: [],
        key_approvals_to_add: [],
        key_approvals_to_remove: [],
        extensions: [],
      },
    ],
  }
}

/** A new account, with keys that follow from the seed. */
export function openAccount({ seed, cast, state, random }: Scene): Deed {
  const by = random.pick(cast.accounts)
  state.namesTaken += 1
  const name = `visitor-${state.namesTaken}`
  const { owner, active } = deriveAccountKeys(seed, name)
  const only = (key: string): Authority => ({
    weight_threshold: 1,
    account_auths: [],
    key_auths: [[key, 1] as const],
    address_auths: [],
  })
  return {
    by,
    operations: [
      {
        type: 'account_create',
        fee: feeFor('account_create'),
        registrar: by.id,
        referrer: by.id,
        referrer_percent: 0,
        name,
        owner: only(owner.text),
        active: only(active.text),
        options: {
          memo_key: active.text,
          // proxy-to-self: votes for itself
          voting_account: '1.2.5',
          num_witness: 0,
          num_committee: 0,
          votes: [],
          extensions: [],
        },
        extensions: {},
      },
    ],
  }
}

/** Bytes that mean nothing to the chain. */
export function sendCustom({ cast, random }: Scene): Deed {
  const by = random.pick(cast.accounts)
  const data = new TextEncoder().encode(random.pick(PHRASES))
  return {
    by,
    operations: [
      {
        type: 'custom',
        fee: feeFor('custom', data.length),
        payer: by.id,
        required_auths: [],
        id: random.below(0x1_0000),
        data,
      },
    ],
  }
}

function transfer(
  { cast, state, random, encryptMemo }: Scene,
  from: DevnetAccount,
  hasMemo: boolean,
): TransferOperation {
  const to = random.pick(state.recipients.filter((account) => account !== from))
  const asset_id: ObjectId<1, 3> = random.pick([CORE, CORE, CORE, USD, APPLE])
  const nonce = (BigInt(random.uint32()) << 32n) | BigInt(random.uint32())
  // A secret takes a millisecond to find and is found once a pair: visitors, who come and go, get no memos.
  const memo =
    hasMemo && cast.accounts.includes(to)
      ? encryptMemo(from.active, to.active, nonce, random.pick(PHRASES))
      : undefined
  return {
    type: 'transfer',
    fee: feeFor('transfer', memo?.message.length ?? 0),
    from: from.id,
    to: to.id,
    amount: { amount: BigInt(random.between(1000, 900_000_000)), asset_id },
    ...(memo === undefined ? {} : { memo }),
    extensions: [],
  }
}
