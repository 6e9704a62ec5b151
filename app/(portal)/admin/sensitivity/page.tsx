import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { SensitivityScreen } from "@/components/people/sensitivity-screen"
import { canGiveDuties } from "@/lib/people/departments-policy"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("people.sensitivity"))("title") }
}

const idIn = (text: unknown): number | undefined =>
  typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : undefined

export default async function SensitivityPage({ searchParams }: PageProps<"/admin/sensitivity">) {
  const [actor, query] = await Promise.all([pageActor(), searchParams])
  if (!canGiveDuties(actor)) notFound()
  return <SensitivityScreen actor={actor} label={idIn(query.label)} remove={idIn(query.remove)} />
}
