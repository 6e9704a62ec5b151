import type { ChartNode } from "@/lib/people/chart"

/** Measures of the drawing, px. */
export const measure = { pitch: 312, row: 78, width: 224, height: 52, person: 34, edge: 24 }

export interface Placed {
  node: ChartNode
  column: number
  x: number
  y: number
  /** Where the line to those below turns. */
  trunk: number
  below: Placed[]
  people: { x: number; y: number; height: number } | null
}

/** A tree that grows to the right; every column is as full as it can be. */
export interface Layout {
  root: Placed
  width: number
  height: number
}

const lanes = [0, 12, -12, 24, -24]

/** Rows of people that a node opens onto, and the line for those who have no room. */
const rowsOf = ({ people, more }: ChartNode): number => people.length + (more > 0 ? 1 : 0)

/** Places everything column by column: those below stand beside their node, or under the last. */
export function layoutOf(root: ChartNode): Layout {
  const { edge, width, height } = measure
  const first = placed(root, 0)
  const free: number[] = []
  let level = [first]
  let right = edge + width
  while (level.length > 0) {
    const next: Placed[] = []
    for (const [at, parent] of level.filter(({ node }) => node.open).entries()) {
      parent.trunk += lanes[at % lanes.length] ?? 0
      parent.below = parent.node.below.map((child) => placed(child, parent.column + 1))
      standBeside(parent, free)
      if (parent.below.length + rowsOf(parent.node) > 0) right = Math.max(right, rightOf(parent))
      next.push(...parent.below)
    }
    if (level[0] === first) first.y = besideWhom(first)
    level = next
  }
  const bottom = Math.max(first.y + height, ...free.filter(Number.isFinite))
  return { root: first, width: right + edge * 2, height: bottom + edge }
}

function placed(node: ChartNode, column: number): Placed {
  const x = measure.edge + column * measure.pitch
  const trunk = x + measure.width + (measure.pitch - measure.width) / 2
  return { node, column, x, y: measure.edge, trunk, below: [], people: null }
}

const rightOf = ({ x, people }: Placed) => x + measure.pitch + (people ? 320 : measure.width)

function standBeside(parent: Placed, free: number[]): void {
  const { row, edge, person, height } = measure
  const column = parent.column + 1
  const rows = rowsOf(parent.node)
  const above = parent.below.length > 0 ? Math.floor((parent.below.length - 1) / 2) * row : 0
  const wanted =
    parent.below.length > 0 ? parent.y - above : parent.y + height / 2 - (rows * person) / 2
  let y = Math.max(free[column] ?? edge, wanted)
  for (const child of parent.below) {
    child.y = y
    y += row
  }
  if (rows > 0) {
    parent.people = { x: parent.x + measure.pitch, y, height: rows * person }
    y += rows * person + row - height
  }
  free[column] = y
}

/** The company stands beside the way that is chosen, else in the middle of its departments. */
function besideWhom({ below, y }: Placed): number {
  const onPath = below.find(({ node }) => node.onPath)
  return (onPath ?? below[Math.min(4, Math.floor((below.length - 1) / 2))])?.y ?? y
}

/** A node and all drawn below it, in the order of the tree. */
export const inOrder = (one: Placed): Placed[] => [one, ...one.below.flatMap(inOrder)]
