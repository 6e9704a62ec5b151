import { getTranslations } from "next-intl/server"
import { LinkedText } from "@/components/shell/linked-text"
import { AskSupport, type AskSupportWords } from "@/components/tasks/ask-support"
import { TakeSupport } from "@/components/tasks/take-support"
import { NamedFace } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import type { TaskPage } from "@/lib/tasks/task-page"

export async function askSupportWords(): Promise<AskSupportWords> {
  const t = await getTranslations("tasks.support")
  return { need: t("need"), hint: t("needHint"), ask: t("ask"), cancel: t("cancel") }
}

/** Of a task that needs support: what it needs, and who gives it, or how to. */
export async function TaskSupport({ page: { task, supporter, can } }: { page: TaskPage }) {
  if (task.state !== "need_support") return null
  const t = await getTranslations("tasks.support")
  return (
    <>
      <div className="mt-3 flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1.5 rounded-field bg-support-wash px-2.5 py-1 text-control">
        <Icon name="hand" size={14} className="text-support" />
        {task.support !== "" && (
          <p className="min-w-0 flex-1 basis-[calc(100%-3rem)] font-semibold">
            <LinkedText text={task.support} />
          </p>
        )}
        {supporter ? (
          <span className="flex items-center gap-1.5">
            {t.rich("taken", { name: () => <NamedFace person={supporter} /> })}
          </span>
        ) : (
          <>
            <span className="min-w-0 flex-1 basis-40">
              {t("waits")}
              {!can.support && t("told")}
            </span>
            {can.support && <TakeSupport id={task.id} word={t("take")} label={t("take")} />}
          </>
        )}
      </div>
      {task.support === "" && can.report && !supporter && (
        <AskSupport id={task.id} words={await askSupportWords()} />
      )}
    </>
  )
}
