import { getTranslations } from "next-intl/server"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import type { ClientFilter } from "@/lib/clients/inputs"

/** What isn't there, and what will bring it here. */
export async function NoClients({
  filter: { view, stage, department, tag, after },
  mayCreate,
}: {
  filter: ClientFilter
  mayCreate: boolean
}) {
  const [t, clients] = await Promise.all([
    getTranslations("clients.list"),
    getTranslations("clients"),
  ])
  if (view === "due" && !stage && !department && !tag)
    return <Empty title={t("emptyDue")}>{t("emptyDueHint")}</Empty>
  if (stage || department || tag || after || view !== "all")
    return <Empty title={t("emptyFiltered")}>{t("emptyFilteredHint")}</Empty>
  return (
    <Empty
      title={t("empty")}
      action={
        mayCreate && (
          <ButtonLink href="/clients/new" icon="plus">
            {clients("new")}
          </ButtonLink>
        )
      }
    >
      {t("emptyHint")}
    </Empty>
  )
}
