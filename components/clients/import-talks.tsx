import { notFound } from "next/navigation"
import { getLocale } from "next-intl/server"
import { ImportRecords } from "@/components/tasks/import-records"
import { checkTalkFile } from "@/lib/clients/importing"
import { canCreate } from "@/lib/clients/policy"
import { templateHeader } from "@/lib/clients/template"
import type { PersonActor } from "@/lib/platform/actor"

/** 导入沟通记录: a file in the columns of template T4. */
export async function ImportTalks({
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
      kind="clients"
      file={id}
      check={id > 0 ? await checkTalkFile(actor, id) : null}
      refused={refused || id > 0}
      columns={templateHeader(await getLocale())}
    />
  )
}
