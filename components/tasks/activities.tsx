import { getTranslations } from "next-intl/server"
import { Timeline, TimelineRow } from "@/components/ui/timeline"
import { when } from "@/lib/calendar/when"
import { db } from "@/db/engine"
import { namesOf } from "@/lib/people/finding"
import { type Activity, activityOf } from "@/lib/platform/activity"

/** What happened to the task, newest first. */
export async function Activities({ taskId }: { taskId: number }) {
  const [t, times, rows] = await Promise.all([getTranslations("tasks"), when(), activityOf("task", taskId)])
  const owners = rows.flatMap((row) => (typeof row.data.ownerId === "number" ? [row.data.ownerId] : []))
  const names = await namesOf(db(), owners)
  return (
    <Timeline>
      {rows.map((row) => (
        <TimelineRow
          key={row.id}
          {...(row.personId && row.name && { person: { id: row.personId, name: row.name } })}
          when={times.feed(row.at)}
          dateTime={row.at.toISOString()}
        >
          {sentence(row, t, names)}
        </TimelineRow>
      ))}
    </Timeline>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<"tasks">>>

function sentence(row: Activity, t: Words, names: ReadonlyMap<number, string>): string {
  const { data } = row
  if (row.type === "task.commented") return row.body ?? t("event.commentGone")
  if (row.type === "task.progressed")
    return t("event.progressed", { before: Number(data.before), after: Number(data.after) })
  if (row.type === "task.assigned") return t("event.assigned", { owner: names.get(Number(data.ownerId)) ?? "" })
  if (row.type === "task.edited") return t("event.edited", { fields: changedFields(data, t) })
  const simple = row.type.slice("task.".length)
  return isSimple(simple) ? t(`event.${simple}`) : t("event.other")
}

const simples = ["created", "started", "paused", "needs_support", "completed"] as const
const isSimple = (type: string): type is (typeof simples)[number] => simples.some((simple) => simple === type)

const fieldWords = new Map<string, Parameters<Words>[0]>([
  ["ownerId", "field.owner"],
  ["dueAt", "field.due"],
  ["startAt", "field.start"],
  ["priority", "field.priority"],
  ["departmentId", "field.home"],
  ["sensitivityId", "field.sensitivity"],
  ["coworkers", "field.coworkers"],
  ["name", "field.name"],
  ["description", "field.description"],
  ["risk", "field.risk"],
])

function changedFields(data: Record<string, unknown>, t: Words): string {
  const texts = Array.isArray(data.texts) ? data.texts.map(String) : []
  const fields = [...Object.keys(data), ...texts].flatMap((name) => fieldWords.get(name) ?? [])
  return fields.map((field) => t(field)).join("、")
}
