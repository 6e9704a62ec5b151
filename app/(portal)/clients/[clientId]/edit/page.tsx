import { notFound } from "next/navigation"
import { EditClient } from "@/components/clients/edit-client"
import { clientPage } from "@/lib/clients/page"
import { pageActor } from "@/lib/platform/session"

export default async function EditClientPage({ params }: PageProps<"/clients/[clientId]/edit">) {
  const actor = await pageActor()
  const page = await clientPage(actor, Number((await params).clientId))
  if (!page?.can.edit) notFound()
  return <EditClient actor={actor} page={page} />
}
