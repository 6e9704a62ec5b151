import type { getTranslations } from "next-intl/server"
import { AwaitingTile } from "@/components/messages/awaiting-tile"
import { type Ticking, TimeLeft } from "@/components/messages/awaiting-time"
import { MessageAct } from "@/components/messages/message-act"
import { Link } from "@/components/ui/link"
import { Reason } from "@/components/ui/reason"
import { StateChip } from "@/components/ui/state-chip"
import type { Awaiting } from "@/lib/messages/clock-lists"

export interface AwaitingWords {
  t: Awaited<ReturnType<typeof getTranslations<"awaiting">>>
  moment: (at: Date) => string
  tick: (row: Awaiting) => Ticking
}

/**
 * One answer that is owed: where, how long, what, and why. Urgent ones stand under a cinnabar rule.
 * `own`: it is the reader who owes it, and may say that it is done.
 */
export function AwaitingRow({
  row,
  own,
  words,
}: {
  row: Awaiting
  own: boolean
  words: AwaitingWords
}) {
  const { t, moment, tick } = words
  const urgent = row.urgency === "urgent"
  const place = row.groupKind === "direct" ? row.author.name : row.groupName
  return (
    <li
      data-row
      data-key={`clock:${row.id}`}
      className={`relative flex gap-3 border-line-soft px-gutter py-3 hover:bg-hover has-[[data-open]:focus-visible]:chosen ${urgent ? "rule-urgent" : "not-first:border-t"}`}
    >
      <AwaitingTile row={row} />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-5 flex-wrap items-center gap-x-2 gap-y-1">
          <Place
            href={row.text === null ? null : `/groups/${row.groupId}?message=${row.messageId}`}
          >
            {place}
          </Place>
          {urgent && (
            <StateChip icon="zap" fill="solid">
              {t("urgent")}
            </StateChip>
          )}
          <time
            dateTime={row.dueAt.toISOString()}
            title={t("until", { time: moment(row.dueAt) })}
            className="ml-auto"
          >
            <TimeLeft {...tick(row)} />
          </time>
        </div>
        <div className="mt-0.5 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1">
          <p
            className={`line-clamp-2 text-ui max-md:col-span-2 ${urgent ? "font-semibold" : "text-ink-2 max-md:text-ink"}`}
          >
            {row.text === null
              ? t("hidden", { name: row.author.name })
              : t("said", { name: row.author.name, text: row.text })}
          </p>
          <div className="col-start-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            {row.reason && <Reason label={t("reason")}>{row.reason}</Reason>}
            <Whose row={row} own={own} t={t} />
          </div>
          {own && (
            <div className="col-start-2 self-end max-md:row-start-2 md:row-span-2 md:row-start-1">
              <MessageAct
                act="done"
                fields={{ messageId: row.messageId }}
                icon="check"
                label={t("doneFor", { group: place })}
              >
                {t("done")}
              </MessageAct>
            </div>
          )}
        </div>
      </div>
    </li>
  )
}

function Place({ href, children }: { href: string | null; children: string }) {
  const look = "min-w-0 truncate text-ui font-semibold"
  return href === null ? (
    <span className={look}>{children}</span>
  ) : (
    <Link
      href={href}
      data-open
      className={`${look} after:absolute after:inset-0 focus-visible:outline-none`}
    >
      {children}
    </Link>
  )
}

/** Whose answer it is, where that isn't the reader's own. */
function Whose({ row, own, t }: { row: Awaiting; own: boolean; t: AwaitingWords["t"] }) {
  const instead = row.asked.id !== row.holder.id
  if (!own)
    return (
      <span className="text-control text-ink-2">
        {t("answers", { name: row.holder.name })}
        {instead && ` (${t("inPlace", { name: row.asked.name })})`}
      </span>
    )
  if (!instead) return null
  return (
    <span className="rounded-label bg-support-wash px-1 text-meta text-support">
      {t("inPlace", { name: row.asked.name })}
    </span>
  )
}
