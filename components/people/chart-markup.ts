import { chartAddress } from "@/components/people/chart-address"
import { inOrder, type Layout, measure, type Placed } from "@/components/people/chart-layout"
import { linesOf } from "@/components/people/chart-lines"
import { fitted } from "@/components/people/fitted"
import { faceAddress } from "@/components/ui/face"
import { faceHue, faceText } from "@/components/ui/face-name"
import { html, type Markup } from "@/components/ui/markup"
import type { Chart } from "@/lib/people/chart"
import { toggled } from "@/lib/people/chart-opened"
import type { ChartPerson, Leader } from "@/lib/people/chart-people"

export interface ChartWords {
  title: string
  head: string
  node(department: string, head: string | null, count: number): string
  person(name: string, post: string): string
  reports(name: string): string
  newDays(hiredOn: string | null): string
  more(count: number): string
}

/** The chart as SVG: lines first, then the nodes and people in the order of the tree. */
export function chartMarkup(chart: Chart, layout: Layout, words: ChartWords): Markup {
  const { width, height } = layout
  const all = inOrder(layout.root)
  return html`<svg class='org-chart' role='tree' aria-label='${words.title}' viewBox='0 0 ${width} ${height}' style='--w:${width};--h:${height}'>${linesOf(all)}${all.map((one) => withPeople(chart, one, words))}</svg>`
}

function withPeople(chart: Chart, one: Placed, words: ChartWords): Markup {
  return html`${box(chart, one, words)}${rowsOf(chart, one, words)}`
}

/** The name stands under the picture until that is there. */
const face = (person: Leader, x: number, y: number, r: number): Markup =>
  html`<circle class='face-disc' cx='${x}' cy='${y}' r='${r}' style='--face-h:${faceHue(person.id)}'/><text class='face-text' x='${x}' y='${y + 4}'>${faceText(person.name, r > 12 ? 2 : 1)}</text>${person.face && html`<image class='face-picture' href='${faceAddress(person.face)}' x='${x - r}' y='${y - r}' width='${2 * r}' height='${2 * r}'/>`}`

function box(chart: Chart, { node, x, y, column }: Placed, words: ChartWords): Markup {
  const { width, height } = measure
  const toggle = toggled(chart.org, chart.filter, node.id, node.open)
  const press = node.chosen || !node.opens || !node.open ? toggle : chart.filter
  const href = chartAddress({ ...(node.opens ? press : chart.filter), at: node.id })
  const count = String(node.count)
  const middle = y + height / 2
  return html`<a class='${node.chosen ? "dept at" : "dept"}' href='${href}' data-go data-key='dept:${node.id}' role='treeitem' aria-level='${column + 1}'${node.opens && html` aria-expanded='${String(node.open)}'`} aria-selected='${String(node.chosen)}' aria-label='${words.node(node.name, node.head?.name ?? null, node.count)}'
    ><rect x='${x + 0.5}' y='${y + 0.5}' width='${width - 1}' height='${height - 1}' rx='6'/>${node.head && face(node.head, x + 26, middle, 14)}<text class='title' x='${x + 50}' y='${y + 22}'>${fitted(node.name, 14, width - 74 - count.length * 7)}</text
    ><text class='meta' x='${x + 50}' y='${y + 40}'>${fitted(node.head ? [node.head.name, node.head.post].filter(Boolean).join("　") : "", 12, width - 66)}</text
    ><text class='count' x='${x + width - 18}' y='${y + 21}'>${count}</text></a>${node.opens && handle(chartAddress({ ...toggle, at: chart.filter.at }), node.id, node.open, x + width, middle)}`
}

const handle = (href: string, id: number, open: boolean, x: number, y: number): Markup =>
  html`<a class='${open ? "handle open" : "handle"}' href='${href}' data-go data-handle='${id}' data-key='handle:${id}' tabindex='-1' aria-hidden='true'><circle cx='${x}' cy='${y}' r='9'/><path d='${open ? `M${x - 3.5} ${y}h7` : `M${x - 3.5} ${y}h7M${x} ${y - 3.5}v7`}'/></a>`

function rowsOf(chart: Chart, { node, people, column }: Placed, words: ChartWords): Markup {
  if (!people) return html``
  const { person: high } = measure
  const rows = node.people.map((person, at) =>
    row(chart, person, { node, x: people.x, y: people.y + at * high, level: column + 2 }, words),
  )
  const last = people.y + node.people.length * high + 22
  return html`${rows}${node.more > 0 && html`<a class='more' role='treeitem' aria-level='${column + 2}' href='/people?department=${node.id}'><text x='${people.x}' y='${last}'>${words.more(node.more)}</text></a>`}`
}

interface Spot {
  node: Placed["node"]
  x: number
  y: number
  level: number
}

function row(
  chart: Chart,
  person: ChartPerson,
  { node, x, y, level }: Spot,
  words: ChartWords,
): Markup {
  const leads = node.head?.id === person.id
  const elsewhere = !leads && person.manager && person.manager.id !== node.head?.id
  const note = leads
    ? words.head
    : elsewhere && person.manager
      ? words.reports(person.manager.name)
      : words.newDays(person.hiredOn)
  const found = chart.foundPerson === person.id
  return html`<a class='${found ? "who found" : leads ? "who leads" : "who"}' href='/people/${person.id}' data-key='who:${person.id}' role='treeitem' aria-level='${level}' aria-label='${words.person(person.name, person.post)}'
    ><rect class='target' x='${x - 8}' y='${y}' width='328' height='${measure.person}' rx='6'/>${face(person, x + 12, y + 17, 12)}<text class='name' x='${x + 34}' y='${y + 22}'>${fitted(person.name, 14, 60)}</text
    ><text class='meta' x='${x + 98}' y='${y + 21}'>${fitted(person.post, 12, 84)}</text><text class='note' x='${x + 188}' y='${y + 21}'>${fitted(note, 12, 132)}</text></a>`
}
