import { chosenForm } from "@/components/shell/chosen-form"
import { stateLook } from "@/components/shell/state-look"
import { html, inside, type Markup } from "@/components/ui/markup"
import { rowFaces, rowHigh, rowIcon, rowProgress } from "@/components/ui/row-markup"
import type { Locale } from "@/lib/platform/actor"
import type { TaskListRow } from "@/lib/tasks/queries"
import type { Ticked } from "@/lib/tasks/ticked"

export interface RowWords {
  locale: Locale
  high: string
  choose: (name: string) => string
  progress: string
  notUpdated: string
  /** How it comes again: 每周一. */
  repeats: (rule: string) => string
  ticked: (steps: Ticked) => string
  overdue: (days: number) => string
  moment: (at: Date) => string
  startOfToday: Date
  daysAway: (at: Date) => number
}

/** One task, 36 high; two lines on a phone. Plain markup: a page of fifty costs no script. */
export function TaskRow({ task, words }: { task: TaskListRow; words: RowWords }) {
  return (
    <div
      className="task-row task-columns"
      data-row=""
      data-key={`task:${task.id}`}
      {...inside(cells(task, words))}
    />
  )
}

function cells(task: TaskListRow, words: RowWords): Markup {
  const { tone } = stateLook[task.overdue ? "overdue" : task.state]
  const quiet = task.state === "doing" && (!task.progressAt || task.progressAt < words.startOfToday)
  return html`<input type='checkbox' class='choose' form='${chosenForm}' name='tasks[]' value='${task.id}' data-choose aria-label='${words.choose(task.name)}'><span class='pri' data-edit='priority'>${task.priority === "high" && rowHigh(words.high)}</span
    ><span class='name'><a href='/tasks/${task.id}' class='${task.state}' data-open>${task.name}</a>${task.rule && html`<small class='ticked'>${rowIcon("repeat")}${words.repeats(task.rule)}</small>`}${task.ticked && html`<small class='ticked' title='${words.ticked(task.ticked)}'>${rowIcon("square-check")}${task.ticked.done}/${task.ticked.of}</small>`}${quiet && html`<small>${words.notUpdated}</small>`}</span
    ><small class='home'>${task.group ?? task.department}</small
    ><span class='way' data-edit='progress'>${rowProgress(task.progress, tone, words.progress)}</span><span class='faces' data-edit='owner'>${rowFaces(task.coworkers, words.locale)}</span
    >${dueCell(task, words)}`
}

function dueCell(task: TaskListRow, words: RowWords): Markup {
  const at = task.state === "done" ? task.doneAt : task.dueAt
  if (!at) return html`<span class='due'></span>`
  if (task.overdue)
    return html`<span class='due late' data-edit='due' title='${words.moment(at)}'>${words.overdue(-words.daysAway(at))}</span>`
  return html`<time class='due' data-edit='due' datetime='${at.toISOString()}'>${words.moment(at)}</time>`
}
