import { notFound } from "next/navigation"
import { ContactPage } from "@/components/clients/contact-page"
import { clientPage } from "@/lib/clients/page"
import { pageActor } from "@/lib/platform/session"

export default async function EditContactPage({
  params,
}: PageProps<"/clients/[clientId]/contacts/[contactId]">) {
  const { clientId, contactId } = await params
  const page = await clientPage(await pageActor(), Number(clientId))
  const contact = page?.client.contacts.find(({ id }) => id === Number(contactId))
  if (!page?.can.edit || !contact) notFound()
  return <ContactPage page={page} contact={contact.id} />
}
