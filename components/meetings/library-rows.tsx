import { getTranslations } from "next-intl/server"
import { NamedFace } from "@/components/ui/face"
import { ListRow } from "@/components/ui/list"
import { ListLink } from "@/components/ui/list-link"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { LibraryRow, MissingRow } from "@/lib/meetings/library"
import { numberOf } from "@/lib/meetings/minutes-number"

const columns = "104px minmax(0,1fr) 96px 160px 132px 132px"

/** Minutes as rows: number, meeting, its day, who took notes, how resolutions stand, in time or not. */
export async function LibraryRows({ rows }: { rows: readonly (LibraryRow | MissingRow)[] }) {
  const [t, times] = await Promise.all([getTranslations("meetings.sheet"), when()])
  return rows.map((row) => {
    const { publishedAt, dueAt } = row
    const late = dueAt !== null && (publishedAt ?? times.now) > dueAt
    const resolutions = "resolutions" in row ? row.resolutions : null
    return (
      <ListRow
        key={row.id}
        columns={columns}
        height="face"
        className="max-md:flex max-md:flex-wrap max-md:py-2"
      >
        <span className="one-word text-meta text-ink-2">
          {row.number === null ? "—" : numberOf(row.number)}
        </span>
        <ListLink href={`/meetings/${row.id}/minutes`} className="max-md:w-full">
          {row.title}
        </ListLink>
        <time dateTime={row.startAt.toISOString()} className="one-word text-meta text-ink-2">
          {times.date(row.startAt)}
        </time>
        <span className="text-control">
          <NamedFace person={row.noteTaker} />
        </span>
        <span className="text-meta text-ink-2">
          {resolutions && (resolutions.all > 0 ? t("done", resolutions) : t("noResolutions"))}
        </span>
        <span className="justify-self-end">
          {publishedAt ? (
            <span className={`text-meta ${late ? "text-support" : "text-done"}`}>
              {t(late ? "notInTime" : "inTime")}
            </span>
          ) : (
            <StateChip
              icon={late ? "state-late" : "timer"}
              tone={late ? "cinnabar" : "support"}
              fill="wash"
            >
              {late ? t("lateBy") : dueAt && t("due", { at: times.moment(dueAt) })}
            </StateChip>
          )}
        </span>
      </ListRow>
    )
  })
}
