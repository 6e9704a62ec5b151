import { ColumnPart } from "@/components/people/import-parts"
import type { StaffWordsHere } from "@/components/people/import-values"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import { lastImports } from "@/lib/people/import-queries"

type T = StaffWordsHere["t"]

export function AllOrNothing({ t, count }: { t: T; count: number }) {
  return (
    <ColumnPart title={t("promise.title")}>
      <p className="text-control text-pretty text-ink-2">{t("promise.one", { count })}</p>
      <p className="mt-2 text-control text-pretty text-ink-2">{t("promise.two")}</p>
    </ColumnPart>
  )
}

export async function LastImports({ t }: { t: T }) {
  const [imports, { moment }] = await Promise.all([lastImports(), when()])
  return (
    <ColumnPart title={t("last.title")}>
      {imports.length === 0 && <p className="text-control text-ink-3">{t("last.none")}</p>}
      <ul>
        {imports.map(({ id, at, by, added, changed, undoneAt }) => (
          <li key={id}>
            <Link
              href={`/admin/import/${id}`}
              className="-mx-2 flex min-h-8 flex-wrap items-center gap-x-3 rounded-field px-2 text-control hover:bg-hover max-md:min-h-11"
            >
              <span className="text-ink-2">{moment(at)}</span>
              <span>{by ?? t("last.system")}</span>
              <span className="ml-auto">
                {undoneAt ? t("last.undone") : t("last.counts", { added, changed })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </ColumnPart>
  )
}
