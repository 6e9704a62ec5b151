import { getTranslations } from "next-intl/server"
import { db } from "@/db/engine"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import type { Invitee } from "@/lib/meetings/answer-link"
import { peopleBy } from "@/lib/meetings/inviting"

/** Subject, time and place, as whoever is asked reads them. */
export async function AnswerFacts({ invitee }: { invitee: Invitee }) {
  const { meeting } = invitee
  const [t, times, { timeZone }] = await Promise.all([
    getTranslations("meetings.byLink"),
    when(),
    companyCalendar(),
  ])
  // Whoever is of another company may be in another zone.
  const zone = "outsider" in invitee ? ` (${timeZone})` : ""
  const [host] = await peopleBy(db(), [meeting.hostId])
  const place = [meeting.place, meeting.online].filter(Boolean).join(" ")
  const rows = [
    [
      t("time"),
      `${times.date(meeting.startAt)} ${times.weekday(meeting.startAt)} ${times.clock(meeting.startAt)}–${times.clock(meeting.endAt)}${zone}`,
    ],
    ...(place === "" ? [] : [[t("place"), place]]),
    [t("host"), host?.name ?? ""],
  ]
  return (
    <>
      <h2 className="text-panel">{meeting.title}</h2>
      <dl className="mt-2 mb-4 grid grid-cols-[72px_1fr] gap-y-1 text-ui">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
