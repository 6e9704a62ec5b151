import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { GuestMeeting } from "@/components/guests/guest-meeting"
import { db } from "@/db/engine"
import { noteLook } from "@/lib/guests/looking"
import { pageGuest } from "@/lib/guests/page-guest"
import { findMeeting } from "@/lib/meetings/meeting"
import { canSee } from "@/lib/meetings/policy"
import { origin } from "@/lib/platform/request"

export async function generateMetadata() {
  return { title: (await getTranslations("guests.g"))("outside") }
}

export default async function GuestMeetingPage({ params }: PageProps<"/g/meetings/[meetingId]">) {
  const [guest, { meetingId }] = await Promise.all([pageGuest(), params])
  const meeting = await findMeeting(db(), Number(meetingId))
  if (!meeting || !canSee(guest, meeting)) notFound()
  await noteLook(guest, { kind: "meeting", id: meeting.id }, await origin())
  return <GuestMeeting guest={guest} meeting={meeting} />
}
