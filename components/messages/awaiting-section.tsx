import { getTranslations } from "next-intl/server"
import { MoreLink } from "@/components/home/more-link"
import { ticking } from "@/components/messages/awaiting-ticking"
import { BigTimeLeft, type Ticking, TimeLeft } from "@/components/messages/awaiting-time"
import { ButtonLink } from "@/components/ui/button"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Reason } from "@/components/ui/reason"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { Awaiting } from "@/lib/messages/clock-lists"

const placeOf = ({ groupId, messageId }: Awaiting) => `/groups/${groupId}?message=${messageId}`

/** What is urgent stands first on 工作台: one large, under the cinnabar rule, others a line each. */
export async function UrgentSection({ rows }: { rows: readonly Awaiting[] }) {
  const [t, { feed }, tick] = await Promise.all([getTranslations("awaiting"), when(), ticking()])
  const [first, ...others] = rows
  if (!first) return null
  return (
    <section aria-label={t("urgentTitle")}>
      <MostUrgent row={first} ticks={tick(first)} />
      {others.map((row) => (
        <Line key={row.id} row={row} ticks={tick(row)} at={feed(row.openedAt)} />
      ))}
    </section>
  )
}

/** 等我回复 on 工作台: a line each. */
export async function AwaitingSection({
  rows,
  shown,
}: {
  rows: readonly Awaiting[]
  shown: number
}) {
  const [t, { feed }, tick] = await Promise.all([getTranslations("awaiting"), when(), ticking()])
  if (rows.length === 0) return null
  return (
    <Section
      title={t("title")}
      count={rows.length}
      aside={<MoreLink left={rows.length - shown} href="/groups/awaiting" all={t("all")} />}
    >
      {rows.slice(0, shown).map((row) => (
        <Line key={row.id} row={row} ticks={tick(row)} at={feed(row.openedAt)} />
      ))}
    </Section>
  )
}

async function MostUrgent({ row, ticks }: { row: Awaiting; ticks: Ticking }) {
  const t = await getTranslations("awaiting")
  return (
    <div className="rule-urgent flex items-center gap-x-4 gap-y-2 border-b border-b-line py-4 max-md:flex-wrap">
      <p className="w-30 shrink-0 text-cinnabar-ink max-md:flex max-md:w-full max-md:items-center max-md:justify-between">
        <BigTimeLeft
          {...ticks}
          icon={<Icon name="zap" size={14} />}
          leftWord={t("urgentLeft")}
          overWord={t("urgentOver")}
        />
      </p>
      <div className="min-w-0 flex-1 max-md:basis-full">
        <p className="line-clamp-2 text-ui font-semibold">
          {row.text ?? t("hidden", { name: row.author.name })}
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-control text-ink-2">
          <Face person={row.author} size={20} />
          <span>{row.author.name}</span>
          <span className="text-ink-3">{row.groupName}</span>
          {row.reason && <Reason label={t("reason")}>{row.reason}</Reason>}
        </div>
      </div>
      <ButtonLink href={placeOf(row)} tone="primary" size="m" icon="reply" className="ml-auto">
        {t("reply")}
      </ButtonLink>
    </div>
  )
}

async function Line({ row, ticks, at }: { row: Awaiting; ticks: Ticking; at: string }) {
  const t = await getTranslations("awaiting")
  return (
    <div className="relative grid min-h-9 grid-cols-[120px_minmax(0,1fr)_minmax(0,160px)_64px] items-center gap-x-4 border-b border-line-soft hover:bg-hover max-md:flex max-md:flex-wrap max-md:gap-y-1 max-md:py-2.5">
      <span className="max-md:order-last max-md:ml-auto">
        <TimeLeft {...ticks} />
      </span>
      <span className="flex min-w-0 items-center gap-2 text-ui max-md:w-full">
        <Face person={row.author} size={20} />
        <span className="one-word font-semibold">{row.author.name}</span>
        <Link href={placeOf(row)} className="truncate text-ink-2 after:absolute after:inset-0">
          {row.text ?? row.groupName}
        </Link>
        {row.reason && (
          <span className="max-w-1/2 shrink-0 truncate max-md:hidden">
            <Reason label={t("reason")}>{row.reason}</Reason>
          </span>
        )}
      </span>
      <span className="truncate text-right text-meta text-ink-2">{row.groupName}</span>
      <span className="text-right text-meta text-ink-3 max-md:hidden">{at}</span>
    </div>
  )
}
