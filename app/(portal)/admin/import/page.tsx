import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { kinds } from "@/components/people/import-outcomes"
import { ImportPreview } from "@/components/people/import-preview"
import { ImportStart } from "@/components/people/import-start"
import { staffWordsHere } from "@/components/people/import-values"
import { when } from "@/lib/calendar/when"
import { mayImport } from "@/lib/people/import-policy"
import { previewOf } from "@/lib/people/import-preview"
import { activePeople } from "@/lib/people/import-queries"
import { Refusal } from "@/lib/platform/refusal"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.import"))("title") }
}

const number = (value: unknown): number => (/^\d{1,12}$/.test(String(value)) ? Number(value) : 0)

/** Addresses of the same preview with another filter, place or choice. */
function addressesOf(file: number, leavers: boolean) {
  const href = (more: { show?: string | null; from?: number }, chosen = leavers) => {
    const query = new URLSearchParams({ file: String(file) })
    if (chosen) query.set("leavers", "yes")
    if (more.show) query.set("show", more.show)
    if (more.from) query.set("from", String(more.from))
    return `/admin/import?${query}`
  }
  return { href, choose: (chosen: boolean) => href({}, chosen) }
}

export default async function ImportPage({ searchParams }: PageProps<"/admin/import">) {
  const actor = await pageActor()
  if (!mayImport(actor)) notFound()
  const query = await searchParams
  const [file, leavers] = [number(query.file), query.leavers === "yes"]
  const found = await (file > 0 ? previewOf(actor, file, { leavers }) : null)?.catch(refusedAs)
  if (!found || found instanceof Refusal) {
    const words = await staffWordsHere()
    const gone = file > 0 ? words.t("file.gone") : undefined
    const trouble = query.refused ? words.t("file.refused") : gone
    const said = found ? words.t("problem.memory") : trouble
    return <ImportStart words={words} people={await activePeople()} trouble={said} />
  }
  const [words, { moment }] = await Promise.all([staffWordsHere(found.check.names), when()])
  const kind = kinds.find((each) => each === query.show) ?? null
  const { name, createdAt } = { name: actor.name, createdAt: found.file.createdAt }
  return (
    <ImportPreview
      file={found.file}
      check={found.check}
      asked={{ kind, from: number(query.from), ...addressesOf(file, leavers) }}
      leavers={leavers}
      chosenAt={words.t("facts.chosenAt", { name, at: moment(createdAt) })}
      words={words}
    />
  )
}

function refusedAs(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}
