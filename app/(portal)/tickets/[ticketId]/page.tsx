import { notFound } from "next/navigation"
import { TicketScreen } from "@/components/tickets/ticket-screen"
import { pageActor } from "@/lib/platform/session"
import { idOfNumber } from "@/lib/tickets/numbers"
import { ticketPage } from "@/lib/tickets/page"
import { titleOf } from "@/lib/tickets/ticket"

export async function generateMetadata({ params }: PageProps<"/tickets/[ticketId]">) {
  const page = await ticketPage(await pageActor(), idOfNumber((await params).ticketId))
  return page ? { title: titleOf(page.ticket) } : {}
}

export default async function TicketPage({
  params,
  searchParams,
}: PageProps<"/tickets/[ticketId]">) {
  const page = await ticketPage(await pageActor(), idOfNumber((await params).ticketId))
  if (!page) notFound()
  const { before } = await searchParams
  return <TicketScreen page={page} before={typeof before === "string" ? before : undefined} />
}
