import { getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import type { PaneWay } from "@/components/inbox/record-screen"
import { ticking } from "@/components/messages/awaiting-ticking"
import { TimeLeft } from "@/components/messages/awaiting-time"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { Link } from "@/components/ui/link"
import { RecordPane } from "@/components/ui/record-pane"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { ClockPage } from "@/lib/messages/clock-page"

/** An answer that came too late: names, group and times; the message only for its readers. */
export async function ClockPane({ page, way }: { page: ClockPage; way: PaneWay }) {
  const [t, words, tick] = await Promise.all([getTranslations("awaiting"), liveWords(), ticking()])
  const { clock, message } = page
  return (
    <LiveRegion topics={[`clock:${clock.id}`]} words={words}>
      <ReadHere kind="clock" id={clock.id} />
      <RecordPane
        label={t("clock.title")}
        path={
          <Link href="/groups/awaiting" className="hover:text-ink">
            {t("title")}
          </Link>
        }
        close={way.close}
        actions={way.actions}
      >
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="text-title">{t("clock.title")}</h2>
          {clock.urgency === "urgent" && (
            <StateChip icon="zap" fill="solid">
              {t("urgent")}
            </StateChip>
          )}
          {clock.open && <TimeLeft {...tick(clock)} />}
        </div>
        <Sentence page={page} />
        <Facts page={page} />
        <div className="mt-4">
          {message ? (
            <ButtonLink href={message} tone="primary" icon="message-square">
              {t("clock.open")}
            </ButtonLink>
          ) : (
            <p className="text-control text-ink-2">
              {t("clock.closed", { holder: clock.names.holder })}
            </p>
          )}
        </div>
      </RecordPane>
    </LiveRegion>
  )
}

async function Sentence({ page: { clock } }: { page: ClockPage }) {
  const [t, { moment }] = await Promise.all([getTranslations("awaiting.clock"), when()])
  const { asked, holder, askedBy } = clock.names
  const instead = clock.personId !== clock.holderId
  return (
    <p className="mt-2 text-prose">
      {t("lead", { holder, asker: askedBy, time: moment(clock.dueAt) })}
      {instead && ` ${t("inPlace", { holder, asked })}`}
      {clock.answeredAt && ` ${t("answered", { time: moment(clock.answeredAt) })}`}
      {clock.cancelledAt && ` ${t("cancelled")}`}
    </p>
  )
}

async function Facts({ page: { clock } }: { page: ClockPage }) {
  const [t, words, { moment }] = await Promise.all([
    getTranslations("awaiting.clock"),
    getTranslations("awaiting"),
    when(),
  ])
  const times = [
    ["opened", clock.openedAt],
    ["due", clock.dueAt],
    ["escalated", clock.escalatedAt],
    ["answeredAt", clock.answeredAt],
  ] as const
  return (
    <FieldRows>
      <FieldRow label={t("group")}>{clock.groupName || words("private")}</FieldRow>
      <FieldRow label={t("asker")}>{clock.names.askedBy}</FieldRow>
      <FieldRow label={t("holder")}>{clock.names.holder}</FieldRow>
      {clock.personId !== clock.holderId && (
        <FieldRow label={t("asked")}>{clock.names.asked}</FieldRow>
      )}
      {times.map(
        ([name, at]) =>
          at && (
            <FieldRow key={name} label={t(name)}>
              <time dateTime={at.toISOString()}>{moment(at)}</time>
            </FieldRow>
          ),
      )}
    </FieldRows>
  )
}
