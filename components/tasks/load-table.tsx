import { getTranslations } from "next-intl/server"
import { addressOf } from "@/components/tasks/task-address"
import { Empty } from "@/components/ui/empty"
import { NamedFace } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { Still } from "@/components/ui/still"
import { bounds } from "@/lib/calendar/bounds"
import type { PersonActor } from "@/lib/platform/actor"
import { type Load, loadOf } from "@/lib/tasks/load"

/** 团队: what everybody in the departments that one leads has to do, the latest first. */
export async function LoadTable({ actor }: { actor: PersonActor }) {
  const [t, rows] = await Promise.all([
    getTranslations("tasks.load"),
    loadOf(actor, await bounds()),
  ])
  if (rows.length === 0) return <Empty title={t("none")} />
  const sum = (field: "open" | "late") => rows.reduce((all, row) => all + row[field], 0)
  const most = Math.max(1, ...rows.map(({ open }) => open))
  return (
    <Still className="min-h-0 flex-1 overflow-y-auto px-gutter pb-8">
      <p className="py-3 text-ui text-ink-2">
        {t("lead", { people: rows.length, open: sum("open"), late: sum("late") })}
      </p>
      <table className="w-full max-w-220 border-collapse text-control">
        <caption className="sr-only">{t("label")}</caption>
        <thead>
          <tr className="border-b border-line text-meta text-ink-3 [&>th]:h-7 [&>th]:font-normal">
            <th scope="col" className="text-left">
              {t("person")}
            </th>
            <th scope="col" className="w-2/5 text-left">
              {t("open")}
            </th>
            <th scope="col" className="text-right">
              {t("late")}
            </th>
            <th scope="col" className="text-right">
              {t("week")}
            </th>
            <th scope="col" className="text-right max-md:hidden">
              {t("support")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PersonRow key={row.id} row={row} most={most} />
          ))}
        </tbody>
      </table>
    </Still>
  )
}

/** The bar is all that is open; its late part is at the left, what is due this week follows. */
function PersonRow({ row, most }: { row: Load; most: number }) {
  const of = (count: number) => `${(count / most) * 100}%`
  const list = (more: object) => addressOf({ view: "all", owner: row.id, state: "open", ...more })
  return (
    <tr className="h-9 border-b border-line-soft hover:bg-hover">
      <th scope="row" className="text-left font-normal">
        <Link href={list({})} className="inline-flex items-center hover:underline max-md:min-h-11">
          <NamedFace person={row} />
        </Link>
      </th>
      <td>
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="flex h-2 flex-1">
            <span className="bg-cinnabar" style={{ width: of(row.late) }} />
            <span className="bg-accent" style={{ width: of(row.week) }} />
            <span className="bg-c2" style={{ width: of(row.open - row.late - row.week) }} />
          </span>
          <span className="w-8 text-right">{row.open}</span>
        </span>
      </td>
      <td className="text-right">
        {row.late > 0 ? (
          <Link
            href={list({ state: "overdue" })}
            className="font-semibold text-cinnabar-ink hover:underline"
          >
            {row.late}
          </Link>
        ) : (
          <span className="text-ink-3">0</span>
        )}
      </td>
      <td className={`text-right ${row.week > 0 ? "" : "text-ink-3"}`}>{row.week}</td>
      <td className={`text-right max-md:hidden ${row.support > 0 ? "text-support" : "text-ink-3"}`}>
        {row.support}
      </td>
    </tr>
  )
}
