import { getTranslations } from "next-intl/server"
import { MessageAct } from "@/components/messages/message-act"
import { SetAside, SetAsideRow } from "@/components/messages/set-aside"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Empty } from "@/components/ui/empty"
import { FieldError } from "@/components/ui/field"
import { when } from "@/lib/calendar/when"
import { type WaitingRow, waitingOf } from "@/lib/messages/waiting"
import type { PersonActor } from "@/lib/platform/actor"

/** 定时发送: what the reader wrote to be sent later, the next one first. */
export async function ScheduledScreen({ actor }: { actor: PersonActor }) {
  const [t, live, rows] = await Promise.all([
    getTranslations("messages.setAside"),
    liveWords(),
    waitingOf(actor),
  ])
  const groups = [...new Set(rows.map(({ groupId }) => groupId))]
  const here = groups.filter((id) => actor.principals.has(`group:${id}`))
  return (
    <LiveRegion
      topics={[`person:${actor.personId}`, ...here.map((id) => `home:group:${id}`)]}
      words={live}
    >
      <SetAside view="scheduled">
        {rows.length === 0 ? (
          <Empty title={t("scheduledNone")}>{t("scheduledNoneHint")}</Empty>
        ) : (
          <p className="px-gutter pt-3 pb-1 text-meta text-ink-3">{t("cancelNote")}</p>
        )}
        <ul>
          {rows.map((row) => (
            <Waiting key={row.id} row={row} />
          ))}
        </ul>
      </SetAside>
    </LiveRegion>
  )
}

async function Waiting({ row }: { row: WaitingRow }) {
  const [t, times] = await Promise.all([getTranslations("messages.setAside"), when()])
  const { id, groupId, text, dueAt, failed } = row
  const place = row.place ?? t("outside")
  const exact = `${times.date(dueAt)} ${times.clock(dueAt)}`
  return (
    <SetAsideRow
      href={row.place === null ? null : `/groups/${groupId}`}
      place={place}
      when={{ at: dueAt, word: t("sendsAt", { when: exact }) }}
      note={failed && <FieldError>{t(`failed.${failed}`)}</FieldError>}
      button={
        <MessageAct act="cancelScheduled" fields={{ id }} label={t("cancelLabel", { place })}>
          {t("cancel")}
        </MessageAct>
      }
    >
      {/* What nobody sends any more can be copied whole. */}
      <p className={failed ? "whitespace-pre-line" : "line-clamp-3 whitespace-pre-line"}>
        {text || t("onlyFiles")}
      </p>
    </SetAsideRow>
  )
}
