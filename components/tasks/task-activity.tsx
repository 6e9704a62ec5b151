import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { SinceLooked } from "@/components/inbox/since-looked"
import { LinkedText } from "@/components/shell/linked-text"
import { taskSentence } from "@/components/tasks/task-sentence"
import { Icon } from "@/components/ui/icon"
import { TimelineRow } from "@/components/ui/timeline"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import { unseenSince } from "@/lib/notifications/unseen"
import { namesOf } from "@/lib/people/finding"
import { activityOf } from "@/lib/platform/activity"
import { filesOf } from "@/lib/platform/files/attaching"
import { pageActor } from "@/lib/platform/session"

/** What happened to the task, newest first, around the rest of it. */
export async function TaskActivity({ taskId, children }: { taskId: number; children: ReactNode }) {
  const { personId } = await pageActor()
  const [t, inbox, rows, since] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("notifications"),
    activityRows(taskId),
    unseenSince(personId, "task", taskId),
  ])
  return (
    <SinceLooked
      key={taskId}
      since={since}
      rows={rows}
      words={{ fresh: inbox("sinceLooked"), all: t("activity"), earlier: t("older") }}
    >
      {children}
    </SinceLooked>
  )
}

async function activityRows(taskId: number) {
  const [t, times, rows, files] = await Promise.all([
    getTranslations("tasks"),
    when(),
    activityOf("task", taskId),
    filesOf("task", taskId),
  ])
  const sentWith = ({ data: { fileIds } }: (typeof rows)[number]) =>
    Array.isArray(fileIds) ? files.filter(({ id }) => fileIds.includes(id)) : []
  const owners = rows.flatMap((row) =>
    typeof row.data.ownerId === "number" ? [row.data.ownerId] : [],
  )
  const names = await namesOf(db(), owners)
  return rows.map((row) => ({
    id: row.id,
    row: (
      <TimelineRow
        key={row.id}
        {...(row.personId &&
          row.name && { person: { id: row.personId, name: row.name, face: row.face } })}
        when={times.feed(row.at)}
        dateTime={row.at.toISOString()}
        note={<SentWith files={sentWith(row)} />}
      >
        <LinkedText text={taskSentence(row, t, names)} />
      </TimelineRow>
    ),
  }))
}

/** Files that came with a comment; those that were taken off since aren't there any more. */
function SentWith({ files }: { files: { id: number; name: string }[] }) {
  return files.map((file) => (
    <a
      key={file.id}
      href={`/files/${file.id}`}
      className="mr-3 inline-flex max-w-full items-center gap-1 text-control text-accent-ink hover:underline"
    >
      <Icon name="paperclip" size={12} />
      <span className="truncate">{file.name}</span>
    </a>
  ))
}
