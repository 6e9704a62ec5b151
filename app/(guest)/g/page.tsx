import "@/lib/modules"
import { getTranslations } from "next-intl/server"
import { GuestOver } from "@/components/guests/guest-door"
import { GuestHome } from "@/components/guests/guest-home"
import { currentGuest } from "@/lib/platform/guest-session"

export async function generateMetadata() {
  return { title: (await getTranslations("guests.g"))("things") }
}

export default async function GuestStart() {
  const guest = await currentGuest()
  return typeof guest === "string" ? <GuestOver reason={guest} /> : <GuestHome guest={guest} />
}
