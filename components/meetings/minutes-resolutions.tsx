import { getTranslations } from "next-intl/server"
import { TaskState } from "@/components/meetings/task-state"
import { LinkedText } from "@/components/shell/linked-text"
import { NamedFace } from "@/components/ui/face"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import type { ResolutionIn } from "@/lib/meetings/minutes-content"
import type { MinutesPage } from "@/lib/meetings/minutes-page"

/** Resolutions as published, with the state of their tasks as it is now. */
export async function MinutesResolutions({
  resolutions,
  minutes,
}: {
  resolutions: readonly ResolutionIn[]
  minutes: MinutesPage
}) {
  const [t, times] = await Promise.all([getTranslations("meetings.sheet"), when()])
  const columns = ["number", "text", "owner", "due", "task"] as const
  return (
    <div className="mt-1.5 overflow-x-auto">
      <table className="w-full table-fixed text-left text-control max-md:block md:min-w-140">
        <thead className="max-md:sr-only">
          <tr className="h-8 border-b border-line text-meta text-ink-3">
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={`font-normal ${{ number: "w-10", text: "", owner: "w-22", due: "w-26", task: "w-28" }[column]}`}
              >
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {resolutions.map(({ id, number, text, owner, dueAt }) => {
            const task = minutes.states.get(id)
            return (
              <tr
                key={id}
                className="h-9 border-b border-line-soft max-md:flex max-md:h-auto max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:py-2"
              >
                <td className="text-ink-3">{number}</td>
                <td className="pr-3 max-md:min-w-0 max-md:flex-1 max-md:basis-4/5 max-md:pr-0">
                  <LinkedText text={text} />
                  {minutes.changed.has(`resolution-${id}`) && (
                    <small className="ml-2 text-meta text-support">{t("changed")}</small>
                  )}
                </td>
                <td>{owner && <NamedFace person={owner} />}</td>
                <td className="one-word">
                  {dueAt && `${times.date(dueAt)} ${times.clock(dueAt)}`}
                </td>
                <td className="max-md:ml-auto">
                  {task && (
                    <Link href={`/tasks/${task.taskId}`} className="hover:underline">
                      <TaskState task={task} />
                    </Link>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
