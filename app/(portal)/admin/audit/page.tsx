import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { AuditScreen } from "@/components/audit/audit-screen"
import { readFilter } from "@/lib/audit/filter"
import { noteOpening } from "@/lib/audit/opening"
import { mayAudit } from "@/lib/audit/policy"
import { origin } from "@/lib/platform/request"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") }
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const actor = await pageActor()
  if (!mayAudit(actor)) notFound()
  const filter = readFilter(await searchParams)
  await noteOpening(actor, filter, await origin())
  return <AuditScreen actor={actor} filter={filter} />
}
