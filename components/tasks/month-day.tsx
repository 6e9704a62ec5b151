import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { cx } from "@/components/ui/cx"
import { Link } from "@/components/ui/link"
import { html, inside, type Markup } from "@/components/ui/markup"
import { toneText } from "@/components/ui/tone"
import { when } from "@/lib/calendar/when"
import { type dueOn, perDay } from "@/lib/tasks/month"

type DueTask = Awaited<ReturnType<typeof dueOn>>[number]

/** Entries of a day; the others open below them. */
const shown = 4

/** One day of the month: entries 20 high with a rule in the colour of their state. */
export async function MonthDay({
  day,
  today,
  outside,
  working,
  tasks,
  list,
}: {
  day: string
  today: boolean
  /** Of the month before or after. */
  outside: boolean
  working: boolean
  tasks: DueTask[]
  /** Where all of the day are listed. */
  list: string
}) {
  const [t, times] = await Promise.all([getTranslations("tasks.month"), when()])
  const name = times.date(new Date(`${day}T04:00:00Z`))
  const rest = tasks.slice(shown, perDay)
  const more = tasks.length > perDay
  const entries = (some: DueTask[]) =>
    html`${some.map((task) => entry(task, task.dueAt ? times.clock(task.dueAt) : ""))}`
  return (
    <td
      aria-current={today ? "date" : undefined}
      className={cx(
        "h-30 border-r border-b border-line-soft px-1.5 pt-1 pb-1.5 align-top last:border-r-0 max-md:h-auto max-md:px-gutter",
        !working && "bg-paper",
        tasks.length === 0 ? "max-md:hidden" : "max-md:block",
      )}
    >
      <p className={cx("mb-0.5 text-meta", outside ? "text-ink-3" : "text-ink-2")}>
        <span
          className={today ? "rounded-label bg-ink px-1.5 py-0.5 font-semibold text-surface" : ""}
        >
          <span className="max-md:hidden">{Number(day.slice(8))}</span>
          <span className="md:hidden">{name}</span>
        </span>
      </p>
      <div {...inside(entries(tasks.slice(0, shown)))} />
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer px-1.5 text-meta text-ink-3 hover:text-ink max-md:py-3">
            {t(more ? "moreThan" : "more", { count: rest.length })}
          </summary>
          <div {...inside(entries(rest))} />
          {more && (
            <Link href={list} className="px-1.5 text-meta text-accent-ink max-md:py-3">
              {t("all")}
            </Link>
          )}
        </details>
      )}
    </td>
  )
}

/** As one string: a full month has hundreds of them. */
function entry(task: DueTask, clock: string): Markup {
  const { tone } = stateLook[task.overdue ? "overdue" : task.state]
  const mark = task.overdue ? "late" : task.state
  return html`<a href='/tasks/${task.id}' class='due-entry ${mark}' data-open title='${clock} ${task.name} ${task.ownerName}'><i class='${toneText[tone]}'></i><small>${clock}</small><span>${task.name}</span></a>`
}
