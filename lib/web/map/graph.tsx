import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { layoutGraph, type Point } from '../../view/layout-graph.ts'
import type { MappedNode } from '../../view/read-nodes.ts'
import { isLate } from '../../view/summarize-network.ts'
import { count } from '../format.ts'
import { isDark } from '../live/theme.ts'

/** Edges that are drawn; of a larger network the first ones. */
const MAX_EDGES = 8000
const NODE_PX = 4.5
/** How near a pointer has to be. */
const REACH_PX = 16

interface Graph {
  /** Those that can be reached first. */
  readonly nodes: readonly MappedNode[]
  readonly edges: readonly (readonly [number, number])[]
  readonly points: readonly Point[]
  readonly highest: number
}

/** Who lists whom: nodes as marks, an edge from each to those it told of. The table beside it says the same in words. */
export function NetworkGraph({ nodes }: { readonly nodes: readonly MappedNode[] }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null)
  const looked = useSignal<number | undefined>(undefined)
  const width = useSignal(0)
  const graph = useMemo(() => toGraph(nodes), [nodes])
  const dark = isDark.value
  useEffect(() => {
    const { current } = canvas
    if (current === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      width.value = entry?.contentRect.width ?? 0
    })
    observer.observe(current)
    return () => {
      observer.disconnect()
    }
  }, [])
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, graph, looked.value)
  }, [graph, looked.value, width.value, dark])

  const node = looked.value === undefined ? undefined : graph.nodes[looked.value]
  return (
    <figure class="graph">
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${count(graph.nodes.length)} nodes and ${count(graph.edges.length)} listings; the table below has them`}
        onMouseMove={(event) => {
          looked.value = nearest(graph, event)
        }}
        onMouseLeave={() => {
          looked.value = undefined
        }}
      />
      <figcaption>
        <span class="muted">● in step</span>
        <span class="tone-bad">■ stuck</span>
        <span class="muted">○ did not answer</span>
        <span class="graph-node foreign">
          {node === undefined
            ? ''
            : [node.address, node.userAgent ?? '', `lists ${count(node.lists.length)}`]
                .filter(Boolean)
                .join(' · ')}
        </span>
      </figcaption>
    </figure>
  )
}

function toGraph(all: readonly MappedNode[]): Graph {
  const nodes = [...all].sort((a, b) => Number(b.isReachable) - Number(a.isReachable))
  const indexOf = new Map(nodes.map(({ address }, index) => [address, index] as const))
  const edges: (readonly [number, number])[] = []
  for (const [from, { lists }] of nodes.entries()) {
    for (const address of lists) {
      const to = indexOf.get(address)
      if (to !== undefined && to !== from && edges.length < MAX_EDGES) edges.push([from, to])
    }
  }
  const highest = Math.max(0, ...nodes.map(({ headNumber = 0 }) => headNumber))
  return { nodes, edges, points: layoutGraph(nodes.length, edges), highest }
}

function nearest({ points }: Graph, event: MouseEvent): number | undefined {
  if (!(event.currentTarget instanceof HTMLCanvasElement)) return undefined
  const { clientWidth: width, clientHeight: height } = event.currentTarget
  let found: number | undefined
  let least = REACH_PX
  for (const [index, { x, y }] of points.entries()) {
    const distance = Math.hypot(x * width - event.offsetX, y * height - event.offsetY)
    if (distance >= least) continue
    least = distance
    found = index
  }
  return found
}

function draw(canvas: HTMLCanvasElement, graph: Graph, looked: number | undefined): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const ratio = devicePixelRatio
  canvas.width = width * ratio
  canvas.height = height * ratio
  const context = canvas.getContext('2d')
  if (context === null) return
  const style = getComputedStyle(canvas)
  const color = (name: string): string => style.getPropertyValue(name).trim()
  const at = (index: number): Point => {
    const { x = 0, y = 0 } = graph.points[index] ?? {}
    return { x: x * width, y: y * height }
  }
  context.scale(ratio, ratio)
  const paintEdges = (isWanted: (edge: readonly [number, number]) => boolean): void => {
    context.beginPath()
    for (const edge of graph.edges) {
      if (!isWanted(edge)) continue
      const [from, to] = [at(edge[0]), at(edge[1])]
      context.moveTo(from.x, from.y)
      context.lineTo(to.x, to.y)
    }
    context.stroke()
  }
  context.lineWidth = 0.75
  context.strokeStyle = color('--line-strong')
  context.globalAlpha = graph.edges.length > 1500 ? 0.25 : 0.55
  paintEdges(() => true)
  context.globalAlpha = 1
  if (looked !== undefined) {
    context.lineWidth = 1.25
    context.strokeStyle = color('--accent')
    paintEdges(([from, to]) => from === looked || to === looked)
  }
  for (const [index, node] of graph.nodes.entries()) {
    const { x, y } = at(index)
    const size = index === looked ? NODE_PX + 2 : NODE_PX
    context.beginPath()
    if (node.isReachable && isLate(node, graph.highest)) {
      context.rect(x - size, y - size, 2 * size, 2 * size)
      context.fillStyle = color('--bad')
    } else {
      context.arc(x, y, node.isSeed ? size + 1.5 : size, 0, 2 * Math.PI)
      context.fillStyle = node.isReachable ? color('--accent') : color('--surface')
    }
    context.fill()
    context.lineWidth = 1.25
    context.strokeStyle = node.isReachable ? color('--surface') : color('--ink-3')
    context.stroke()
  }
}
