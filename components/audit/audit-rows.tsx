import { getTranslations } from "next-intl/server"
import { Fragment } from "react"
import { AuditRow } from "@/components/audit/audit-row"
import { auditTerms } from "@/components/audit/audit-terms"
import { ButtonLink } from "@/components/ui/button"
import { type AuditFilter, addressOf } from "@/lib/audit/filter"
import type { Moments } from "@/lib/audit/moments"
import type { AuditEvent, AuditPage } from "@/lib/audit/queries"
import { type Surroundings, surroundingsOf } from "@/lib/audit/surroundings"
import { type Wording, wording } from "@/lib/audit/wording"
import type { Locale, PersonActor } from "@/lib/platform/actor"

/** A page with everything that its rows say. */
export interface AuditList {
  rows: AuditEvent[]
  page: AuditPage
  filter: AuditFilter
  around: Surroundings
  say: Wording
  moments: Moments
}

export async function rowsFor(
  actor: PersonActor,
  filter: AuditFilter,
  page: AuditPage,
  locale: Locale,
): Promise<AuditList> {
  const [around, { moments }] = await Promise.all([
    surroundingsOf(actor, page.rows, locale),
    auditTerms(),
  ])
  const say = wording({ locale, around, moment: moments.full })
  return { rows: page.rows, page, filter, around, say, moments }
}

/** Rows under the days they happened on. */
export async function AuditRows({
  rows,
  first = false,
  last = false,
  ...list
}: AuditList & { first?: boolean; last?: boolean }) {
  const t = await getTranslations("audit")
  const { moments } = list
  const dayAbove = (at: number) => {
    const before = list.page.rows[list.page.rows.findIndex(({ id }) => id === rows[at]?.id) - 1]
    return before && moments.day(before.at)
  }
  return (
    <>
      {first && rows.length > 0 && <Columns />}
      {rows.map((event, i) => (
        <Fragment key={event.id}>
          {moments.day(event.at) !== dayAbove(i) && (
            <p className="border-b border-line-soft bg-paper px-gutter py-1 text-meta text-ink-3">
              {moments.day(event.at)}
            </p>
          )}
          <AuditRow event={event} list={list} toReview={t("toReview")} />
        </Fragment>
      ))}
      {last && <Pages page={list.page} filter={list.filter} />}
    </>
  )
}

async function Columns() {
  const t = await getTranslations("audit")
  return (
    <div className="audit-row audit-columns">
      <span>{t("time")}</span>
      <span />
      <span>{t("person")}</span>
      <span>{t("action")}</span>
      <span>{t("object")}</span>
      <span>{t("source")}</span>
    </div>
  )
}

async function Pages({ page, filter }: { page: AuditPage; filter: AuditFilter }) {
  const t = await getTranslations("audit")
  const { next, endedEarly } = page
  if (next === null && filter.before === undefined) return null
  const to = (before: number | undefined) => addressOf({ ...filter, open: undefined, before })
  return (
    <div className="flex flex-wrap items-center gap-2 px-gutter pt-4">
      {filter.before !== undefined && <ButtonLink href={to(undefined)}>{t("first")}</ButtonLink>}
      {next !== null && (
        <ButtonLink href={to(next)}>{t(endedEarly ? "searchOn" : "more")}</ButtonLink>
      )}
      {endedEarly && <p className="text-control text-ink-3">{t("endedEarly")}</p>}
    </div>
  )
}
