import { getTranslations } from "next-intl/server"
import { DossierRow } from "@/components/clients/dossier-row"
import { LinkedGroups } from "@/components/clients/linked-groups"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Empty } from "@/components/ui/empty"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { StateChip } from "@/components/ui/state-chip"
import { dossiersOf } from "@/lib/clients/dossier-queries"
import type { ClientPage } from "@/lib/clients/page"
import type { PersonActor } from "@/lib/platform/actor"

/** 客户档案库: what was exchanged with a client's outsiders, sealed month by month. */
export async function ArchiveScreen({
  actor,
  page: { client, can },
  after,
}: {
  actor: PersonActor
  page: ClientPage
  after: string | undefined
}) {
  const [t, all, live, page] = await Promise.all([
    getTranslations("clients.dossier"),
    getTranslations("clients"),
    liveWords(),
    dossiersOf(client.id, after),
  ])
  return (
    <LiveRegion topics={[`client:${client.id}`]} words={live}>
      <div className="flex h-13 shrink-0 items-center gap-2 border-b border-line px-8 text-control text-ink-2 max-md:h-14 max-md:px-4">
        <Link
          href={`/clients/${client.id}`}
          className="flex h-11 items-center gap-1 hover:text-ink"
        >
          <Icon name="chevron-left" />
          {client.name}
        </Link>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="max-w-200 px-8 py-6 max-md:px-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-title">{t("title")}</h1>
            <StateChip icon="globe" tone="outside" fill="wash">
              {all("outside")}
            </StateChip>
          </div>
          <p className="mt-1 text-control text-ink-2">{t("lead")}</p>
          {page.rows.length === 0 ? (
            <Empty title={t("empty")}>{t("emptyHint")}</Empty>
          ) : (
            <ul className="mt-4 border-t border-line-soft">
              {page.rows.map((row) => (
                <DossierRow key={row.id} row={row} />
              ))}
            </ul>
          )}
          {page.next && (
            <Link
              href={`/clients/${client.id}/archive?after=${encodeURIComponent(page.next)}`}
              className="link my-3 inline-block text-control"
            >
              {t("earlier")}
            </Link>
          )}
          <LinkedGroups actor={actor} clientId={client.id} edits={can.edit} />
        </div>
      </div>
    </LiveRegion>
  )
}
