import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { MeetingForm } from "@/components/meetings/meeting-form"
import { meetingFormData } from "@/components/meetings/meeting-form-data"
import { db } from "@/db/engine"
import { findTemplate } from "@/lib/meetings/agenda-template"
import { findMeeting } from "@/lib/meetings/meeting"
import { canCreate, canPrepare, canSee } from "@/lib/meetings/policy"
import { type PersonActor, sees } from "@/lib/platform/actor"

const idIn = (value: unknown): number | undefined =>
  typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : undefined

/** 预约会议, perhaps for a group, perhaps following another one. */
export async function NewMeeting({
  actor,
  group,
  follows,
  template,
}: {
  actor: PersonActor
  group?: unknown
  follows?: unknown
  template?: unknown
}) {
  if (!canCreate(actor)) notFound()
  const before = await findMeeting(db(), idIn(follows) ?? 0)
  const agenda = await findTemplate(db(), idIn(template) ?? 0)
  const data = await meetingFormData(actor, {
    group: idIn(group),
    ...(agenda && sees(actor, agenda) && { template: agenda }),
    ...(before && canSee(actor, before) && { follows: before }),
  })
  const t = await getTranslations("meetings")
  return <MeetingForm data={data} title={t("new")} formKey={randomUUID()} cancel="/meetings" />
}

/** The same form for a meeting that is there and hasn't begun. */
export async function EditMeeting({ actor, id }: { actor: PersonActor; id: number }) {
  const meeting = await findMeeting(db(), id)
  if (!meeting || !canPrepare(actor, meeting)) notFound()
  if (meeting.state !== "draft" && meeting.state !== "published") notFound()
  const data = await meetingFormData(actor, { meeting })
  return (
    <MeetingForm
      data={data}
      title={meeting.title}
      formKey={randomUUID()}
      cancel={`/meetings/${id}`}
    />
  )
}
