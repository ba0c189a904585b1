import type { Creation, ProposalFacts } from './effects.ts'
import type { Journal } from './journal.ts'
import type { Kind } from './kinds.ts'
import { KINDS } from './kinds.ts'
import type { NameLimits } from './limits.ts'

/** A new object. A proposal has a serial number of ours, as its id may not be known. */
export interface Item {
  readonly creation: Creation
  readonly serial?: number | undefined
}

/** In the order of the chain: objects that are there, and those that are if a proposal ran at that place. */
export interface Waiting {
  readonly items: Item[]
  /** The possible run that they belong to; undefined if they are there. */
  readonly run?: number | undefined
}

/** How the ids of a kind stand. */
export interface Count {
  /** The id of the next object, or of the first that waits; undefined while nobody knows. */
  readonly next?: number | undefined
  /** Empty, or the first of them is a possible run. */
  readonly waiting: readonly Waiting[]
  /** Up to this id objects are proven to be there, and nothing follows from that for those that wait. */
  readonly proven?: number | undefined
  /** Why nobody knows. */
  readonly lost?: { readonly block: number; readonly because: string } | undefined
}

/** A proposal that neither ran for certain nor expired. */
export interface Pending extends ProposalFacts {
  readonly id?: number | undefined
  readonly wasApproved: boolean
}

/** A place in the chain where a proposal may have run. It runs once at most. */
export interface Run {
  readonly serial: number
  readonly block: number
}

/** How far the ids of new objects are known. Plain data, changed through a journal. */
export interface Counting {
  /** Whether all pending proposals are known. If not, any block may make objects unseen. */
  isComplete: boolean
  /** Whether an account or a custom authority may be used by everybody, so that proposals run without approvals. */
  hasOpenAuthority: boolean
  readonly counts: Record<Kind, Count>
  /** By serial number. */
  pending: Map<number, Pending>
  /** Serial numbers of pending proposals by id. */
  serials: Map<number, number>
  runs: Map<number, Run>
  /** Assets without a name so far that may have been changed since they were made. */
  doubted: Map<number, true>
  /** For proposals and for runs. */
  nextSerial: number
  /** What all pending proposals would do. */
  effectCount: number
  /** No pending proposal expires before this, in seconds since 1970. */
  earliestExpiry: number
}

/** What comes out of counting. */
export interface Findings {
  /** An object has an id. What may have been changed unseen since it was made is not to be relied on. */
  named(id: number, creation: Creation, isDoubted: boolean): void
  /** A proposal that may have run changes an asset. */
  doubted(asset: number): void
}

/** What every function of counting gets: what to change, how, and where in the chain it is. */
export interface Step {
  readonly state: Counting
  readonly limits: NameLimits
  readonly journal: Journal
  readonly findings: Findings
  /** The number of the block. */
  readonly block: number
}

/** Nothing is known yet. */
export function startCounting(): Counting {
  return {
    isComplete: false,
    hasOpenAuthority: false,
    counts: Object.fromEntries(KINDS.map((kind) => [kind, { waiting: [] }])) as unknown as Record<
      Kind,
      Count
    >,
    pending: new Map(),
    serials: new Map(),
    runs: new Map(),
    doubted: new Map(),
    nextSerial: 0,
    effectCount: 0,
    earliestExpiry: Number.POSITIVE_INFINITY,
  }
}
