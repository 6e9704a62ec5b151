import "@/lib/modules"
import { handInToShelf } from "@/lib/clients/shelf-filling"
import { guestWhoAsks } from "@/lib/guest-action"
import { handedIn } from "@/lib/guests/handed-in"
import { origin } from "@/lib/platform/request"

/** A file that a guest hands in for their firm: a form's, with or without script. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ clientId: string }> },
): Promise<Response> {
  const { clientId } = await params
  const place = /^\d{1,15}$/.test(clientId) ? `/g/clients/${clientId}` : "/g"
  return handedIn(request, "clients.upload", place, async () =>
    handInToShelf(await guestWhoAsks(), Number(clientId), request, await origin()),
  )
}
