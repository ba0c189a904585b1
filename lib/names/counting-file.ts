import { MAX_INSTANCE } from '../protocol/object-id.ts'
import { refuse } from '../protocol/json/value-fault.ts'
import type { Creation, Effect, ProposalFacts } from './effects.ts'
import { effectCountOf, NAME_LENGTH, SYMBOL_LENGTH } from './effects.ts'
import { MOST_RUNS } from './count-ids.ts'
import type { Count, Counting, Item, Pending, Run, Waiting } from './counting.ts'
import { startCounting } from './counting.ts'
import type { Form } from './json-form.ts'
import { bool, listOf, maybe, membersOf, oneOf, text, wholeNumber } from './json-form.ts'
import { KINDS } from './kinds.ts'

/** How far ids are counted, as it is written to a file. */
export interface CountingFile {
  readonly is_complete: boolean
  readonly has_open_authority: boolean
  readonly counts: Readonly<Record<string, Count>>
  readonly pending: readonly (Pending & { readonly serial: number })[]
  readonly runs: readonly (Run & { readonly run: number })[]
  readonly doubted: readonly number[]
  readonly next_serial: number
}

/** Reasons are ours, and short. */
const REASON_LENGTH = 200
/** As deep as operations are decoded (`MAX_DEPTH`). */
const DEPTH = 200

const instance = wholeNumber(MAX_INSTANCE)
const seconds = wholeNumber(0xffff_ffff)

const CREATIONS: Readonly<Record<string, Form<Creation>>> = {
  account: membersOf<Creation & { kind: 'account' }>({ kind: kindOf('account'), name: text(NAME_LENGTH) }),
  asset: membersOf<Creation & { kind: 'asset' }>({
    kind: kindOf('asset'),
    symbol: text(SYMBOL_LENGTH),
    precision: wholeNumber(255),
    issuer: instance,
  }),
  committee_member: membersOf<Creation & { kind: 'committee_member' }>({
    kind: kindOf('committee_member'),
    account: instance,
  }),
  witness: membersOf<Creation & { kind: 'witness' }>({ kind: kindOf('witness'), account: instance }),
  liquidity_pool: membersOf<Creation & { kind: 'liquidity_pool' }>({
    kind: kindOf('liquidity_pool'),
    assetA: instance,
    assetB: instance,
    shareAsset: instance,
  }),
}

function kindOf<Name extends string>(name: Name): Form<Name> {
  return () => name
}

function creationForm(depth: number): Form<Creation> {
  return (json) =>
    oneOf<Creation>('kind', {
      ...CREATIONS,
      proposal: membersOf<Creation & { kind: 'proposal' }>({
        kind: kindOf('proposal'),
        proposal: membersOf<ProposalFacts>(factForms(depth + 1)),
      }),
    })(json)
}

function effectForm(depth: number): Form<Effect> {
  if (depth > DEPTH) return () => refuse(`nested deeper than ${DEPTH}`)
  return oneOf<Effect>('type', {
    creation: membersOf<Effect & { type: 'creation' }>({
      type: kindOf('creation'),
      creation: creationForm(depth),
    }),
    asset_change: membersOf<Effect & { type: 'asset_change' }>({
      type: kindOf('asset_change'),
      asset: instance,
      issuer: maybe(instance),
      precision: maybe(wholeNumber(255)),
    }),
    approval: membersOf<Effect & { type: 'approval' }>({
      type: kindOf('approval'),
      proposal: instance,
      isAdded: bool,
    }),
    removal: membersOf<Effect & { type: 'removal' }>({ type: kindOf('removal'), proposal: instance }),
  })
}

function factForms(depth: number): { readonly [Name in keyof ProposalFacts]-?: Form<ProposalFacts[Name]> } {
  return {
    proposer: instance,
    expires: seconds,
    isReviewed: bool,
    effects: (json) => listOf(effectForm(depth))(json),
    isOpen: bool,
  }
}

const item = membersOf<Item>({ creation: creationForm(0), serial: maybe(wholeNumber()) })

const count = membersOf<Count>({
  next: maybe(instance),
  proven: maybe(instance),
  waiting: listOf(membersOf<Waiting>({ items: listOf(item), run: maybe(wholeNumber()) })),
  lost: maybe(
    membersOf<{ block: number; because: string }>({ block: wholeNumber(), because: text(REASON_LENGTH) }),
  ),
})

const COUNTING = membersOf<CountingFile>({
  is_complete: bool,
  has_open_authority: bool,
  counts: membersOf<Record<string, Count>>(Object.fromEntries(KINDS.map((kind) => [kind, count]))),
  pending: listOf(
    membersOf<Pending & { serial: number }>({
      serial: wholeNumber(),
      ...factForms(0),
      wasApproved: bool,
      id: maybe(instance),
    }),
  ),
  runs: listOf(
    membersOf<Run & { run: number }>({ run: wholeNumber(), serial: wholeNumber(), block: wholeNumber() }),
  ),
  doubted: listOf(instance),
  next_serial: wholeNumber(),
})

/** Counting as plain data. */
export function toCountingFile(counting: Counting): CountingFile {
  const { pending, runs, doubted } = counting
  return {
    is_complete: counting.isComplete,
    has_open_authority: counting.hasOpenAuthority,
    counts: Object.fromEntries(
      KINDS.map((kind) => {
        const { next, proven, lost } = counting.counts[kind]
        const waiting = counting.counts[kind].waiting.map(({ items, run }) => ({ items: [...items], run }))
        return [kind, { next, proven, waiting, lost }]
      }),
    ),
    pending: [...pending]
      .map(([serial, proposal]) => ({ serial, ...proposal }))
      .sort((a, b) => a.serial - b.serial),
    runs: [...runs].map(([run, each]) => ({ run, ...each })).sort((a, b) => a.run - b.run),
    doubted: [...doubted.keys()].sort((a, b) => a - b),
    next_serial: counting.nextSerial,
  }
}

/** Counting from a file; refuses what does not hang together. */
export function readCountingFile(json: unknown): Counting {
  const file = COUNTING(json)
  const counting = startCounting()
  counting.isComplete = file.is_complete
  counting.hasOpenAuthority = file.has_open_authority
  counting.nextSerial = file.next_serial
  for (const { run, serial, block } of file.runs) counting.runs.set(run, { serial, block })
  for (const kind of KINDS) counting.counts[kind] = checkCount(kind, file.counts[kind], counting)
  for (const { serial, ...proposal } of file.pending) {
    if (serial >= file.next_serial) refuse(`serial number ${serial} is not below next_serial`)
    counting.pending.set(serial, proposal)
    if (proposal.id !== undefined) counting.serials.set(proposal.id, serial)
    counting.effectCount += effectCountOf(proposal)
    counting.earliestExpiry = Math.min(counting.earliestExpiry, proposal.expires)
  }
  for (const asset of file.doubted) counting.doubted.set(asset, true)
  return counting
}

function checkCount(kind: string, count: Count | undefined, { runs }: Counting): Count {
  const waiting = count?.waiting ?? []
  const open = waiting.flatMap(({ run }) => (run === undefined ? [] : [run]))
  const isSound = open.every((run) => runs.has(run)) && new Set(open).size === open.length
  const hasStart = waiting.length === 0 || waiting[0]?.run !== undefined
  if (count === undefined || !isSound || !hasStart || open.length > MOST_RUNS) {
    return refuse(`what waits for its ${kind} id does not hang together`)
  }
  return count
}
