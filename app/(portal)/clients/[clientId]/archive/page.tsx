import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ArchiveScreen } from "@/components/clients/archive-screen"
import { clientPage } from "@/lib/clients/page"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("clients.dossier"))("title") }
}

export default async function ClientArchive({
  params,
  searchParams,
}: PageProps<"/clients/[clientId]/archive">) {
  const [actor, { clientId }, { after }] = await Promise.all([pageActor(), params, searchParams])
  const page = await clientPage(actor, Number(clientId))
  if (!page) notFound()
  return (
    <ArchiveScreen
      actor={actor}
      page={page}
      after={typeof after === "string" ? after : undefined}
    />
  )
}
