import { getTranslations } from "next-intl/server"
import { z } from "zod"
import { SearchScreen } from "@/components/search/search-screen"
import { pageActor } from "@/lib/platform/session"

const asked = z.object({
  q: z.string().max(200).catch(""),
  kind: z.string().max(20).optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
})

export async function generateMetadata() {
  return { title: (await getTranslations("search"))("title") }
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const actor = await pageActor()
  return <SearchScreen actor={actor} {...asked.parse(await searchParams)} />
}
