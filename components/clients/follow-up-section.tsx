import { getTranslations } from "next-intl/server"
import { Day } from "@/components/clients/owed-contacts"
import { MoreLink } from "@/components/home/more-link"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import type { DueFollowUp } from "@/lib/clients/due"

/** 要跟进的客户: next contacts of today and those that are late, on 工作台. */
export async function FollowUpSection({ rows, shown }: { rows: DueFollowUp[]; shown: number }) {
  const t = await getTranslations("clients.record")
  if (rows.length === 0) return null
  const more = <MoreLink left={rows.length - shown} href="/clients?view=due" all={t("allDue")} />
  return (
    <Section title={t("due")} count={rows.length} aside={more}>
      {rows.slice(0, shown).map((row) => (
        <div
          key={row.id}
          className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-soft py-1.5"
        >
          <Icon name="building-2" size={14} className="text-ink-3" />
          <span className="min-w-0 flex-1 basis-60">
            <Link
              href={`/clients/${row.clientId}`}
              className="block truncate text-ui hover:underline"
            >
              {row.client}
            </Link>
            <span className="block truncate text-meta text-ink-2">
              {[row.contact, row.plan || row.topic].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span className="max-md:ml-6.5">{row.nextAt && <Day at={row.nextAt} />}</span>
          <Link
            href={`/clients/${row.clientId}/record`}
            className="link flex min-h-6 items-center gap-1 text-control max-md:ml-auto max-md:min-h-11"
          >
            <Icon name="square-pen" size={14} />
            {t("button")}
          </Link>
        </div>
      ))}
    </Section>
  )
}
