/**
 * Names of accounts by the numbers of their ids, and the other way round once somebody has asked for it: a second table of
 * two million names is a lot of memory for those who never do.
 */
export class AccountNames extends Map<number, string> {
  #numbers: Map<string, number> | undefined

  override set(number: number, name: string): this {
    this.#forget(number)
    this.#numbers?.set(name, number)
    return super.set(number, name)
  }

  override delete(number: number): boolean {
    this.#forget(number)
    return super.delete(number)
  }

  override clear(): void {
    this.#numbers = undefined
    super.clear()
  }

  /** The number of the account with that name. The first question looks at all names, the next ones at none. */
  numberOf(name: string): number | undefined {
    if (this.#numbers === undefined) {
      this.#numbers = new Map()
      for (const [number, known] of this) this.#numbers.set(known, number)
    }
    return this.#numbers.get(name)
  }

  #forget(number: number): void {
    const before = this.get(number)
    if (before !== undefined && this.#numbers?.get(before) === number) this.#numbers.delete(before)
  }
}
