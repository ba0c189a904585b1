import test from 'ava'
import fc from 'fast-check'
import { layoutGraph, MAX_FORCED_NODES } from '../../lib/view/layout-graph.ts'

const graph = fc.integer({ min: 0, max: 40 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    edges: fc.array(fc.tuple(fc.nat(Math.max(0, count - 1)), fc.nat(Math.max(0, count - 1))), {
      maxLength: 80,
    }),
  }),
)

test('every node has a place in the picture, and always the same', (t) => {
  fc.assert(
    fc.property(graph, ({ count, edges }) => {
      const points = layoutGraph(count, edges)
      t.is(points.length, count)
      t.true(points.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1))
      t.deepEqual(layoutGraph(count, edges), points)
    }),
    { numRuns: 30 },
  )
})

test('neighbours are nearer to each other than strangers', (t) => {
  // Two rings of ten that know nothing of each other.
  const edges = Array.from({ length: 20 }, (_, index): [number, number] => [
    index,
    index < 10 ? (index + 1) % 10 : 10 + ((index + 1) % 10),
  ])
  const points = layoutGraph(20, edges)
  const distance = (a: number, b: number): number =>
    Math.hypot((points[a]?.x ?? 0) - (points[b]?.x ?? 0), (points[a]?.y ?? 0) - (points[b]?.y ?? 0))
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / values.length
  const near = mean(edges.map(([a, b]) => distance(a, b)))
  const far = mean(Array.from({ length: 10 }, (_, index) => distance(index, 10 + index)))
  t.true(near < far / 2, `${near} is not less than half of ${far}`)
})

test('those beyond the limit stand around the others', (t) => {
  const points = layoutGraph(MAX_FORCED_NODES + 3, [])
  t.is(points.length, MAX_FORCED_NODES + 3)
  for (const { x, y } of points.slice(-3)) t.true(Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.49) < 1e-9)
})
