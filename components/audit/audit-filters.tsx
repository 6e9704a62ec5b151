import { getTranslations } from "next-intl/server"
import { AuditFilterFields } from "@/components/audit/audit-filter-fields"
import { auditTerms } from "@/components/audit/audit-terms"
import { CheckLog } from "@/components/audit/check-log"
import { FilterBar } from "@/components/ui/filter-bar"
import { Still } from "@/components/ui/still"
import { checkUnderWay } from "@/lib/audit/checking"
import { type AuditFilter, addressOf, narrowing } from "@/lib/audit/filter"

/** Filters as chips, each with ×; at the right whether the log is as it was written. */
export async function AuditFilters({ filter }: { filter: AuditFilter }) {
  const [t, chips, { checked }] = await Promise.all([
    getTranslations("audit"),
    chipsOf(filter),
    auditTerms(),
  ])
  return (
    <div className="flex shrink-0 flex-wrap items-center pr-gutter max-md:pr-0">
      <Still className="min-w-0 flex-1 max-md:basis-full">
        <FilterBar
          id="audit-filter"
          action="/admin/audit"
          words={{ add: t("filter"), apply: t("apply") }}
          set={chips.map(({ field, value, without }) => ({
            key: field,
            field,
            value,
            without: addressOf({ ...narrowing(filter), ...without }),
            removeLabel: t("without", { field }),
          }))}
        >
          <AuditFilterFields filter={filter} />
        </FilterBar>
      </Still>
      <CheckLog
        state={await checked()}
        running={checkUnderWay()}
        words={{ check: t("check"), checking: t.raw("checking"), note: t("checkNote") }}
      />
    </div>
  )
}

async function chipsOf(filter: AuditFilter) {
  const [t, { said, nameOf }] = await Promise.all([getTranslations("audit"), auditTerms()])
  const written = (at: string) => at.replace("T", " ")
  const { from, until, kind } = filter
  const time = from
    ? until
      ? t("range", { from: written(from), until: written(until) })
      : t("since", { from: written(from) })
    : until && t("upTo", { until: written(until) })
  const found: [string, string | undefined, AuditFilter][] = [
    [t("time"), time, { from: undefined, until: undefined }],
    [t("person"), filter.person && (await nameOf(filter.person)), { person: undefined }],
    [t("action"), filter.type && said(filter.type), { type: undefined }],
    [
      t("object"),
      kind && `${said(kind)}${filter.record === undefined ? "" : ` #${filter.record}`}`,
      { kind: undefined, record: undefined },
    ],
    [t("address"), filter.address, { address: undefined }],
  ]
  const hidden = filter.group && !["rights", "exports", "signin"].includes(filter.group)
  const group = hidden && filter.group ? t(`group.${filter.group}`) : undefined
  const marked = filter.review === "all" ? t("marked") : undefined
  return [
    ...found,
    [t("action"), group, { group: undefined }] as const,
    [t("toReview"), marked, { review: undefined }] as const,
  ].flatMap(([field, value, without]) => (value ? [{ field, value, without }] : []))
}
