import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ImportDone } from "@/components/people/import-done"
import { staffWordsHere } from "@/components/people/import-values"
import { when } from "@/lib/calendar/when"
import { mayImport } from "@/lib/people/import-policy"
import { importPage } from "@/lib/people/import-queries"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.import"))("done.title") }
}

export default async function ImportDonePage({
  params,
  searchParams,
}: PageProps<"/admin/import/[importId]">) {
  const actor = await pageActor()
  const [{ importId }, query] = await Promise.all([params, searchParams])
  if (!mayImport(actor) || !/^\d{1,12}$/.test(importId)) notFound()
  const after = /^\d{1,12}$/.test(String(query.after)) ? Number(query.after) : 0
  const page = await importPage(actor, Number(importId), after)
  if (!page) notFound()
  const [words, { moment }] = await Promise.all([staffWordsHere(), when()])
  return <ImportDone page={page} words={words} moment={moment} />
}
