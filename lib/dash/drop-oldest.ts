/** Takes the entries out of a map that were put in first, until it has so many left. */
export function dropOldest(map: Map<unknown, unknown>, maxSize: number): void {
  for (const key of map.keys()) {
    if (map.size <= maxSize) return
    map.delete(key)
  }
}
