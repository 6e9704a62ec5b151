import { getTranslations } from "next-intl/server"
import { MoreLink } from "@/components/home/more-link"
import { TakeSupport } from "@/components/tasks/take-support"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { SupportAsked } from "@/lib/tasks/support-asked"

/** 等待支持: what others can't do alone, until somebody takes it. */
export async function SupportSection({ tasks, shown }: { tasks: SupportAsked[]; shown: number }) {
  const [t, times] = await Promise.all([getTranslations("tasks.support"), when()])
  if (tasks.length === 0) return null
  return (
    <Section
      title={t("asked")}
      count={tasks.length}
      aside={
        shown < tasks.length && <MoreLink left={tasks.length - shown} href="/?support=all" all="" />
      }
    >
      {tasks.slice(0, shown).map((task) => (
        <div
          key={task.id}
          className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-soft py-1.5"
        >
          <Icon name="hand" size={14} className="text-support" />
          <span className="min-w-0 flex-1 basis-60">
            <Link href={`/tasks/${task.id}`} className="block truncate text-ui hover:underline">
              {task.name}
            </Link>
            <span className="block truncate text-meta text-ink-2 empty:hidden">
              {task.support || task.risk}
            </span>
          </span>
          <Face person={task.owner} size={20} named />
          <span className="one-word w-24 text-right text-meta text-ink-3 max-md:ml-6.5 max-md:w-auto">
            {task.dueAt && times.moment(task.dueAt)}
          </span>
          <span className="max-md:ml-auto">
            <TakeSupport id={task.id} word={t("take")} label={t("of", { name: task.name })} />
          </span>
        </div>
      ))}
    </Section>
  )
}
