import { notFound } from "next/navigation"
import { ClientScreen } from "@/components/clients/client-screen"
import { clientPage } from "@/lib/clients/page"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata({ params }: PageProps<"/clients/[clientId]">) {
  const page = await clientPage(await pageActor(), Number((await params).clientId))
  return page ? { title: page.client.name } : {}
}

export default async function ClientPage({
  params,
  searchParams,
}: PageProps<"/clients/[clientId]">) {
  const actor = await pageActor()
  const page = await clientPage(actor, Number((await params).clientId))
  if (!page) notFound()
  const { after, files } = await searchParams
  return (
    <ClientScreen
      {...{ actor, page }}
      after={typeof after === "string" ? after : undefined}
      files={typeof files === "string" && /^\d{1,15}$/.test(files) ? Number(files) : undefined}
    />
  )
}
