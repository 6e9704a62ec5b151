import { NewGuest } from "@/components/guests/new-guest"
import { pageActor } from "@/lib/platform/session"

export default async function NewGuestDialog({ searchParams }: PageProps<"/guests/new">) {
  return <NewGuest actor={await pageActor()} scope={(await searchParams).scope} dialog />
}
