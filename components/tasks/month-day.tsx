import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { cx } from "@/components/ui/cx"
import { Link } from "@/components/ui/link"
import { toneText } from "@/components/ui/tone"
import { when } from "@/lib/calendar/when"
import type { dueOn } from "@/lib/tasks/month"

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
}: {
  day: string
  today: boolean
  /** Of the month before or after. */
  outside: boolean
  working: boolean
  tasks: DueTask[]
}) {
  const [t, times] = await Promise.all([getTranslations("tasks.month"), when()])
  const name = times.date(new Date(`${day}T04:00:00Z`))
  const rest = tasks.slice(shown)
  return (
    <td
      aria-current={today ? "date" : undefined}
      className={cx(
        "h-30 border-r border-b border-line-soft px-1.5 pt-1 pb-1.5 align-top last:border-r-0 max-md:block max-md:h-auto max-md:px-gutter",
        !working && "bg-paper",
        tasks.length === 0 && "max-md:hidden",
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
      {tasks.slice(0, shown).map((task) => (
        <Entry key={task.id} task={task} clock={task.dueAt ? times.clock(task.dueAt) : ""} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer px-1.5 text-meta text-ink-3 hover:text-ink max-md:py-3">
            {t("more", { count: rest.length })}
          </summary>
          {rest.map((task) => (
            <Entry key={task.id} task={task} clock={task.dueAt ? times.clock(task.dueAt) : ""} />
          ))}
        </details>
      )}
    </td>
  )
}

function Entry({ task, clock }: { task: DueTask; clock: string }) {
  const { tone } = stateLook[task.overdue ? "overdue" : task.state]
  return (
    <Link
      href={`/tasks/${task.id}`}
      data-open
      title={`${clock} ${task.name} ${task.ownerName}`}
      className="flex h-5 items-center gap-1.5 rounded-label text-meta hover:bg-hover max-md:h-11"
    >
      <span className={cx("h-3.5 w-0.5 shrink-0 bg-current", toneText[tone])} />
      <span className="shrink-0 text-ink-3">{clock}</span>
      <span
        className={cx(
          "truncate",
          task.state === "done" && "text-ink-3",
          task.overdue && "text-cinnabar-ink",
        )}
      >
        {task.name}
      </span>
    </Link>
  )
}
