/** Changes things and remembers how they were: what a block did to a name book can be taken back. */
export class Journal {
  readonly #undo: (() => void)[] = []

  /** Sets a member of an object. */
  assign<T extends object, Name extends keyof T>(target: T, name: Name, value: T[Name]): void {
    const before = target[name]
    if (before === value) return
    target[name] = value
    this.#undo.push(() => {
      target[name] = before
    })
  }

  put<Key, Value extends object | string | number | boolean>(
    map: Map<Key, Value>,
    key: Key,
    value: Value,
  ): void {
    const before = map.get(key)
    map.set(key, value)
    this.#undo.push(() => {
      if (before === undefined) map.delete(key)
      else map.set(key, before)
    })
  }

  /** Adds to a list in place: a copy of it for each addition would be kept until nothing of it can be undone. */
  push<T>(list: T[], ...items: readonly T[]): void {
    const { length } = list
    list.push(...items)
    this.#undo.push(() => {
      list.length = length
    })
  }

  remove<Key, Value extends object | string | number | boolean>(map: Map<Key, Value>, key: Key): void {
    const before = map.get(key)
    if (before === undefined) return
    map.delete(key)
    this.#undo.push(() => {
      map.set(key, before)
    })
  }

  /** Takes everything back, the last first. */
  undo(): void {
    for (const undo of this.#undo.reverse()) undo()
    this.#undo.length = 0
  }
}
