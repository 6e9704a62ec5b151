import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { GuestFrame } from "@/components/guests/guest-frame"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import type { Meeting } from "@/lib/meetings/meeting"
import { namesOf } from "@/lib/people/finding"
import type { GuestActor } from "@/lib/platform/actor"

/** What is overdue from earlier meetings is talked of without them. */
const isTheirs = ({ carried }: Meeting["topics"][number]) => !carried

/** A meeting for a guest: when, where, with whom to speak, and what about. */
export async function GuestMeeting({ guest, meeting }: { guest: GuestActor; meeting: Meeting }) {
  const [t, time, names] = await Promise.all([
    getTranslations("guests.g"),
    when(),
    namesOf(db(), [meeting.hostId]),
  ])
  const { startAt, endAt, place, online } = meeting
  const from = `${time.date(startAt)} ${time.weekday(startAt)} ${time.clock(startAt)}–${time.clock(endAt)}`
  return (
    <GuestFrame guest={guest}>
      <h1 className="mt-3 text-title">{meeting.title}</h1>
      {meeting.state === "cancelled" && (
        <p className="mt-2 font-semibold text-cinnabar-ink">{t("cancelled")}</p>
      )}
      <dl className="mt-4 grid grid-cols-[88px_1fr] gap-y-2 text-ui">
        <Fact label={t("time")}>{from}</Fact>
        {place && <Fact label={t("place")}>{place}</Fact>}
        {/^https?:\/\//.test(online) && (
          <Fact label={t("online")}>
            <a href={online} rel="noreferrer" className="link break-all">
              {online}
            </a>
          </Fact>
        )}
        <Fact label={t("host")}>{names.get(meeting.hostId) ?? ""}</Fact>
      </dl>
      <h2 className="mt-7 border-b border-line pb-1 text-panel">{t("agenda")}</h2>
      <ol>
        {meeting.topics.filter(isTheirs).map((topic, at) => (
          <li key={topic.id} className="flex gap-3 border-b border-line-soft py-2.5 text-ui">
            <span className="w-5 text-ink-3">{at + 1}</span>
            <span className="min-w-0 flex-1">{topic.title}</span>
            <span className="text-meta text-ink-3">{t("minutes", { count: topic.minutes })}</span>
          </li>
        ))}
      </ol>
    </GuestFrame>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
