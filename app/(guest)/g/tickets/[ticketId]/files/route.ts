import "@/lib/modules"
import { guestWhoAsks } from "@/lib/guest-action"
import { handedIn } from "@/lib/guests/handed-in"
import { origin } from "@/lib/platform/request"
import { handInFile } from "@/lib/tickets/handing-in"
import { idOfNumber } from "@/lib/tickets/numbers"

/** A file that a guest puts onto a ticket: a form's, with or without script. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ ticketId: string }> },
): Promise<Response> {
  const id = idOfNumber((await params).ticketId)
  return handedIn(request, "tickets.upload", id ? `/g/tickets/${id}` : "/g/tickets", async () =>
    handInFile(await guestWhoAsks(), id, request, await origin()),
  )
}
