import { getTranslations } from "next-intl/server"
import { MinutesChip } from "@/components/meetings/minutes-chip"
import { stateLook } from "@/components/shell/state-look"
import { NamedFace } from "@/components/ui/face"
import { ListLink } from "@/components/ui/list-link"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { MeetingListRow } from "@/lib/meetings/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** One meeting, 48 high: when, what, where, who hosts it, how it stands for the reader. */
export async function MeetingRow({ row, actor }: { row: MeetingListRow; actor: PersonActor }) {
  const [t, states, times] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("states"),
    when(),
  ])
  const { icon, tone } = stateLook[row.state]
  const waits =
    row.state === "published" && row.own?.answer === null && row.hostId !== actor.personId
  return (
    <div
      data-row
      className="relative items-center gap-x-3 gap-y-1 border-b border-line-soft px-gutter py-1.5 hover:bg-hover has-[[data-open]:focus-visible]:bg-selected has-[[data-open]:focus-visible]:shadow-[inset_2px_0_0_var(--color-accent)] max-md:flex max-md:flex-wrap max-md:py-2.5 md:grid md:min-h-12 md:grid-cols-[104px_minmax(0,1fr)_96px_120px_160px]"
    >
      <time
        dateTime={row.startAt.toISOString()}
        className="one-word text-control font-semibold whitespace-nowrap"
      >
        {times.clock(row.startAt)}–{times.clock(row.endAt)}
      </time>
      <span className="min-w-0 max-md:order-first max-md:w-full">
        <ListLink href={`/meetings/${row.id}`} className="block max-md:text-field">
          {row.title}
        </ListLink>
        <small className="block truncate text-meta text-ink-2">
          {row.place || row.online || t("page.noPlace")}
          {row.kind === "instant" && ` · ${t("instant")}`}
          {row.ruleId !== null && ` · ${t("field.series")}`}
        </small>
      </span>
      <span className="min-w-0 text-control">
        <NamedFace person={{ id: row.hostId, name: row.hostName, face: row.hostFace }} />
      </span>
      <span className="text-meta text-ink-2">
        {row.state === "ended" ? t("came", row.people) : t("coming", row.people)}
      </span>
      <span className="flex justify-end gap-2 max-md:ml-auto">
        {waits ? (
          <StateChip icon="circle-question-mark" tone="support" fill="wash">
            {t("answer.none")}
          </StateChip>
        ) : row.state === "ended" ? (
          <MinutesChip meeting={row} />
        ) : (
          <StateChip icon={icon} tone={tone}>
            {states(row.state)}
          </StateChip>
        )}
      </span>
    </div>
  )
}
