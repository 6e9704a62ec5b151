import type { Link } from "./chains"
import type { Bar } from "./timeline-bar"

/** A drawn row of the timeline. */
export interface DrawnRow {
  id: number
  /** Of its middle, from the first row's upper edge, in px. */
  y: number
  bar: Bar | null
}

const out = 8
const corner = 4

/**
 * The way of a link, from the end of one bar to the beginning of another: out, down or up, in.
 * Null where one of the two isn't drawn.
 */
export function wayOf(link: Link, rows: ReadonlyMap<number, DrawnRow>): string | null {
  const [from, to] = [rows.get(link.beforeId), rows.get(link.taskId)]
  if (!from?.bar || !to?.bar) return null
  const start = from.bar.left + from.bar.width + from.bar.late
  const end = to.bar.left
  const down = to.y > from.y ? 1 : -1
  if (end - start >= 2 * out)
    return bent([
      [start, from.y],
      [start + out, from.y],
      [start + out, to.y],
      [end, to.y],
    ])
  // The other begins before this one ends: round behind it, between the two rows.
  const between = to.y - down * 13
  return bent([
    [start, from.y],
    [start + out, from.y],
    [start + out, between],
    [end - out, between],
    [end - out, to.y],
    [end, to.y],
  ])
}

type Point = readonly [number, number]

/** Straight lines with round corners between them. */
function bent(points: readonly Point[]): string {
  const [first = [0, 0]] = points
  let path = `M${first.join(" ")}`
  for (const [nth, at] of points.entries()) {
    const [before, after] = [points[nth - 1], points[nth + 1]]
    if (!before) continue
    if (!after) return `${path}L${at.join(" ")}`
    path += `L${toward(at, before).join(" ")}Q${at.join(" ")} ${toward(at, after).join(" ")}`
  }
  return path
}

/** A corner's length from a point in the direction of another, or half way when that is near. */
function toward([x, y]: Point, [otherX, otherY]: Point): Point {
  const length = Math.abs(otherX - x) + Math.abs(otherY - y)
  const step = length === 0 ? 0 : Math.min(corner, length / 2) / length
  return [x + (otherX - x) * step, y + (otherY - y) * step]
}
