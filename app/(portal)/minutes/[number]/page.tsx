import { notFound, redirect } from "next/navigation"
import { readNumber } from "@/lib/meetings/minutes-number"
import { meetingOfNumber } from "@/lib/meetings/minutes-page"
import { pageActor } from "@/lib/platform/session"

/** A number in a text leads to the minutes that have it. */
export default async function NumberedMinutesPage({ params }: PageProps<"/minutes/[number]">) {
  const id = await meetingOfNumber(await pageActor(), readNumber((await params).number))
  if (id === null) notFound()
  redirect(`/meetings/${id}/minutes`)
}
