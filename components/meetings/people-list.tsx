import { getTranslations } from "next-intl/server"
import { OutsiderLine } from "@/components/meetings/outsider-line"
import { Face } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import type { MeetingPage, PersonOnPage } from "@/lib/meetings/page"

/** Who is invited and what they answered; once it is over, who was there. */
export async function PeopleList({ page }: { page: MeetingPage }) {
  const t = await getTranslations("meetings.page")
  const { people, meeting } = page
  const count = (answer: string | null) =>
    [...people, ...meeting.outsiders].filter((each) => each.answer === answer).length
  const tally = { yes: count("yes"), no: count("no"), none: count(null) }
  return (
    <Section
      title={t("people")}
      count={people.length + meeting.outsiders.length}
      aside={meeting.state === "published" ? t("tally", tally) : undefined}
    >
      <ul>
        {people.map((person) => (
          <PersonLine key={person.id} page={page} person={person} />
        ))}
        {meeting.outsiders.map((outsider) => (
          <OutsiderLine key={outsider.id} meeting={meeting} outsider={outsider} />
        ))}
      </ul>
    </Section>
  )
}

async function PersonLine({ page, person }: { page: MeetingPage; person: PersonOnPage }) {
  const t = await getTranslations("meetings")
  const { meeting } = page
  const role =
    person.id === meeting.hostId
      ? t("field.host")
      : person.id === meeting.noteTakerId
        ? t("field.noteTaker")
        : null
  const ended = meeting.state === "ended"
  const standing = ended
    ? person.attendance && t(`attendance.${person.attendance}`)
    : meeting.state === "draft"
      ? null
      : t(`answer.${person.answer ?? "none"}`)
  const reason = ended ? person.absentReason || person.answerReason : person.answerReason
  const warns = ended ? person.attendance === "absent" : person.answer === "no"
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-2 border-b border-line-soft text-control">
      <Face person={person} size={24} />
      <span className="one-word">{person.name}</span>
      {role && <span className="text-meta text-ink-3">{role}</span>}
      <span className={`ml-auto text-meta ${warns ? "text-support" : "text-ink-2"}`}>
        {standing}
      </span>
      {reason && <span className="w-full pb-1.5 pl-8 text-meta text-ink-2">{reason}</span>}
    </li>
  )
}
