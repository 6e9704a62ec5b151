import { notFound } from "next/navigation"
import { Profile } from "@/components/people/profile"
import { db } from "@/db/engine"
import { findPerson } from "@/lib/people/person"
import { pageActor } from "@/lib/platform/session"

export default async function PersonPage({ params }: PageProps<"/people/[personId]">) {
  const actor = await pageActor()
  const id = Number((await params).personId)
  const person = Number.isSafeInteger(id) ? await findPerson(db(), id) : null
  if (!person) notFound()
  return <Profile actor={actor} person={person} />
}
