/** A place in a drawing, from 0 to 1 in both directions. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Nodes that forces act on; the work grows with the square. The others stand around them. */
export const MAX_FORCED_NODES = 500
const STEPS = 90
/** How much everybody is drawn to the middle. */
const GRAVITY = 2
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Places the nodes of a graph so that neighbours are near each other (Fruchterman and Reingold). `edges` are pairs of places
 * in the list of nodes. The same graph always looks the same.
 *
 * Only the first {@link MAX_FORCED_NODES} are moved, so those with neighbours should come first.
 */
export function layoutGraph(count: number, edges: readonly (readonly [number, number])[]): readonly Point[] {
  const forced = Math.min(count, MAX_FORCED_NODES)
  const xs = new Float64Array(forced)
  const ys = new Float64Array(forced)
  for (let index = 0; index < forced; index += 1) {
    // Seeds of a sunflower: even, and never two in one place.
    const radius = Math.sqrt((index + 0.5) / forced)
    xs[index] = radius * Math.cos(index * GOLDEN_ANGLE)
    ys[index] = radius * Math.sin(index * GOLDEN_ANGLE)
  }
  const inner = edges.filter(([from, to]) => from < forced && to < forced && from !== to)
  for (let step = 0; step < STEPS; step += 1) moveOnce(xs, ys, inner, 0.12 * (1 - step / STEPS))
  return [...normalized(xs, ys), ...ring(count - forced)]
}

function moveOnce(
  xs: Float64Array,
  ys: Float64Array,
  edges: readonly (readonly [number, number])[],
  most: number,
): void {
  const count = xs.length
  const ideal = Math.sqrt(Math.PI / Math.max(1, count))
  const dx = new Float64Array(count)
  const dy = new Float64Array(count)
  const push = (from: number, to: number, x: number, y: number): void => {
    dx[from] = (dx[from] ?? 0) + x
    dy[from] = (dy[from] ?? 0) + y
    dx[to] = (dx[to] ?? 0) - x
    dy[to] = (dy[to] ?? 0) - y
  }
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const [x, y] = [(xs[a] ?? 0) - (xs[b] ?? 0), (ys[a] ?? 0) - (ys[b] ?? 0)]
      const force = (ideal * ideal) / Math.max(1e-6, x * x + y * y)
      push(a, b, x * force, y * force)
    }
  }
  for (const [a, b] of edges) {
    const [x, y] = [(xs[b] ?? 0) - (xs[a] ?? 0), (ys[b] ?? 0) - (ys[a] ?? 0)]
    const force = Math.hypot(x, y) / ideal
    push(a, b, x * force * 0.35, y * force * 0.35)
  }
  for (let index = 0; index < count; index += 1) {
    const [x, y] = [dx[index] ?? 0, dy[index] ?? 0]
    // Something that draws everybody to the middle, so that parts without a link stay in the picture.
    const [toX, toY] = [x - (xs[index] ?? 0) * GRAVITY * ideal, y - (ys[index] ?? 0) * GRAVITY * ideal]
    const length = Math.hypot(toX, toY)
    const scale = length === 0 ? 0 : Math.min(length, most) / length
    xs[index] = (xs[index] ?? 0) + toX * scale
    ys[index] = (ys[index] ?? 0) + toY * scale
  }
}

function normalized(xs: Float64Array, ys: Float64Array): readonly Point[] {
  const reach = Math.max(1e-9, ...xs.map(Math.abs), ...ys.map(Math.abs))
  return Array.from(xs, (x, index) => ({
    x: 0.5 + (0.44 * x) / reach,
    y: 0.5 + (0.44 * (ys[index] ?? 0)) / reach,
  }))
}

function ring(count: number): readonly Point[] {
  return Array.from({ length: count }, (_, index) => ({
    x: 0.5 + 0.49 * Math.cos((index / count) * 2 * Math.PI),
    y: 0.5 + 0.49 * Math.sin((index / count) * 2 * Math.PI),
  }))
}
