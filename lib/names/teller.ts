import type { Asset, Operation, Price } from '../protocol/generated/types.ts'
import { timeToText } from '../protocol/json/time-text.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import { decimalText } from './amount-text.ts'
import { cleanText } from './clean-text.ts'
import { NAME_LENGTH, SYMBOL_LENGTH } from './effects.ts'
import type { Names } from './names.ts'

/** The sentence of each operation. */
export type Sentences<Type extends Operation['type'] = Operation['type']> = {
  readonly [Each in Type]: (operation: Extract<Operation, { type: Each }>, tell: Teller) => string
}

/** As many of a list are named; of more, how many. */
const LISTED = 5

const CORE_ASSET: ObjectId<1, 3> = '1.3.0'

/** Words for what operations are made of: names where they are known, else ids. */
export class Teller {
  readonly names: Names | undefined
  /** Describes an operation within another. */
  readonly inner: (operation: Operation) => string

  constructor(names: Names | undefined, inner: (operation: Operation) => string) {
    this.names = names
    this.inner = inner
  }

  account(id: ObjectId<1, 2>): string {
    const name = this.names?.account(id)
    return name === undefined ? id : cleanText(name, NAME_LENGTH)
  }

  accounts(ids: readonly ObjectId<1, 2>[]): string {
    return this.list(ids, (id) => this.account(id))
  }

  asset(id: ObjectId<1, 3>): string {
    const known = this.names?.asset(id)
    return known === undefined ? id : cleanText(known.symbol, SYMBOL_LENGTH)
  }

  /** `12.5 BTS`; `1250000 units of 1.3.0` where the precision is not known. */
  amount({ amount, asset_id: id }: Asset): string {
    const precision = this.names?.asset(id)?.precision
    if (precision !== undefined) return `${decimalText(amount, precision)} ${this.asset(id)}`
    return `${amount} ${amount === 1n ? 'unit' : 'units'} of ${this.asset(id)}`
  }

  /** The same without its sign. */
  size({ amount, asset_id }: Asset): string {
    return this.amount({ amount: amount < 0n ? -amount : amount, asset_id })
  }

  core(amount: bigint): string {
    return this.amount({ amount, asset_id: CORE_ASSET })
  }

  /** `5 USD for 100 BTS`, as it is written: a quotient would have to be rounded. */
  price({ base, quote }: Price): string {
    return base.amount === 0n && quote.amount === 0n
      ? 'no price'
      : `${this.amount(base)} for ${this.amount(quote)}`
  }

  pool(id: ObjectId<1, 19>): string {
    const { assetA, assetB } = this.names?.liquidityPool(id) ?? {}
    const isKnown = assetA !== undefined && assetB !== undefined
    return `liquidity pool ${id}${isKnown ? ` (${this.asset(assetA)}/${this.asset(assetB)})` : ''}`
  }

  proposal(id: ObjectId<1, 10>): string {
    const proposer = this.names?.proposer(id)
    return `proposal ${id}${proposer === undefined ? '' : ` of ${this.account(proposer)}`}`
  }

  /** `a, b and c`; of many the first few, and how many more. */
  list<T>(items: readonly T[], word: (item: T) => string): string {
    const words = items.slice(0, LISTED).map(word)
    if (items.length > LISTED) words.push(`${items.length - LISTED} more`)
    return joined(words)
  }

  time(seconds: number): string {
    return `${timeToText(seconds).replace('T', ' ')} UTC`
  }
}

/** `a, b and c` */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** `1 byte`, `2 bytes` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** `1 day 2 hours` */
export function duration(seconds: number): string {
  let left = seconds
  const words: string[] = []
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) words.push(counted(count, unit))
  }
  return words.length === 0 ? '0 seconds' : words.join(' ')
}

export function withMemo(memo: unknown): string {
  return memo === undefined ? '' : ' with a memo'
}
