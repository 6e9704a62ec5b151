import { getTranslations } from "next-intl/server"
import { MoreLink } from "@/components/home/more-link"
import { type State, stateLook } from "@/components/shell/state-look"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { html, inside, type Markup } from "@/components/ui/markup"
import { rowIcon, rowProgress } from "@/components/ui/row-markup"
import { Section } from "@/components/ui/section"
import { toneText, toneWash } from "@/components/ui/tone"
import { when } from "@/lib/calendar/when"
import type { Today } from "@/lib/home/today"
import type { TaskListRow } from "@/lib/tasks/queries"

interface DueWords {
  state: (code: State) => string
  moment: (at: Date) => string
  progress: string
}

async function dueWords(): Promise<DueWords> {
  const [states, tasks, { moment }] = await Promise.all([
    getTranslations("states"),
    getTranslations("tasks.field"),
    when(),
  ])
  return { state: (code) => states(code), moment, progress: tasks("progress") }
}

export async function DueToday({
  due: { first, count, behind },
  shown,
}: {
  due: Today["due"]
  shown: number
}) {
  const [t, words] = await Promise.all([getTranslations("home"), dueWords()])
  const left = count - shown
  const href = left > 0 ? "/tasks?due=today&sort=due" : "/tasks"
  return (
    <Section
      title={t("due")}
      count={count}
      aside={<MoreLink left={left} href={href} all={t("allTasks")} />}
    >
      {count === 0 && (
        <div className="py-4 text-control text-ink-2">
          <p className="font-semibold text-ink">{t("quiet")}</p>
          <p>{t("quietHint")}</p>
        </div>
      )}
      {first.slice(0, shown).map((task) => (
        <DueRow key={task.id} task={task} words={words} />
      ))}
      {behind > 0 && (
        <div className="flex min-h-10 items-center gap-2 text-control text-ink-2 max-md:py-1.5">
          <Icon name="pencil" size={14} className="text-ink-3" />
          {t("behind", { count: behind })}
          <ButtonLink href="/tasks/updates" className="ml-auto">
            {t("update")}
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}

function DueRow({ task, words }: { task: TaskListRow; words: DueWords }) {
  return <div className="due-row" data-key={`task:${task.id}`} {...inside(cells(task, words))} />
}

function cells(task: TaskListRow, { state, moment, progress }: DueWords): Markup {
  const code = task.overdue ? "overdue" : task.state
  const { icon, tone, fill } = stateLook[code]
  const wash = fill === "wash" ? `filled ${toneWash[tone]}` : ""
  const colour = task.overdue ? "late" : ""
  return html`<span class='state ${toneText[tone]} ${wash}'>${rowIcon(icon)}${state(code)}</span
    ><a href='/tasks/${task.id}' data-open>${task.name}</a>${rowProgress(task.progress, tone, progress)}<span class='home'>${task.department}</span
    ><time class='${colour}' datetime='${task.dueAt?.toISOString()}'>${task.dueAt && moment(task.dueAt)}</time>`
}
