import { notFound, redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { MinutesScreen } from "@/components/meetings/minutes-screen"
import { minutesPage } from "@/lib/meetings/minutes-page"
import { meetingPage } from "@/lib/meetings/page"
import { pageActor } from "@/lib/platform/session"

type Props = PageProps<"/meetings/[meetingId]/minutes">

export async function generateMetadata({ params }: Props) {
  const page = await meetingPage(await pageActor(), Number((await params).meetingId))
  const t = await getTranslations("meetings.sheet")
  return page ? { title: t("minutes", { title: page.meeting.title }) } : {}
}

export default async function MinutesPage({ params, searchParams }: Props) {
  const actor = await pageActor()
  const id = Number((await params).meetingId)
  const page = await meetingPage(actor, id)
  if (!page) notFound()
  if (page.meeting.state !== "live" && page.meeting.state !== "ended") redirect(`/meetings/${id}`)
  const { edit, version, changes } = await searchParams
  const minutes = await minutesPage(actor, page.meeting, Number(version) || undefined)
  return (
    <MinutesScreen
      actor={actor}
      page={page}
      minutes={minutes}
      comparing={changes === "1"}
      editing={edit === "1" && page.can.write}
    />
  )
}
