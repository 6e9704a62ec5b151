import "@/lib/modules"
import { getTranslations } from "next-intl/server"
import { GuestDoor, GuestGone } from "@/components/guests/guest-door"
import { openedLink } from "@/lib/guests/link"
import { origin } from "@/lib/platform/request"

export async function generateMetadata() {
  return { title: (await getTranslations("guests.g"))("outside") }
}

/** Where a guest's link leads. It changes nothing: mail scanners open links; the button does. */
export default async function GuestLink({ params, searchParams }: PageProps<"/g/[token]">) {
  const [{ token }, { step }, { address }] = await Promise.all([params, searchParams, origin()])
  const invitation = await openedLink(token, address)
  if (!invitation) return <GuestGone />
  return <GuestDoor invitation={invitation} token={token} step={String(step ?? "")} />
}
