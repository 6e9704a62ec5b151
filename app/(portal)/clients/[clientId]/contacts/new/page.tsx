import { notFound } from "next/navigation"
import { ContactPage } from "@/components/clients/contact-page"
import { clientPage } from "@/lib/clients/page"
import { pageActor } from "@/lib/platform/session"

export default async function NewContactPage({
  params,
}: PageProps<"/clients/[clientId]/contacts/new">) {
  const page = await clientPage(await pageActor(), Number((await params).clientId))
  if (!page?.can.edit) notFound()
  return <ContactPage page={page} />
}
