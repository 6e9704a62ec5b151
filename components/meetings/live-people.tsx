import { getTranslations } from "next-intl/server"
import { AttendanceForm } from "@/components/meetings/attendance-form"
import { HandNotesOver } from "@/components/meetings/hand-notes-over"
import { MeetingClock } from "@/components/meetings/meeting-clock"
import { OutsiderLine } from "@/components/meetings/outsider-line"
import { Questions } from "@/components/meetings/questions"
import { Face } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { MeetingPage, PersonOnPage } from "@/lib/meetings/page"
import type { PersonActor } from "@/lib/platform/actor"

/** What is left of the meeting, who is there, what waits to be asked. */
export async function LivePeople({ actor, page }: { actor: PersonActor; page: MeetingPage }) {
  const t = await getTranslations("meetings.live")
  const { meeting, people, questions, can, materials } = page
  const here = people.filter(({ attendance }) => attendance && attendance !== "absent").length
  return (
    <aside className="shrink-0 border-line px-5 pt-4 pb-8 max-lg:border-t lg:w-68 lg:overflow-y-auto lg:border-l">
      <MeetingClock
        end={meeting.endAt.getTime()}
        start={meeting.startedAt?.getTime() ?? meeting.startAt.getTime()}
        words={{ until: t("until"), since: t.raw("since"), over: t("over") }}
      />
      <Section
        title={t("people")}
        count={people.length}
        size="small"
        aside={t("here_count", { count: here })}
      >
        <ul>
          {people.map((person) => (
            <Person key={person.id} actor={actor} page={page} person={person} />
          ))}
          {meeting.outsiders.map((outsider) => (
            <OutsiderLine key={outsider.id} meeting={meeting} outsider={outsider} />
          ))}
        </ul>
      </Section>
      {can.lead && (
        <HandNotesOver
          id={meeting.id}
          people={people
            .filter(({ id }) => id !== meeting.noteTakerId)
            .map(({ id, name }) => ({ id, name }))}
          words={{ open: t("handOver"), label: t("handOverTo"), give: t("handOver") }}
        />
      )}
      <Questions
        id={meeting.id}
        questions={questions}
        mayAsk={can.ask}
        mayClose={can.lead}
        words={{
          title: t("questions"),
          ask: t("ask"),
          label: t("askLabel"),
          close: t("closeQuestion"),
        }}
      />
      {materials.length > 0 && (
        <p className="mt-4 text-meta text-ink-3">{materials.map(({ name }) => name).join("、")}</p>
      )}
    </aside>
  )
}

async function Person({
  actor,
  page: { meeting, can },
  person,
}: {
  actor: PersonActor
  page: MeetingPage
  person: PersonOnPage
}) {
  const [t, times] = await Promise.all([getTranslations("meetings"), when()])
  const role =
    person.id === meeting.hostId
      ? t("field.host")
      : person.id === meeting.noteTakerId
        ? t("field.noteTaker")
        : null
  const said =
    person.attendance === "late" && person.arrivedAt
      ? `${times.clock(person.arrivedAt)} ${t("attendance.late")}`
      : person.attendance
        ? t(`attendance.${person.attendance}`)
        : person.answer === "no"
          ? person.answerReason || t("answer.no")
          : t("live.unmarked")
  const missing = !person.attendance || person.attendance === "absent"
  return (
    <li className="flex min-h-8 items-center gap-2 text-control">
      <Face person={person} size={20} />
      <span className={`one-word ${missing ? "text-ink-2" : ""}`}>{person.name}</span>
      {role && <span className="text-meta text-ink-3">{role}</span>}
      <span className="ml-auto flex items-center gap-1.5">
        {(can.lead || person.id === actor.personId) && (
          <AttendanceForm
            key={person.attendance}
            id={meeting.id}
            person={person.id}
            value={person.attendance}
            own={!can.lead}
            words={{
              label: t("live.mark", { name: person.name }),
              none: said,
              here: t("live.iAmHere"),
              present: t("attendance.present"),
              late: t("attendance.late"),
              absent: t("attendance.absent"),
            }}
          />
        )}
        {!can.lead && person.id !== actor.personId && (
          <span className={`truncate text-meta ${missing ? "text-support" : "text-ink-3"}`}>
            {said}
          </span>
        )}
      </span>
    </li>
  )
}
