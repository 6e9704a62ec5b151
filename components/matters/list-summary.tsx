import { getTranslations } from "next-intl/server"
import { Prediction } from "@/components/ui/prediction"
import type { MatterListRow } from "@/lib/matters/queries"

/** How a list stands, in one sentence; of a list of several pages nothing is said. */
export async function ListSummary({
  page,
}: {
  page: { rows: readonly MatterListRow[]; next: string | null }
}) {
  const t = await getTranslations("matters")
  const open = page.rows.filter(({ state }) => state !== "done")
  if (page.next !== null || open.length === 0) return null
  const found = [
    t("summaryOpen", { count: open.length }),
    ...said(open.filter(({ state }) => state === "blocked").length, (count) =>
      t("summaryBlocked", { count }),
    ),
    ...said(open.filter(({ overdue }) => overdue).length, (count) => t("summaryLate", { count })),
    ...said(
      open.filter(({ parts }) => parts.some((part) => part.confirmedAt === null)).length,
      (count) => t("summaryWaiting", { count }),
    ),
  ]
  return (
    <div className="max-md:px-gutter max-md:pb-1">
      <Prediction>{found.join(t("between"))}</Prediction>
    </div>
  )
}

const said = (count: number, say: (count: number) => string): string[] =>
  count > 0 ? [say(count)] : []
