import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import { AgendaList } from "@/components/meetings/agenda-list"
import { AnswerForm } from "@/components/meetings/answer-form"
import { MeetingActivity } from "@/components/meetings/meeting-activity"
import { MeetingFacts } from "@/components/meetings/meeting-facts"
import { MeetingNotes } from "@/components/meetings/meeting-notes"
import { MeetingPath } from "@/components/meetings/meeting-path"
import { PeopleList } from "@/components/meetings/people-list"
import { Recording } from "@/components/meetings/recording"
import { writingHelp } from "@/components/shell/writing-help"
import { CommentForm } from "@/components/tasks/comment-form"
import { commentMeetingAction } from "@/lib/meetings/actions"
import type { MeetingPage } from "@/lib/meetings/page"
import type { PersonActor } from "@/lib/platform/actor"

/** A meeting before it begins, and after it ended: agenda at the left, who comes at the right. */
export async function MeetingDetail({ actor, page }: { actor: PersonActor; page: MeetingPage }) {
  const { meeting, can } = page
  return (
    <>
      <ReadHere kind="meeting" id={meeting.id} />
      <MeetingPath page={page} />
      <div className="min-h-0 flex-1 overflow-y-auto lg:flex lg:overflow-hidden">
        <div className="flex min-w-0 flex-1 flex-col lg:overflow-y-auto">
          <div className="flex-1 px-8 pt-6 pb-6 max-md:px-4 max-md:pt-4">
            <h1 className="text-title">{meeting.title}</h1>
            <MeetingFacts page={page} />
            <MeetingNotes page={page} />
            {can.answer && <Answer page={page} />}
            {page.recording && <Recording meeting={meeting} recording={page.recording} />}
            <AgendaList page={page} />
            <div className="lg:hidden">
              <PeopleList page={page} />
            </div>
            <div className="mt-6">
              <MeetingActivity page={page} actor={actor} />
            </div>
          </div>
          {can.comment && <Say id={meeting.id} />}
        </div>
        <aside className="hidden w-88 shrink-0 overflow-y-auto border-l border-line px-6 pt-5 pb-8 lg:block">
          <PeopleList page={page} />
        </aside>
      </div>
    </>
  )
}

async function Answer({ page: { meeting, own, series } }: { page: MeetingPage }) {
  const t = await getTranslations("meetings")
  return (
    <AnswerForm
      key={`${meeting.version}-${own?.answer}`}
      id={meeting.id}
      value={own?.answer ?? null}
      reason={own?.answerReason ?? ""}
      series={series !== null}
      words={{
        standing: t("page.standing"),
        label: t("page.answers"),
        yes: t("answer.yes"),
        no: t("answer.no"),
        maybe: t("answer.maybe"),
        why: t("page.answerWhy"),
        whyHint: t("page.answerWhyHint"),
      }}
    />
  )
}

async function Say({ id }: { id: number }) {
  const [t, help] = await Promise.all([getTranslations("meetings.page"), writingHelp()])
  return (
    <div className="sticky bottom-0 shrink-0 border-t border-line bg-surface px-8 py-3 max-md:bg-paper max-md:px-3 max-md:py-2">
      <CommentForm
        key={id}
        id={id}
        label={t("comment")}
        send={t("send")}
        formKey={randomUUID()}
        help={help}
        action={commentMeetingAction}
      />
    </div>
  )
}
