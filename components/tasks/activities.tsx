import { getTranslations } from "next-intl/server"
import { taskSentence } from "@/components/tasks/task-sentence"
import { Still } from "@/components/ui/still"
import { Timeline, TimelineRow } from "@/components/ui/timeline"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import { namesOf } from "@/lib/people/finding"
import { activityOf } from "@/lib/platform/activity"

/** What happened to the task, newest first. */
export async function Activities({ taskId }: { taskId: number }) {
  const [t, times, rows] = await Promise.all([
    getTranslations("tasks"),
    when(),
    activityOf("task", taskId),
  ])
  const owners = rows.flatMap((row) =>
    typeof row.data.ownerId === "number" ? [row.data.ownerId] : [],
  )
  const names = await namesOf(db(), owners)
  return (
    <Still>
      <Timeline>
        {rows.map((row) => (
          <TimelineRow
            key={row.id}
            {...(row.personId && row.name && { person: { id: row.personId, name: row.name } })}
            when={times.feed(row.at)}
            dateTime={row.at.toISOString()}
          >
            {taskSentence(row, t, names)}
          </TimelineRow>
        ))}
      </Timeline>
    </Still>
  )
}
