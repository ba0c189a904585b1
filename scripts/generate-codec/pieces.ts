/** Declarations a file needs, each once, after those that it needs itself. */
export class Pieces {
  readonly #started = new Set<string>()
  readonly #texts: string[] = []

  /** Returns `name`; `make` gives the text of what has that name when it is needed for the first time. */
  need(name: string, make: () => string): string {
    if (!this.#started.has(name)) {
      this.#started.add(name)
      this.#texts.push(make())
    }
    return name
  }

  toString(): string {
    return this.#texts.join('\n\n')
  }
}
