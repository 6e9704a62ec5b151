import { getLocale, getTranslations } from "next-intl/server"
import { AuditChart } from "@/components/audit/audit-chart"
import { AuditDetail } from "@/components/audit/audit-detail"
import { AuditFilters } from "@/components/audit/audit-filters"
import { AuditHead } from "@/components/audit/audit-head"
import { AuditKeys } from "@/components/audit/audit-keys"
import { AuditNews } from "@/components/audit/audit-news"
import { AuditRows, rowsFor } from "@/components/audit/audit-rows"
import { Empty } from "@/components/ui/empty"
import { KeyFooter } from "@/components/ui/key-footer"
import { Still } from "@/components/ui/still"
import type { AuditFilter } from "@/lib/audit/filter"
import { histogram } from "@/lib/audit/histogram"
import { pageSize, pageWithin } from "@/lib/audit/queries"
import { scopeOf } from "@/lib/audit/scope"
import type { PersonActor } from "@/lib/platform/actor"

/** 审计日志: what happened, newest first; the open row says everything about it. */
export async function AuditScreen({ actor, filter }: { actor: PersonActor; filter: AuditFilter }) {
  const [t, scope, locale] = await Promise.all([
    getTranslations("audit"),
    scopeOf(filter),
    getLocale(),
  ])
  const [page, bars] = await Promise.all([
    pageWithin(scope, filter.before, pageSize),
    histogram(scope),
  ])
  const list = await rowsFor(actor, filter, page, locale)
  const at = page.rows.findIndex(({ id }) => id === filter.open)
  const open = page.rows[at]
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <AuditHead filter={filter} />
      <AuditFilters filter={filter} />
      <Still className="shrink-0">
        <AuditChart bars={bars} filter={filter} />
      </Still>
      {filter.before === undefined && (
        <AuditNews since={page.rows[0]?.id ?? 0} label={t("fresh", { count: "#" })} />
      )}
      <div className="min-h-0 flex-1 overflow-y-auto pb-8">
        {page.rows.length === 0 && <Nothing filter={filter} unknown={scope.people?.length === 0} />}
        <Still>
          <AuditRows {...list} rows={at < 0 ? list.rows : list.rows.slice(0, at + 1)} first />
        </Still>
        {open && <AuditDetail event={open} filter={filter} list={list} />}
        <Still>
          <AuditRows {...list} rows={at < 0 ? [] : list.rows.slice(at + 1)} last />
        </Still>
      </div>
      <Keys shown={page.rows.length} />
    </div>
  )
}

async function Nothing({ filter, unknown }: { filter: AuditFilter; unknown: boolean }) {
  const t = await getTranslations("audit")
  return (
    <Empty title={t("empty")}>
      {unknown ? t("nobodyCalled", { name: filter.person ?? "" }) : t("emptyHint")}
    </Empty>
  )
}

async function Keys({ shown }: { shown: number }) {
  const t = await getTranslations("audit")
  return (
    <>
      <AuditKeys
        words={{
          group: t("keys.list"),
          down: t("keys.down"),
          up: t("keys.up"),
          person: t("keys.person"),
          object: t("keys.object"),
        }}
      />
      <KeyFooter
        keys={[
          { keys: ["J", "K"], word: t("keys.move") },
          { keys: ["↵"], word: t("keys.open") },
          { keys: ["F"], word: t("keys.person") },
          { keys: ["O"], word: t("keys.object") },
        ]}
      >
        {t("shown", { count: shown })}
      </KeyFooter>
    </>
  )
}
