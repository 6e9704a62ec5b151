import { notFound } from "next/navigation"
import { HandoverPage } from "@/components/clients/handover-page"
import { clientPage } from "@/lib/clients/page"
import { pageActor } from "@/lib/platform/session"

export default async function HandOverClientPage({
  params,
}: PageProps<"/clients/[clientId]/handover">) {
  const page = await clientPage(await pageActor(), Number((await params).clientId))
  if (!page?.can.handOver) notFound()
  return <HandoverPage page={page} />
}
