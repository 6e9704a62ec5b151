import { getLocale, getTranslations } from "next-intl/server"
import { enumerated } from "@/lib/platform/enumerated"
import { lateLinks } from "@/lib/tasks/chains"
import { linksAmong } from "@/lib/tasks/links-among"
import type { TaskListRow } from "@/lib/tasks/queries"
import type { Scale } from "@/lib/tasks/timeline"
import { barOf } from "@/lib/tasks/timeline-bar"
import { wayOf } from "@/lib/tasks/timeline-links"

/** Of a row and of the head of a group (px); a group begins with a rule. */
const row = 34
const rule = 1

/** What comes before what, as arrows over the bars; the chain that is late stands out. */
export async function TimelineLinks({
  groups,
  scale,
  now,
}: {
  groups: readonly (readonly TaskListRow[])[]
  scale: Scale
  now: Date
}) {
  const tasks = groups.flat()
  const [t, locale, links] = await Promise.all([
    getTranslations("tasks.links"),
    getLocale(),
    linksAmong(tasks.map(({ id }) => id)),
  ])
  if (links.length === 0) return null
  const { late } = lateLinks(tasks, links, now)
  const rows = drawnRows(groups, scale, now)
  const names = new Map(tasks.map(({ id, name }) => [id, name]))
  return (
    <svg
      role="img"
      aria-label={enumerated(
        links.map((link) => {
          const [before, after] = [names.get(link.beforeId) ?? "", names.get(link.taskId) ?? ""]
          return t(late.includes(link) ? "lateLink" : "link", { before, after })
        }),
        locale,
      )}
      className="pointer-events-none absolute top-12 right-0 bottom-0 left-76 h-[calc(100%-3rem)] w-[calc(100%-19rem)] overflow-hidden max-md:left-40 max-md:w-[calc(100%-10rem)]"
    >
      {links.map((link) => {
        const way = wayOf(link, rows)
        return (
          way && (
            <Arrow
              key={`${link.beforeId} ${link.taskId}`}
              way={way}
              late={late.includes(link)}
              tip={rows.get(link.taskId)}
            />
          )
        )
      })}
    </svg>
  )
}

function Arrow({
  way,
  late,
  tip,
}: {
  way: string
  late: boolean
  tip: { y: number; bar: { left: number } | null } | undefined
}) {
  if (!tip?.bar) return null
  const { y, bar } = tip
  return (
    <g
      fill="none"
      stroke="currentColor"
      strokeWidth={late ? 1.5 : 1.1}
      className={late ? "text-support" : "text-ink-3"}
      data-late={late || undefined}
    >
      <path d={way} />
      <path d={`M${bar.left - 5} ${y - 4}L${bar.left} ${y}L${bar.left - 5} ${y + 4}`} />
    </g>
  )
}

function drawnRows(groups: readonly (readonly TaskListRow[])[], scale: Scale, now: Date) {
  let top = 0
  const rows = groups.flatMap((tasks, nth) => {
    const first = top + (nth > 0 ? rule : 0) + row
    top = first + tasks.length * row
    return tasks.map((task, at) => ({
      id: task.id,
      y: first + at * row + row / 2,
      bar: barOf(scale, task, now),
    }))
  })
  return new Map(rows.map((drawn) => [drawn.id, drawn]))
}
