import { getTranslations } from "next-intl/server"
import { AuditFacts } from "@/components/audit/audit-facts"
import type { AuditList } from "@/components/audit/audit-rows"
import { ReviewForm } from "@/components/audit/review-form"
import { Still } from "@/components/ui/still"
import type { AuditFilter } from "@/lib/audit/filter"
import type { AuditEvent } from "@/lib/audit/queries"
import { placeKey } from "@/lib/platform/naming"
import { registry } from "@/lib/platform/registry"

interface Opened {
  event: AuditEvent
  filter: AuditFilter
  list: AuditList
}

/** What an event changed at the left, what is known around it at the right. */
export async function AuditDetail({ event, filter, list }: Opened) {
  const t = await getTranslations("audit")
  return (
    <div className="grid gap-x-8 gap-y-4 border-b border-line-soft bg-selected px-gutter py-3 lg:grid-cols-[minmax(0,1fr)_300px] md:pl-25">
      <div className="min-w-0">
        <Still>
          <Marks event={event} list={list} />
          <Changes event={event} list={list} />
        </Still>
        {event.needsReview && event.reviewedAt === null && (
          <ReviewForm
            key={event.id}
            id={event.id}
            words={{ note: t("reviewNote"), hint: t("reviewHint"), submit: t("review") }}
          />
        )}
      </div>
      <Still>
        <AuditFacts event={event} filter={filter} list={list} />
      </Still>
    </div>
  )
}

async function Marks({ event, list: { say, around, moments } }: Omit<Opened, "filter">) {
  const t = await getTranslations("audit")
  if (!event.needsReview) return null
  return (
    <div className="mb-3 border-l-2 border-support pl-2.5 text-control">
      <p>
        <span className="text-ink-3">{t("why")}</span> {say.marks(event)}
      </p>
      {event.reviewedAt && (
        <p className="text-ink-2">
          {t("reviewed", {
            name: around.names.get(event.reviewedBy ?? 0) ?? "",
            when: moments.full(event.reviewedAt),
          })}
          {event.reviewNote && <span className="block text-ink">{event.reviewNote}</span>}
        </p>
      )}
    </div>
  )
}

async function Changes({ event, list: { say, around } }: Omit<Opened, "filter">) {
  const t = await getTranslations("audit")
  const changes = say.changes(event)
  const isRecord = registry().kinds.has(event.kind) && event.recordId > 0
  return (
    <>
      {changes.length === 0 ? (
        <p className="text-control text-ink-3">{t("noChanges")}</p>
      ) : (
        <table className="w-full table-fixed text-control">
          <thead className="text-meta text-ink-3">
            <tr className="*:border-b *:border-line *:py-1 *:text-left *:font-normal">
              <th className="w-28">
                <span className="sr-only">{t("csv.changes")}</span>
              </th>
              <th>{t("before")}</th>
              <th>{t("after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field} className="align-top *:border-b *:border-line-soft *:py-1 *:pr-3">
                <th scope="row" className="text-left font-normal text-ink-3">
                  {field}
                </th>
                <td className="wrap-anywhere text-ink-2">{before}</td>
                <td className="font-semibold wrap-anywhere">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isRecord && !around.titles.has(placeKey(event)) && (
        <p className="mt-2 text-meta text-ink-3">{t("unseen")}</p>
      )}
    </>
  )
}
