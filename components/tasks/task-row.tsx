import { stateLook } from "@/components/shell/state-look"
import { Faces } from "@/components/ui/face"
import { PriorityBars } from "@/components/ui/priority-bars"
import { Progress } from "@/components/ui/progress"
import { StateChip } from "@/components/ui/state-chip"
import type { TaskListRow } from "@/lib/tasks/queries"

export interface RowWords {
  high: string
  progress: string
  notUpdated: string
  overdue: (days: number) => string
  moment: (at: Date) => string
  startOfToday: Date
  daysAway: (at: Date) => number
}

/** One task, 36 high; two lines on a phone. Plain markup: a page of fifty costs no script. */
export function TaskRow({ task, words }: { task: TaskListRow; words: RowWords }) {
  const look = stateLook[task.overdue ? "overdue" : task.state]
  const quiet = task.state === "doing" && (!task.progressAt || task.progressAt < words.startOfToday)
  return (
    <div className="task-row task-columns" data-row>
      <span className="pri">
        {task.priority === "high" && <PriorityBars level="high" label={words.high} />}
      </span>
      <span className="name">
        <a
          href={`/tasks/${task.id}`}
          data-open
          className={task.state === "done" ? "text-ink-2" : ""}
        >
          {task.name}
        </a>
        {quiet && <small>{words.notUpdated}</small>}
      </span>
      <small className="home">{task.department}</small>
      <Progress percent={task.progress} tone={look.tone} label={words.progress} />
      <span className="faces">
        {task.coworkers.length > 0 && <Faces people={task.coworkers} />}
      </span>
      <DueCell task={task} words={words} />
    </div>
  )
}

function DueCell({ task, words }: { task: TaskListRow; words: RowWords }) {
  const at = task.state === "done" ? task.doneAt : task.dueAt
  if (!at) return <span className="due" />
  if (task.overdue)
    return (
      <span className="due">
        <StateChip icon="state-late" tone="cinnabar" fill="wash" title={words.moment(at)}>
          {words.overdue(-words.daysAway(at))}
        </StateChip>
      </span>
    )
  return (
    <time className="due text-meta" dateTime={at.toISOString()}>
      {words.moment(at)}
    </time>
  )
}
