import type { AuditList } from "@/components/audit/audit-rows"
import { eventIcon } from "@/components/audit/event-icon"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { StateChip } from "@/components/ui/state-chip"
import { addressOf } from "@/lib/audit/filter"
import type { AuditEvent } from "@/lib/audit/queries"
import { doerOf } from "@/lib/audit/sources"

/** One line: when, who, what, to what, from where. Pressing it opens what is known of it below. */
export function AuditRow({
  event,
  list: { say, filter, moments, around },
  toReview,
}: {
  event: AuditEvent
  list: Pick<AuditList, "say" | "filter" | "moments" | "around">
  toReview: string
}) {
  const open = filter.open === event.id
  const doer = doerOf(event)
  const who = say.who(event)
  const detail = say.detail(event)
  return (
    <div id={`event-${event.id}`} data-row className={cx("audit-row", open && "chosen")}>
      <time dateTime={event.at.toISOString()}>{moments.clock(event.at)}</time>
      {doer === null ? (
        <span className="grid size-6 place-items-center rounded-full bg-sunken text-ink-3">
          <Icon name={event.actorKind === "guest" ? "user" : "settings"} size={14} />
        </span>
      ) : (
        <Face person={{ id: doer, name: who, face: around.faces.get(doer) ?? null }} />
      )}
      <span className="who">{who}</span>
      <Link
        // Zero closes it: a link that opens keeps the address's filters, so it has to say so.
        href={addressOf({ ...filter, open: open ? 0 : event.id })}
        data-open
        aria-expanded={open}
        aria-current={open ? "true" : undefined}
        className="what"
      >
        {say.action(event)}
      </Link>
      <span className="object">
        <Icon name={eventIcon(event)} size={14} className="text-ink-3" />
        <span className="truncate">
          {say.object(event)}
          {detail && <span className="ml-2 text-ink-2">{detail}</span>}
        </span>
        {event.needsReview && event.reviewedAt === null && (
          <StateChip icon="eye" tone="support" fill="wash" title={say.marks(event)}>
            {toReview}
          </StateChip>
        )}
      </span>
      <span className="source">{say.source(event)}</span>
      <Icon
        name={open ? "chevron-down" : "chevron-right"}
        size={14}
        className="twisty text-ink-3"
      />
    </div>
  )
}
