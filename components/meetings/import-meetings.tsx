import { notFound } from "next/navigation"
import { getLocale } from "next-intl/server"
import { ImportRecords } from "@/components/tasks/import-records"
import { checkMeetingFile } from "@/lib/meetings/importing"
import { canCreate } from "@/lib/meetings/policy"
import { templateHeader } from "@/lib/meetings/template"
import type { PersonActor } from "@/lib/platform/actor"

/** 导入会议: a file in the columns of template T2. */
export async function ImportMeetings({
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
      kind="meetings"
      file={id}
      check={id > 0 ? await checkMeetingFile(actor, id) : null}
      refused={refused || id > 0}
      columns={templateHeader(await getLocale())}
    />
  )
}
