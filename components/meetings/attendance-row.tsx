import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { AttendanceForm, HereForm } from "@/components/meetings/attendance-form"
import { OutsideFace } from "@/components/meetings/outsider-line"
import { Face } from "@/components/ui/face"
import { when } from "@/lib/calendar/when"
import type { MeetingPage, PersonOnPage } from "@/lib/meetings/page"
import type { PersonActor } from "@/lib/platform/actor"

type Attended = Pick<
  PersonOnPage,
  "name" | "answer" | "answerReason" | "attendance" | "arrivedAt" | "absentReason"
>

/** A colleague among those who are there: marked by who leads, or by themselves. */
export async function AttendanceRow({
  actor,
  page: { meeting, can },
  person,
}: {
  actor: PersonActor
  page: MeetingPage
  person: PersonOnPage
}) {
  const [t, said] = await Promise.all([getTranslations("meetings.field"), saidOf(person)])
  const role =
    person.id === meeting.hostId
      ? t("host")
      : person.id === meeting.noteTakerId
        ? t("noteTaker")
        : null
  const own = person.id === actor.personId
  const words = await wordsFor(person, said)
  const given = { id: meeting.id, who: { person: person.id }, value: person.attendance, words }
  return (
    <Row
      face={<Face person={person} size={20} />}
      attended={person}
      mark={role && <span className="text-meta text-ink-3">{role}</span>}
    >
      {can.lead ? (
        <AttendanceForm
          key={`${person.attendance} ${person.absentReason}`}
          {...given}
          reason={person.absentReason}
        />
      ) : own && meeting.state === "live" ? (
        <HereForm {...given} />
      ) : (
        <Said attended={person} said={said} />
      )}
    </Row>
  )
}

/** Somebody of another company among them. */
export async function OutsiderAttendance({
  page: { meeting, can },
  outsider,
}: {
  page: MeetingPage
  outsider: MeetingPage["meeting"]["outsiders"][number]
}) {
  const [t, said] = await Promise.all([getTranslations("meetings.page"), saidOf(outsider)])
  return (
    <Row
      face={<OutsideFace name={outsider.name} />}
      attended={outsider}
      mark={<span className="text-meta text-outside">{t("outside")}</span>}
    >
      {can.lead ? (
        <AttendanceForm
          key={`${outsider.attendance} ${outsider.absentReason}`}
          id={meeting.id}
          who={{ outsider: outsider.id }}
          value={outsider.attendance}
          reason={outsider.absentReason}
          words={await wordsFor(outsider, said)}
        />
      ) : (
        <Said attended={outsider} said={said} />
      )}
    </Row>
  )
}

const isMissing = ({ attendance }: Attended) => !attendance || attendance === "absent"

function Row({
  face,
  attended,
  mark,
  children,
}: {
  face: ReactNode
  attended: Attended
  mark: ReactNode
  children: ReactNode
}) {
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-2 text-control">
      {face}
      <span className={`one-word ${isMissing(attended) ? "text-ink-2" : ""}`}>{attended.name}</span>
      {mark}
      <span className="ml-auto flex items-center gap-1.5">{children}</span>
    </li>
  )
}

const Said = ({ attended, said }: { attended: Attended; said: string }) => (
  <span className={`truncate text-meta ${isMissing(attended) ? "text-support" : "text-ink-3"}`}>
    {said}
  </span>
)

/** Where somebody stands, in a word or two. */
async function saidOf({ attendance, arrivedAt, answer, answerReason, absentReason }: Attended) {
  const [t, times] = await Promise.all([getTranslations("meetings"), when()])
  if (attendance === "late" && arrivedAt) return `${times.clock(arrivedAt)} ${t("attendance.late")}`
  if (attendance === "absent") return absentReason || answerReason || t("attendance.absent")
  if (attendance) return t(`attendance.${attendance}`)
  return answer === "no" ? answerReason || t("answer.no") : t("live.unmarked")
}

async function wordsFor({ name }: Attended, none: string) {
  const t = await getTranslations("meetings")
  return {
    ...{ none, label: t("live.mark", { name }), why: t("live.absentWhy") },
    ...{ here: t("live.iAmHere"), save: t("live.markIt") },
    present: t("attendance.present"),
    late: t("attendance.late"),
    absent: t("attendance.absent"),
  }
}
