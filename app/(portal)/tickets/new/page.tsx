import { NewTicket } from "@/components/tickets/new-ticket"
import { pageActor } from "@/lib/platform/session"

export default async function NewTicketPage({ searchParams }: PageProps<"/tickets/new">) {
  const [actor, { client }] = await Promise.all([pageActor(), searchParams])
  return <NewTicket actor={actor} client={client} />
}
