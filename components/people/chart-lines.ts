import { measure, type Placed } from "@/components/people/chart-layout"
import { html, type Markup } from "@/components/ui/markup"

/** Lines from every open node to those below; the way to the chosen one lies on top. */
export function linesOf(all: readonly Placed[]): Markup {
  const lines = all.flatMap((parent) => [
    ...parent.below.map((child) => ({
      d: elbow(parent, child.x, middle(child)),
      on: child.node.onPath,
    })),
    ...toPeople(parent),
  ])
  const drawn = lines.toSorted((a, b) => Number(a.on) - Number(b.on))
  return html`<g class='lines' aria-hidden='true'>${drawn.map(({ d, on }) => html`<path d='${d}'${on && html` class='on'`}/>`)}</g>`
}

const middle = ({ y }: Placed): number => y + measure.height / 2

/** To one rule beside the people, which has no boxes on it. */
function toPeople(parent: Placed): { d: string; on: boolean }[] {
  if (!parent.people) return []
  const { x, y, height } = parent.people
  const on = parent.node.chosen
  const at = Math.min(Math.max(middle(parent), y), y + height)
  return [
    { d: elbow(parent, x - 16, at), on },
    { d: `M${x - 16} ${y}v${height}`, on },
  ]
}

/** Right, along the trunk, right again, with corners of 6; on half pixels. */
function elbow(parent: Placed, x: number, y: number): string {
  const from = half(middle(parent))
  const to = half(y)
  const start = parent.x + measure.width
  if (from === to) return `M${start} ${from}H${x}`
  const trunk = half(Math.min(parent.trunk, x - 8))
  const turn = to > from ? 6 : -6
  const sweep = to > from ? 1 : 0
  const reach = Math.abs(to - from) < 12 ? Math.abs(to - from) / 2 : 6
  const bend = Math.sign(turn) * reach
  return `M${start} ${from}H${trunk - reach}a${reach} ${reach} 0 0 ${sweep} ${reach} ${bend}V${to - bend}a${reach} ${reach} 0 0 ${1 - sweep} ${reach} ${bend}H${x}`
}

const half = (value: number): number => Math.floor(value) + 0.5
