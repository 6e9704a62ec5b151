import { getTranslations } from "next-intl/server"
import { SeriesRow } from "@/components/meetings/series-row"
import { iconOf } from "@/components/shell/kind-icon"
import { NamedFace } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import type { MeetingPage } from "@/lib/meetings/page"

/** When, where, who leads it and who takes notes, and what it is linked to. */
export async function MeetingFacts({ page }: { page: MeetingPage }) {
  const { meeting, host, noteTaker, group, follows, series } = page
  const [t, times] = await Promise.all([getTranslations("meetings"), when()])
  return (
    <FieldRows>
      <FieldRow label={t("field.time")}>
        <time dateTime={meeting.startAt.toISOString()} className="one-word font-semibold">
          {times.date(meeting.startAt)} {times.weekday(meeting.startAt)}{" "}
          {times.clock(meeting.startAt)}–{times.clock(meeting.endAt)}
        </time>
        {meeting.endedAt && (
          <span className="text-ink-3">
            {t("page.endedAt", { at: times.moment(meeting.endedAt) })}
          </span>
        )}
      </FieldRow>
      <FieldRow label={t("field.where")}>
        {meeting.place || (meeting.online ? "" : t("page.noPlace"))}
        {meeting.online && (
          <a href={meeting.online} rel="noreferrer" target="_blank" className="link">
            {t("page.join")}
          </a>
        )}
      </FieldRow>
      <FieldRow label={t("field.host")}>
        <NamedFace person={host} />
      </FieldRow>
      <FieldRow label={t("field.noteTaker")}>
        <NamedFace person={noteTaker} />
      </FieldRow>
      {group && <Linked label={t("field.group")} to={group} />}
      {series && <SeriesRow page={page} />}
      {follows && !series && <Linked label={t("field.follows")} to={follows} />}
    </FieldRows>
  )
}

function Linked({
  label,
  to,
}: {
  label: string
  to: { title: string; href: string; icon: string }
}) {
  return (
    <FieldRow label={label}>
      <Icon name={iconOf(to.icon)} className="text-ink-3" />
      <Link href={to.href} className="link min-w-0 truncate">
        {to.title}
      </Link>
    </FieldRow>
  )
}
