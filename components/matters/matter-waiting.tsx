import { getTranslations } from "next-intl/server"
import { waitedWords } from "@/components/matters/waited"
import { WaitingPicture } from "@/components/matters/waiting-picture"
import { Section } from "@/components/ui/section"
import type { MatterPage } from "@/lib/matters/page"
import { cellsOf } from "@/lib/matters/waits"

/** 谁在等谁 among the departments of one matter; in words under the picture. */
export async function MatterWaiting({ page: { parts, waits } }: { page: MatterPage }) {
  const [t, waited] = await Promise.all([getTranslations("matters.page"), waitedWords(new Date())])
  const cells = cellsOf(waits)
  if (cells.length === 0) return null
  const departments = parts.map(({ departmentId, name }) => ({ id: departmentId, name }))
  const named = (id: number) => departments.find((each) => each.id === id)?.name ?? ""
  return (
    <Section title={t("waiting")} size="small" className="mt-5 border-t border-line pt-4">
      <p className="mb-2 text-meta text-ink-2">{t("waitingNote")}</p>
      <WaitingPicture
        departments={departments}
        cells={cells}
        label={t("waiting")}
        waited={waited}
      />
      <p className="mt-2 text-control text-ink-2">{t("rowWaits")}</p>
      <ul className="text-control text-ink-2">
        {cells.map((cell) => (
          <li key={`${cell.from} ${cell.to}`} className={cell.late ? "text-cinnabar-ink" : ""}>
            {t("waitsFor", {
              from: named(cell.from),
              to: named(cell.to),
              count: cell.count,
              time: waited(cell.since),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
