import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { GuestTicket } from "@/components/tickets/guest-ticket"
import { db } from "@/db/engine"
import { noteLook } from "@/lib/guests/looking"
import { pageGuest } from "@/lib/guests/page-guest"
import { origin } from "@/lib/platform/request"
import { idOfNumber } from "@/lib/tickets/numbers"
import { findPage, pageSees } from "@/lib/tickets/ticket-page"

export async function generateMetadata() {
  return { title: (await getTranslations("tickets.g"))("kind") }
}

const numberIn = (value: unknown) =>
  typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : undefined

export default async function GuestTicketPage({
  params,
  searchParams,
}: PageProps<"/g/tickets/[ticketId]">) {
  const [guest, { ticketId }, { before, refused }] = await Promise.all([
    pageGuest(),
    params,
    searchParams,
  ])
  const page = await findPage(db(), idOfNumber(ticketId))
  if (!page || !pageSees(guest, page)) notFound()
  await noteLook(guest, { kind: "ticket_page", id: page.id }, await origin())
  return (
    <GuestTicket {...{ guest, page, before: numberIn(before) }} refused={refused !== undefined} />
  )
}
