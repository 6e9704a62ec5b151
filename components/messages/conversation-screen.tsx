import { getLocale, getTranslations } from "next-intl/server"
import { GroupHead } from "@/components/groups/group-head"
import { ReadingAlong } from "@/components/guests/reading-along"
import { ReadHere } from "@/components/inbox/read-here"
import { AnnouncementBar } from "@/components/messages/announcement-bar"
import { Conversation } from "@/components/messages/conversation"
import { PlainComposer } from "@/components/messages/plain-composer"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { writingHelp } from "@/components/shell/writing-help"
import { Banner } from "@/components/ui/banner"
import { IconButton } from "@/components/ui/icon-button"
import { db } from "@/db/engine"
import type { OpenedGroup } from "@/lib/messages/opening"
import { words } from "@/lib/messages/words"
import { stopWords } from "@/lib/outward/words-stop"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { settings } from "@/lib/platform/settings"

/** A group with what is said in it. */
export async function ConversationScreen({
  actor,
  opened,
}: {
  actor: PersonActor
  opened: OpenedGroup
}) {
  const { group } = opened
  const [locale, live, setting] = await Promise.all([
    getLocale(),
    liveWords(),
    settingOf(actor, opened),
  ])
  const { talk } = words[locale]
  return (
    <LiveRegion topics={[`group:${group.id}`]} words={live}>
      {opened.message !== null && <ReadHere kind="message" id={opened.message} />}
      <GroupHead actor={actor} group={group} tab="messages">
        <IconButton icon="search" label={talk.find.label} data-find-in-group />
      </GroupHead>
      <ReadingAlong kind="group" id={group.id} />
      <AnnouncementBar groupId={group.id} minutes={opened.minutes} />
      {opened.missing && <Banner className="mx-5 mt-3">{talk.over404}</Banner>}
      <Conversation
        setting={setting}
        begun={{
          rows: opened.rows,
          position: opened.position,
          lastSeq: group.lastSeq,
          message: opened.message,
          thread: opened.thread,
          draft: opened.draft,
          waiting: opened.waiting,
          kept: opened.kept,
        }}
        plain={
          <PlainComposer
            groupId={group.id}
            label={talk.write.label}
            send={talk.write.send}
            stop={setting.stop}
            kinds={setting.help.sensitive.kinds}
          />
        }
      />
    </LiveRegion>
  )
}

async function settingOf(actor: PersonActor, opened: OpenedGroup) {
  const [locale, states, help, { company }, org] = await Promise.all([
    getLocale(),
    getTranslations("states"),
    writingHelp(),
    settings(),
    organisation(db()),
  ])
  const { group, size, manages, minutes } = opened
  return {
    group: {
      ...{ id: group.id, kind: group.kind, name: group.title, size },
      archived: group.archivedAt !== null,
      ordinaryMinutes: minutes.ordinary,
      urgentMinutes: minutes.urgent,
    },
    me: {
      id: actor.personId,
      name: actor.name,
      face: actor.face,
      department: org.departments.get(actor.departmentId)?.name ?? "",
    },
    manages,
    changeMinutes: opened.changeMinutes,
    locale,
    timeZone: company.timeZone,
    words: words[locale].talk,
    stop: stopWords[locale],
    states: Object.fromEntries(
      (["todo", "doing", "need_support", "done", "pending", "blocked"] as const).map((code) => [
        code,
        states(code),
      ]),
    ),
    help,
    now: Date.now(),
    answeredBy: opened.answeredBy.toISOString(),
  }
}
