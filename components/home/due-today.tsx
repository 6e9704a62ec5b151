import { getTranslations } from "next-intl/server"
import { MoreLine } from "@/components/home/more-line"
import { type State, stateLook } from "@/components/shell/state-look"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { html, inside, type Markup } from "@/components/ui/markup"
import { rowIcon, rowProgress } from "@/components/ui/row-markup"
import { Section } from "@/components/ui/section"
import { toneText, toneWash } from "@/components/ui/tone"
import { bounds } from "@/lib/calendar/bounds"
import { when } from "@/lib/calendar/when"
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

const shown = 12

export async function DueToday({ tasks }: { tasks: TaskListRow[] }) {
  const [t, { startOfToday }, words] = await Promise.all([
    getTranslations("home"),
    bounds(),
    dueWords(),
  ])
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
      {tasks.slice(0, shown).map((task) => (
        <DueRow key={task.id} task={task} words={words} />
      ))}
      <MoreLine count={tasks.length - shown} href="/tasks?due=today&sort=due" />
      {behind.length > 0 && (
        <div className="flex min-h-10 items-center gap-2 text-control text-ink-2">
          <Icon name="pencil" size={14} className="text-ink-3" />
          {t("behind", { count: behind.length })}
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
