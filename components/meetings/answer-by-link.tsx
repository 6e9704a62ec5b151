import { getTranslations } from "next-intl/server"
import { DoorFrame } from "@/components/people/door-frame"
import { Banner } from "@/components/ui/banner"
import { Button } from "@/components/ui/button"
import { InputField } from "@/components/ui/input"
import { db } from "@/db/engine"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import type { Invitee } from "@/lib/meetings/answer-link"
import { peopleBy } from "@/lib/meetings/inviting"

const answers = ["yes", "no", "maybe"] as const

interface Asked {
  answer?: string | string[] | undefined
  done?: string | string[] | undefined
  why?: string | string[] | undefined
}

/** Subject, time, place and three buttons; of a link that is no good, one plain page. */
export async function AnswerByLink({
  token,
  invitee,
  asked,
}: {
  token: string
  invitee: Invitee | null
  asked: Asked
}) {
  const t = await getTranslations("meetings.byLink")
  if (!invitee)
    return (
      <DoorFrame title={t("gone")} path="/login">
        <p className="text-ui text-ink-2">{t("goneWhy")}</p>
      </DoorFrame>
    )
  const own = "outsider" in invitee ? invitee.outsider : invitee.participant
  const meant = asked.done ? own.answer : (answers.find((each) => each === asked.answer) ?? "yes")
  return (
    <DoorFrame title={t("title")} path={`/answer/${token}`}>
      <Facts invitee={invitee} />
      {asked.done && <Banner>{t("done")}</Banner>}
      <form method="post" action={`/answer/${token}/now`} className="mt-5 grid gap-4">
        <InputField
          name="reason"
          label={t("reason")}
          error={asked.why ? t("why") : undefined}
          defaultValue={own.answerReason}
          maxLength={500}
        />
        <span className="flex flex-wrap gap-2">
          {answers.map((each) => (
            <Button
              key={each}
              type="submit"
              size="m"
              name="answer"
              value={each}
              aria-pressed={own.answer === each}
              icon={own.answer === each ? "check" : undefined}
              tone={meant === each ? "primary" : "plain"}
            >
              {t(each)}
            </Button>
          ))}
        </span>
      </form>
    </DoorFrame>
  )
}

async function Facts({ invitee }: { invitee: Invitee }) {
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
