import { getTranslations } from "next-intl/server"
import { Link } from "@/components/ui/link"
import type { Matrix } from "@/lib/matters/matrix"
import { numberOf } from "@/lib/matters/numbers"

/** The picture in words: a row for each two departments. */
export async function WaitTable({
  matrix,
  waited,
}: {
  matrix: Matrix
  waited: (since: Date) => string
}) {
  const t = await getTranslations("matters.overview")
  const named = (id: number) => matrix.departments.find((each) => each.id === id)?.name ?? ""
  const heads = ["from", "to", "count", "longest", "which"] as const
  return (
    <div className="overflow-x-auto">
      <table className="w-full max-w-220 text-control">
        <thead>
          <tr className="text-left text-meta text-ink-3">
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className={`h-8 pr-4 font-normal whitespace-nowrap ${head === "count" || head === "longest" ? "text-right" : ""}`}
              >
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.cells.map((cell) => (
            <tr key={`${cell.from} ${cell.to}`} className="border-t border-line-soft">
              <th scope="row" className="h-8 pr-4 text-left font-semibold whitespace-nowrap">
                {named(cell.from)}
              </th>
              <td className="pr-4 whitespace-nowrap">{named(cell.to)}</td>
              <td className="pr-4 text-right">{cell.count}</td>
              <td
                className={`pr-4 text-right whitespace-nowrap ${cell.late ? "font-semibold text-cinnabar-ink" : ""}`}
              >
                {waited(cell.since)}
              </td>
              <td className="w-full">
                <span className="flex flex-wrap gap-x-3">
                  {cell.matterIds.map((id) => (
                    <Link
                      key={id}
                      href={`/matters/${id}`}
                      className="link one-word"
                      title={matrix.matters.get(id)?.description}
                    >
                      {numberOf(id)}
                    </Link>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
