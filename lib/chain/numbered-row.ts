const FIRST_PLACES = 16

/** Things with consecutive numbers, at least one, found by them; either end moves at no cost. */
export class NumberedRow<Item extends { readonly number: number }> {
  /** By number modulo their count, which is a power of two. */
  #places: (Item | undefined)[]
  #first: Item
  #last: Item

  constructor(item: Item) {
    this.#places = new Array<Item | undefined>(FIRST_PLACES).fill(undefined)
    this.#first = item
    this.#last = item
    this.#put(item)
  }

  get first(): Item {
    return this.#first
  }

  get last(): Item {
    return this.#last
  }

  get length(): number {
    return this.#last.number - this.#first.number + 1
  }

  at(number: number): Item | undefined {
    if (number < this.#first.number || number > this.#last.number) return undefined
    return this.#places[number & (this.#places.length - 1)]
  }

  /** Adds the one after the last. */
  push(item: Item): void {
    if (this.length === this.#places.length) this.#grow()
    this.#last = item
    this.#put(item)
  }

  /** Puts the one before the first in front. */
  unshift(item: Item): void {
    if (this.length === this.#places.length) this.#grow()
    this.#first = item
    this.#put(item)
  }

  /** Takes out the last one; the only one stays. */
  pop(): void {
    const last = this.at(this.#last.number - 1)
    if (last === undefined) return
    this.#clear(this.#last)
    this.#last = last
  }

  /** Takes out the first one; the only one stays. */
  shift(): void {
    const first = this.at(this.#first.number + 1)
    if (first === undefined) return
    this.#clear(this.#first)
    this.#first = first
  }

  *[Symbol.iterator](): Generator<Item> {
    for (let number = this.#first.number; number <= this.#last.number; number += 1)
      yield this.at(number) as Item
  }

  #put(item: Item): void {
    this.#places[item.number & (this.#places.length - 1)] = item
  }

  #clear({ number }: Item): void {
    this.#places[number & (this.#places.length - 1)] = undefined
  }

  #grow(): void {
    const items = [...this]
    this.#places = new Array<Item | undefined>(this.#places.length * 2).fill(undefined)
    for (const item of items) this.#put(item)
  }
}
