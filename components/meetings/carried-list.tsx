import { getTranslations } from "next-intl/server"
import { TaskState } from "@/components/meetings/task-state"
import { Face } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import type { MeetingPage } from "@/lib/meetings/page"

/** Topic 0: the resolutions of last time and what is open of those before, as their tasks stand. */
export async function CarriedList({ page: { carried } }: { page: MeetingPage }) {
  const [t, times] = await Promise.all([getTranslations("meetings.page"), when()])
  if (carried.length === 0)
    return <p className="mt-1 text-control text-ink-3">{t("carriedNone")}</p>
  return (
    <ul className="mt-1.5">
      {carried.map((row) => (
        <li
          key={row.id}
          className="flex min-h-8 flex-wrap items-center gap-x-3 border-t border-line-soft text-control first:border-t-0"
        >
          <TaskState task={row} />
          <Link href={`/tasks/${row.taskId}`} className="min-w-0 flex-1 truncate hover:underline">
            {row.text}
          </Link>
          <Face person={row.owner} size={20} named />
          {row.dueAt && (
            <time dateTime={row.dueAt.toISOString()} className="one-word text-meta text-ink-2">
              {times.moment(row.dueAt)}
            </time>
          )}
        </li>
      ))}
    </ul>
  )
}
