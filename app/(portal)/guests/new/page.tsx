import { getTranslations } from "next-intl/server"
import { NewGuest } from "@/components/guests/new-guest"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("guests"))("new") }
}

export default async function NewGuestPage({ searchParams }: PageProps<"/guests/new">) {
  return <NewGuest actor={await pageActor()} scope={(await searchParams).scope} />
}
