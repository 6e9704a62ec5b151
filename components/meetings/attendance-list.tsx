import { getTranslations } from "next-intl/server"
import { AttendanceRow, OutsiderAttendance } from "@/components/meetings/attendance-row"
import { Icon } from "@/components/ui/icon"
import type { MeetingPage } from "@/lib/meetings/page"
import type { PersonActor } from "@/lib/platform/actor"

/** Who is there: those of the company, then those of others. */
export const AttendanceList = ({ actor, page }: { actor: PersonActor; page: MeetingPage }) => (
  <ul>
    {page.people.map((person) => (
      <AttendanceRow key={person.id} actor={actor} page={page} person={person} />
    ))}
    {page.meeting.outsiders.map((outsider) => (
      <OutsiderAttendance key={outsider.id} page={page} outsider={outsider} />
    ))}
  </ul>
)

export const hereIn = ({ people, meeting }: MeetingPage): number =>
  [...people, ...meeting.outsiders].filter(
    ({ attendance }) => attendance && attendance !== "absent",
  ).length

/** Put right when it is over, folded away above the minutes; once they are out, a correction. */
export async function AttendanceAfterwards({
  actor,
  page,
}: {
  actor: PersonActor
  page: MeetingPage
}) {
  const t = await getTranslations("meetings.live")
  return (
    <details className="border-b border-line-soft py-1.5">
      <summary className="flex min-h-8 cursor-pointer items-center gap-2 text-control text-ink-2 hover:text-ink max-md:min-h-11">
        <Icon name="user-check" size={14} />
        {t("people")}
        <span className="text-meta text-ink-3">{t("here_count", { count: hereIn(page) })}</span>
      </summary>
      <AttendanceList actor={actor} page={page} />
    </details>
  )
}
