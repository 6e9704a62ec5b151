import { notFound } from "next/navigation"
import { getLocale } from "next-intl/server"
import { ImportRecords } from "@/components/tasks/import-records"
import type { PersonActor } from "@/lib/platform/actor"
import { checkTaskFile } from "@/lib/tasks/importing"
import { canCreate } from "@/lib/tasks/policy"
import { templateHeader } from "@/lib/tasks/template"

/** 导入任务: a file in the columns of template T3. */
export async function ImportTasks({
  actor,
  file,
  refused,
}: {
  actor: PersonActor
  file: unknown
  refused: boolean
}) {
  if (!canCreate(actor)) notFound()
  const id = /^\d{1,12}$/.test(String(file)) ? Number(file) : 0
  return (
    <ImportRecords
      kind="tasks"
      file={id}
      check={id > 0 ? await checkTaskFile(actor, id) : null}
      refused={refused || id > 0}
      columns={templateHeader(await getLocale())}
    />
  )
}
