import { getTranslations } from "next-intl/server"
import { Icon } from "@/components/ui/icon"
import { PageHead } from "@/components/ui/page-head"
import { fileOf, SheetMenu } from "@/components/ui/sheet-menu"
import { Still } from "@/components/ui/still"
import { countByGroup, mostCounted } from "@/lib/audit/counting"
import { type AuditFilter, addressOf, narrowing } from "@/lib/audit/filter"
import { openReviews } from "@/lib/audit/reviewing"
import { pageActor } from "@/lib/platform/session"

const tabs = ["rights", "exports", "signin"] as const

/** What can be looked at by one press, with how much there is, and the export. */
export async function AuditHead({ filter }: { filter: AuditFilter }) {
  const actor = await pageActor()
  const [t, counted, open] = await Promise.all([
    getTranslations("audit"),
    countByGroup(filter),
    openReviews(actor),
  ])
  const shown = (count: number) => (count >= mostCounted ? `${mostCounted - 1}+` : count)
  const to = (more: AuditFilter) =>
    addressOf({
      ...narrowing(filter),
      group: undefined,
      type: undefined,
      review: undefined,
      ...more,
    })
  return (
    <Still className="shrink-0">
      <PageHead
        title={t("title")}
        tabsLabel={t("views")}
        tabs={[
          {
            href: to({}),
            label: t("all"),
            count: shown(counted.all),
            current: !filter.group && !filter.review,
          },
          ...tabs.map((group) => ({
            href: to({ group }),
            label: t(`group.${group}`),
            count: shown(counted.byGroup.get(group) ?? 0),
            current: filter.group === group,
          })),
          {
            href: to({ review: "open" }),
            label: t("toReview"),
            count: open.count >= 100 ? "99+" : open.count,
            current: filter.review === "open",
          },
        ]}
      >
        <ExportMenu filter={filter} />
      </PageHead>
    </Still>
  )
}

async function ExportMenu({ filter }: { filter: AuditFilter }) {
  const t = await getTranslations("audit")
  return (
    <>
      <button type="button" popoverTarget="audit-export" className="button button-plain button-s">
        <Icon name="download" />
        {t("export")}
      </button>
      <SheetMenu
        id="audit-export"
        label={t("exportAs")}
        note={t("exportNote")}
        place="top-22 right-4"
        href={fileOf("/admin/audit/files", addressOf(narrowing(filter)))}
      />
    </>
  )
}
