import { randomUUID } from "node:crypto"
import { getLocale, getTranslations } from "next-intl/server"
import { AttendanceList, hereIn } from "@/components/meetings/attendance-list"
import { HandNotesOver } from "@/components/meetings/hand-notes-over"
import { MeetingClock } from "@/components/meetings/meeting-clock"
import { Questions } from "@/components/meetings/questions"
import { Section } from "@/components/ui/section"
import type { MeetingPage } from "@/lib/meetings/page"
import type { PersonActor } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

/** What is left of the meeting, who is there, what waits to be asked. */
export async function LivePeople({ actor, page }: { actor: PersonActor; page: MeetingPage }) {
  const [t, locale] = await Promise.all([getTranslations("meetings.live"), getLocale()])
  const { meeting, people, questions, can, materials } = page
  return (
    <aside className="shrink-0 border-line px-5 pt-4 pb-8 max-lg:border-t lg:w-68 lg:overflow-y-auto lg:border-l">
      <MeetingClock
        end={meeting.endAt.getTime()}
        start={meeting.startedAt?.getTime() ?? meeting.startAt.getTime()}
        words={{ until: t("until"), since: t.raw("since"), over: t("over") }}
      />
      <Section
        title={t("people")}
        count={people.length + meeting.outsiders.length}
        size="small"
        aside={t("here_count", { count: hereIn(page) })}
      >
        <AttendanceList actor={actor} page={page} />
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
        formKey={randomUUID()}
        words={{
          title: t("questions"),
          ask: t("ask"),
          label: t("askLabel"),
          close: t("closeQuestion"),
        }}
      />
      {materials.length > 0 && (
        <p className="mt-4 text-meta text-ink-3">
          {enumerated(
            materials.map(({ name }) => name),
            locale,
          )}
        </p>
      )}
    </aside>
  )
}
