import { getTranslations } from "next-intl/server"
import { CheckDossier } from "@/components/clients/check-dossier"
import { sizeOf } from "@/components/ui/file-size"
import { Icon } from "@/components/ui/icon"
import { when } from "@/lib/calendar/when"
import type { DossierListRow } from "@/lib/clients/dossier-queries"

/** One sealed stretch: what it covers, how to have it, and whether it is still what it was. */
export async function DossierRow({ row }: { row: DossierListRow }) {
  const [t, time] = await Promise.all([getTranslations("clients.dossier"), when()])
  const label = t("stretch", {
    from: time.date(row.fromAt),
    to: time.date(new Date(row.toAt.getTime() - 1)),
  })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-soft py-3">
      <Icon name="archive" className="text-ink-3" />
      <div className="min-w-60 flex-1">
        <p className="text-ui font-semibold">{label}</p>
        <p className="text-control text-ink-2">
          {t("records", { records: row.records, files: row.files })} · {sizeOf(row.size)}
        </p>
        <p className="text-meta text-ink-3">
          {t(`reason.${row.reason}`)} · {t("made", { time: time.moment(row.madeAt) })} · {t("seal")}{" "}
          <span title={row.seal}>{row.seal.slice(0, 12)}</span>
        </p>
      </div>
      <span className="flex items-center gap-3">
        {row.fileId !== null && (
          <a
            href={`/files/${row.fileId}`}
            aria-label={`${t("download")} ${label}`}
            className="link text-control max-md:py-3"
          >
            {t("download")}
          </a>
        )}
        <CheckDossier
          id={row.id}
          words={{
            check: t("check"),
            label: `${t("check")} ${label}`,
            intact: t("intact"),
            broken: t.raw("broken"),
            missing: t.raw("missing"),
          }}
        />
      </span>
    </li>
  )
}
