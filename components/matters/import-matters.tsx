import { notFound } from "next/navigation"
import { getLocale } from "next-intl/server"
import { ImportRecords } from "@/components/tasks/import-records"
import { checkMatterFile } from "@/lib/matters/importing"
import { canCreate } from "@/lib/matters/policy"
import { templateHeader } from "@/lib/matters/template"
import type { PersonActor } from "@/lib/platform/actor"

/** 导入事项: a file in the columns of template T1. */
export async function ImportMatters({
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
      kind="matters"
      file={id}
      check={id > 0 ? await checkMatterFile(actor, id) : null}
      refused={refused || id > 0}
      columns={templateHeader(await getLocale())}
    />
  )
}
