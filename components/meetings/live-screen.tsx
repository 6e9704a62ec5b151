import { getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import { ActForm } from "@/components/meetings/act-form"
import { LiveAgenda } from "@/components/meetings/live-agenda"
import { LivePeople } from "@/components/meetings/live-people"
import { MinutesEditor } from "@/components/meetings/minutes-editor"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { MeetingPage } from "@/lib/meetings/page"
import type { PersonActor } from "@/lib/platform/actor"

/** 进行中: agenda and clock, the minutes as they are written, and who is there. */
export async function LiveScreen({ actor, page }: { actor: PersonActor; page: MeetingPage }) {
  const { meeting, can } = page
  const [t, states, times] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("states"),
    when(),
  ])
  return (
    <>
      <ReadHere kind="meeting" id={meeting.id} />
      <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-gutter py-1.5">
        <h1 className="min-w-0 truncate text-title">{meeting.title}</h1>
        <StateChip icon="circle-dot" tone="doing">
          {states("live")}
        </StateChip>
        <span className="text-control text-ink-2">
          {times.clock(meeting.startAt)}–{times.clock(meeting.endAt)}
          {meeting.place && ` · ${meeting.place}`}
        </span>
        <span className="ml-auto flex gap-2">
          {meeting.online && (
            <a
              href={meeting.online}
              rel="noreferrer"
              target="_blank"
              className="button button-plain button-s"
            >
              {t("page.join")}
            </a>
          )}
          {can.lead && (
            <ActForm
              does="end"
              id={meeting.id}
              word={t("live.end")}
              tone="danger"
              icon="circle-dot"
            />
          )}
        </span>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto lg:flex lg:overflow-hidden">
        <LiveAgenda page={page} />
        <div className="min-w-0 flex-1 px-8 pt-3 pb-10 max-md:px-4 lg:overflow-y-auto">
          <MinutesEditor actor={actor} page={page} />
        </div>
        <LivePeople actor={actor} page={page} />
      </div>
    </>
  )
}
