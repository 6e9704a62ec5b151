import { getTranslations } from "next-intl/server"
import { WaitList } from "@/components/matters/wait-list"
import { WaitTable } from "@/components/matters/wait-table"
import { waitedWords } from "@/components/matters/waited"
import { WaitingPicture } from "@/components/matters/waiting-picture"
import { Empty } from "@/components/ui/empty"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { type Matrix, waitingMatrix } from "@/lib/matters/matrix"
import { homeOf } from "@/lib/matters/scope"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"

/** 部门矩阵: who waits for whom, as a picture, for the own department, and as a table. */
export async function MatrixScreen({
  actor,
  department,
  now,
}: {
  actor: PersonActor
  department: number | undefined
  now: Date
}) {
  const [t, matrix, org, waited] = await Promise.all([
    getTranslations("matters"),
    waitingMatrix(actor, now),
    organisation(db()),
    waitedWords(now),
  ])
  if (matrix.cells.length === 0) return <Empty title={t("page.nobodyWaits")} />
  const own = department ?? homeOf(org, actor)
  const name = org.departments.get(own)?.name ?? ""
  const lists = [
    { title: t("overview.weWait", { department: name }), side: "to", of: "from" },
    { title: t("overview.waitForUs", { department: name }), side: "from", of: "to" },
  ] as const
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-gutter pt-2 pb-8">
      <div className="flex flex-wrap gap-x-12 gap-y-8">
        <div className="min-w-0">
          <Section title={t("page.waiting")} size="small">
            <p className="mb-3 text-meta text-ink-2">{t("page.waitingNote")}</p>
            <WaitingPicture
              departments={matrix.departments}
              cells={matrix.cells}
              label={t("page.waiting")}
              waited={waited}
            />
            <MostWaited matrix={matrix} />
          </Section>
        </div>
        <div className="min-w-0 flex-1 basis-90">
          {lists.map(({ title, side, of }) => (
            <Section key={side} title={title} size="small">
              <WaitList
                waits={matrix.waits.filter((wait) => wait[of] === own)}
                side={side}
                matrix={matrix}
                waited={waited}
              />
            </Section>
          ))}
        </div>
      </div>
      <Section title={t("overview.table")} className="mt-8 first:mt-0">
        <WaitTable matrix={matrix} waited={waited} />
      </Section>
    </div>
  )
}

/** One sentence under the picture: whom most wait for. */
async function MostWaited({ matrix }: { matrix: Matrix }) {
  const t = await getTranslations("matters.overview")
  const by = Map.groupBy(matrix.cells, ({ to }) => to)
  const [most] = [...by].toSorted(([, a], [, b]) => total(b) - total(a))
  if (!most) return null
  const [to, cells] = most
  return (
    <p className="mt-3 max-w-160 text-control text-ink-2">
      {t("sentence", {
        to: matrix.departments.find(({ id }) => id === to)?.name ?? "",
        departments: cells.length,
        count: total(cells),
      })}
    </p>
  )
}

const total = (cells: Matrix["cells"]) => cells.reduce((sum, { count }) => sum + count, 0)
