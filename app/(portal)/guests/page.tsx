import { getTranslations } from "next-intl/server"
import { GuestsScreen } from "@/components/guests/guests-screen"
import { invitationsFilter } from "@/lib/guests/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("guests"))("title") }
}

export default async function Guests({ searchParams }: PageProps<"/guests">) {
  const [actor, query] = await Promise.all([pageActor(), searchParams])
  return <GuestsScreen actor={actor} filter={invitationsFilter.parse(query)} />
}
