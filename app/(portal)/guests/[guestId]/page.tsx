import { getTranslations } from "next-intl/server"
import { GuestScreen } from "@/components/guests/guest-screen"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("guests"))("title") }
}

export default async function Guest({ params }: PageProps<"/guests/[guestId]">) {
  const [actor, { guestId }] = await Promise.all([pageActor(), params])
  return <GuestScreen actor={actor} id={Number(guestId)} />
}
