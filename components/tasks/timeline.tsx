import { getTranslations } from "next-intl/server"
import type { CSSProperties, ReactNode } from "react"
import { TimelineDays, TimelineGrid } from "@/components/tasks/timeline-days"
import { TimelineLinks } from "@/components/tasks/timeline-links"
import { TimelineRow } from "@/components/tasks/timeline-row"
import { TimelineTools } from "@/components/tasks/timeline-tools"
import { Empty } from "@/components/ui/empty"
import { Still } from "@/components/ui/still"
import { bounds } from "@/lib/calendar/bounds"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { PersonActor } from "@/lib/platform/actor"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { plain } from "@/lib/tasks/listed"
import { listTasks, type TaskListRow } from "@/lib/tasks/queries"
import { scaleOf } from "@/lib/tasks/timeline"

/** 时间线: a page of a view's tasks as bars over days, under whose work they are. */
export async function Timeline({ actor, filter }: { actor: PersonActor; filter: TaskFilter }) {
  const limits = await bounds()
  const [t, empty, calendar, { rows }] = await Promise.all([
    getTranslations("tasks.timeline"),
    getTranslations("tasks"),
    companyCalendar(),
    listTasks(actor, plain(filter), limits),
  ])
  const scale = scaleOf(calendar, filter.span, filter.from, limits.now)
  const dayWide: CSSProperties & { "--day": string } = { "--day": `${scale.width}px` }
  const homes = Map.groupBy(rows, (row) => row.group ?? row.department ?? "")
  return (
    <Still className="min-h-0 flex-1 overflow-auto border-t border-line">
      <div className="relative min-w-max" style={dayWide}>
        <div className="sticky top-0 z-2 flex bg-surface">
          <div className="sticky left-0 z-1 flex w-76 shrink-0 items-end justify-between gap-2 border-r border-b border-line bg-surface pr-3 pl-6 pb-1.5 text-meta text-ink-3 max-md:w-40 max-md:px-4">
            <span className="truncate">{t("task")}</span>
            <TimelineTools filter={filter} first={scale.days[0]?.day ?? ""} />
          </div>
          <TimelineDays scale={scale} />
        </div>
        <TimelineGrid scale={scale} now={limits.now} />
        {[...homes].map(([home, tasks]) => (
          <Home key={home} home={home || t("unplaced")} tasks={tasks}>
            {tasks.map((task) => (
              <TimelineRow key={task.id} task={task} scale={scale} now={limits.now} />
            ))}
          </Home>
        ))}
        <TimelineLinks groups={[...homes.values()]} scale={scale} now={limits.now} />
      </div>
      {rows.length === 0 && <Empty title={empty("empty")}>{empty("emptyHint")}</Empty>}
    </Still>
  )
}

function Home({
  home,
  tasks,
  children,
}: {
  home: string
  tasks: TaskListRow[]
  children: ReactNode
}) {
  const done = tasks.filter(({ state }) => state === "done").length
  return (
    <section aria-label={home} className="relative border-t border-line first-of-type:border-t-0">
      <h2 className="sticky left-0 flex h-8.5 w-76 items-center gap-2 border-r border-line px-5 text-control font-semibold max-md:w-40 max-md:px-4">
        <span className="truncate">{home}</span>
        <span className="shrink-0 font-normal text-ink-3">
          {done} / {tasks.length}
        </span>
      </h2>
      {children}
    </section>
  )
}
