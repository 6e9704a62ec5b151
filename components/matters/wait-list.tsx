import { getTranslations } from "next-intl/server"
import { cx } from "@/components/ui/cx"
import { Link } from "@/components/ui/link"
import type { Matrix } from "@/lib/matters/matrix"
import { numberOf } from "@/lib/matters/numbers"
import type { Wait } from "@/lib/matters/waits"

const most = 12

/** What one department waits for, or what waits for it: the longest first, a line for each matter. */
export async function WaitList({
  waits,
  side,
  matrix,
  waited,
}: {
  waits: readonly Wait[]
  /** The other department's side. */
  side: "from" | "to"
  matrix: Matrix
  waited: (since: Date) => string
}) {
  const t = await getTranslations("matters.overview")
  if (waits.length === 0) return <p className="text-control text-ink-3">{t("nothing")}</p>
  const lines = [
    ...Map.groupBy(waits, (wait) => `${wait.matterId} ${wait[side]} ${wait.for}`).values(),
  ].toSorted((a, b) => oldest(a) - oldest(b))
  const named = (id: number) => matrix.departments.find((each) => each.id === id)?.name ?? ""
  return (
    <ul className="mb-6">
      {lines.slice(0, most).flatMap((line) => {
        const [first] = line
        if (!first) return []
        const late = line.some((wait) => wait.late)
        return (
          <li
            key={`${first.matterId} ${first[side]} ${first.for}`}
            className="relative flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line-soft py-1.5 text-control hover:bg-hover"
          >
            <span className="w-20 font-semibold">{named(first[side])}</span>
            <Link
              href={`/matters/${first.matterId}`}
              className="min-w-0 flex-1 basis-48 after:absolute after:inset-0"
            >
              <span className="one-word mr-2 text-meta text-ink-2">{numberOf(first.matterId)}</span>
              {matrix.matters.get(first.matterId)?.description}
            </Link>
            <span className="w-20 text-meta text-ink-2">
              {t(first.for)}
              {line.length > 1 && ` ${line.length}`}
            </span>
            <span
              className={cx(
                "ml-auto w-16 text-right text-meta",
                late ? "font-semibold text-cinnabar-ink" : "text-ink-2",
              )}
            >
              {waited(new Date(oldest(line)))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const oldest = (line: readonly Wait[]) => Math.min(...line.map(({ since }) => since.getTime()))
