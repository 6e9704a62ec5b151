import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Progress } from "@/components/ui/progress"
import { Section } from "@/components/ui/section"
import { StateChip } from "@/components/ui/state-chip"
import { bounds } from "@/lib/calendar/bounds"
import { when } from "@/lib/calendar/when"
import type { TaskListRow } from "@/lib/tasks/queries"

export async function DueToday({ tasks }: { tasks: TaskListRow[] }) {
  const [t, { startOfToday }] = await Promise.all([getTranslations("home"), bounds()])
  const behind = tasks.filter((task) => !task.progressAt || task.progressAt < startOfToday)
  return (
    <Section
      title={t("due")}
      count={tasks.length}
      aside={<Link href="/tasks">{t("allTasks")}</Link>}
    >
      {tasks.length === 0 && (
        <div className="py-4 text-control text-ink-2">
          <p className="font-semibold text-ink">{t("quiet")}</p>
          <p>{t("quietHint")}</p>
        </div>
      )}
      {tasks.map((task) => (
        <DueRow key={task.id} task={task} />
      ))}
      {behind.length > 0 && (
        <div className="flex min-h-10 items-center gap-2 text-control text-ink-2">
          <Icon name="pencil" size={14} className="text-ink-3" />
          {t("behind", { count: behind.length })}
          <ButtonLink href={`/tasks/${behind[0]?.id}`} className="ml-auto">
            {t("update")}
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}

async function DueRow({ task }: { task: TaskListRow }) {
  const [states, times] = await Promise.all([getTranslations("states"), when()])
  const code = task.overdue ? "overdue" : task.state
  const look = stateLook[code]
  return (
    <div className="relative grid h-9 grid-cols-[120px_minmax(0,1fr)_96px_112px_96px] items-center gap-x-4 border-b border-line-soft hover:bg-hover max-md:flex max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:py-2.5">
      <StateChip icon={look.icon} tone={look.tone} fill={look.fill}>
        {states(code)}
      </StateChip>
      <Link
        href={`/tasks/${task.id}`}
        className="truncate text-ui after:absolute after:inset-0 max-md:order-first max-md:w-full max-md:whitespace-normal"
      >
        {task.name}
      </Link>
      <Progress percent={task.progress} tone={look.tone} />
      <span className="truncate text-right text-meta text-ink-3 max-md:hidden">
        {task.department}
      </span>
      <time
        dateTime={task.dueAt?.toISOString()}
        className={`text-right text-meta max-md:ml-auto ${task.overdue ? "font-semibold text-cinnabar-ink" : "text-ink-2"}`}
      >
        {task.dueAt && times.moment(task.dueAt)}
      </time>
    </div>
  )
}
