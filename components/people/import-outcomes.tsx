import { outcomeLines } from "@/components/people/import-rows"
import type { StaffWordsHere } from "@/components/people/import-values"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"
import { Group } from "@/components/ui/list"
import { html, inside } from "@/components/ui/markup"
import { Still } from "@/components/ui/still"
import type { Tone } from "@/components/ui/tone"
import type { StaffOutcome } from "@/lib/people/staff-rows"

export const kinds = ["error", "new", "changed", "unchanged"] as const
export type Kind = (typeof kinds)[number]

export const kindLooks = {
  error: { icon: "state-late", tone: "cinnabar" },
  new: { icon: "circle-plus", tone: "done" },
  changed: { icon: "circle-dot", tone: "doing" },
  unchanged: { icon: "circle-minus", tone: "quiet" },
} satisfies Record<Kind, { icon: IconName; tone: Tone }>

/** Rows shown of a kind that nobody asked for in particular; of one that was. */
const glance = { error: 200, new: 5, changed: 20, unchanged: 0 }
const onPage = 200

export interface Asked {
  kind: Kind | null
  /** From the first row of the kind, counted from 0. */
  from: number
  href(more: { show?: Kind | null; from?: number }): string
}

/** Every row's outcome, in the order of what has to be done about it. */
export function ImportOutcomes({
  outcomes,
  asked,
  words,
}: {
  outcomes: readonly StaffOutcome[]
  asked: Asked
  words: StaffWordsHere
}) {
  const { t } = words
  const groups = Map.groupBy(outcomes, ({ kind }) => kind)
  const shown = asked.kind ? [asked.kind] : kinds.filter((kind) => groups.has(kind))
  return (
    <Still className="pb-16">
      <div className="outcome-row outcome-head max-md:hidden" aria-hidden="true">
        <span>{t("head.row")}</span>
        <span>{t("head.staffNo")}</span>
        <span>{t("head.name")}</span>
        <span>{t("head.column")}</span>
        <span>{t("head.reason")}</span>
        <span>{t("head.advice")}</span>
      </div>
      {shown.map((kind) => (
        <OutcomeGroup
          key={kind}
          kind={kind}
          rows={groups.get(kind) ?? []}
          asked={asked}
          words={words}
        />
      ))}
    </Still>
  )
}

function OutcomeGroup({
  kind,
  rows,
  asked,
  words,
}: {
  kind: Kind
  rows: readonly StaffOutcome[]
  asked: Asked
  words: StaffWordsHere
}) {
  const { t } = words
  const most = asked.kind ? onPage : glance[kind]
  const from = asked.kind ? Math.min(asked.from, Math.max(0, rows.length - 1)) : 0
  const shown = rows.slice(from, from + most)
  const cut = !asked.kind && rows.length > most
  const lines = shown.flatMap((outcome) => outcomeLines(outcome, words))
  return (
    <Group
      {...kindLooks[kind]}
      title={t(`outcome.${kind}`)}
      count={rows.length}
      open={shown.length > 0 || asked.kind !== null}
    >
      {rows.length === 0 && (
        <p className="px-gutter py-3 text-control text-ink-3">{t("outcome.none")}</p>
      )}
      <ul aria-label={t(`outcome.${kind}`)} {...inside(html`${lines}`)} />
      {cut && (
        <p className="px-gutter py-2.5 text-control">
          <Link href={asked.href({ show: kind })} className="link">
            {t("outcome.first", { count: shown.length })}
          </Link>
        </p>
      )}
      {asked.kind && rows.length > onPage && (
        <Pages from={from} total={rows.length} asked={asked} t={t} />
      )}
    </Group>
  )
}

function Pages({
  from,
  total,
  asked,
  t,
}: {
  from: number
  total: number
  asked: Asked
  t: StaffWordsHere["t"]
}) {
  const until = Math.min(total, from + onPage)
  const show = asked.kind
  return (
    <div className="flex flex-wrap items-center gap-4 px-gutter py-3 text-control text-ink-2">
      <span>{t("outcome.of", { from: from + 1, until, total })}</span>
      {from > 0 && (
        <Link href={asked.href({ show, from: Math.max(0, from - onPage) })} className="link">
          {t("outcome.before", { count: Math.min(from, onPage) })}
        </Link>
      )}
      {until < total && (
        <Link href={asked.href({ show, from: until })} className="link">
          {t("outcome.after", { count: Math.min(total - until, onPage) })}
        </Link>
      )}
    </div>
  )
}
